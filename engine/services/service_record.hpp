// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace gineste {

/// One coach that went.
struct CoachDeparture {
    double time_s = 0.0;  ///< after the first gun
    int seats_used = 0;
};

/// What a service after the line was and what it had to bear. Times are seconds after the first
/// gun.
struct ServiceRecord {
    std::string name;
    std::string kind;  ///< "counter", "open" or "coaches"
    std::string role;
    int servers = 0;      ///< of coaches: bays; 0: everybody is served at once
    int places = 0;       ///< 0: room for all
    int seats = 0;        ///< of one coach
    double hands = 0.0;   ///< for each server or bay
    double mean_s = 0.0;  ///< of the service time as asked for
    double spread = 0.0;  ///< its standard deviation over its mean
    // by interval of ObserveSpec::interval_s
    std::vector<std::uint32_t> arrivals;
    std::vector<std::uint32_t> served;      ///< went on; of coaches, took a seat
    std::vector<std::uint32_t> peak_queue;  ///< most runners in line at one time
    std::vector<double> present_s;          ///< time spent there by all, runners · seconds
    std::vector<double> busy_s;             ///< servers · seconds at work
    std::vector<double> blocked_s;          ///< servers · seconds held up: no room further on
    std::vector<float> wait_s;              ///< one for each runner whose service began, in order
    std::size_t largest_queue = 0;
    double largest_queue_s = 0.0;  ///< when; NaN: never a queue
    double stayed_s = 0.0;         ///< by everybody who went on, arrival to leaving
    double first_arrival_s = 0.0;  ///< NaN: nobody came
    double last_served_s = 0.0;    ///< NaN: nobody was served
    std::size_t remaining = 0;     ///< still there a day after the last finisher
    std::vector<CoachDeparture> departures;
};

/// Finishers who found no room in the first service and stood behind the line.
struct HeldRecord {
    std::vector<float> held_s;  ///< one for each, in the order in which they were let in
    std::size_t most = 0;       ///< at one time
    double most_s = 0.0;        ///< when; NaN: never
    double first_s = 0.0;       ///< the first one stands; NaN: never
    double last_s = 0.0;        ///< the last one is let in
    std::size_t remaining = 0;  ///< never let in
};

struct ServicesRecord {
    double interval_s = 60.0;
    std::size_t intervals = 0;            ///< length of every list by interval
    std::vector<ServiceRecord> services;  ///< in the order of Scenario::services
    HeldRecord held;
    std::vector<double> away_s;  ///< of each finisher, in the order given; NaN: still there
};

}  // namespace gineste
