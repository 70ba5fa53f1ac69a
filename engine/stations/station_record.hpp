// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

namespace gineste {

/// One good of a station. stock + refilled = handed + left.
struct GoodRecord {
    std::string name;
    double litres = 0.0;      ///< in one of it
    bool limited = false;     ///< false: it never runs out, and stock and left mean nothing
    std::int64_t stock = 0;   ///< when the race began
    std::int64_t wanted = 0;  ///< by those who came to be served
    std::int64_t handed = 0;
    std::int64_t refilled = 0;
    std::int64_t left = 0;
    double first_out_s = std::numeric_limits<double>::quiet_NaN();  ///< NaN: it never ran out
    std::vector<std::int64_t> left_by_quarter;  ///< 0, 15, 30 ... min after the first gun
};

/// The road along a station, from where runners decide to the end of the discard zone, and all who
/// ran on it. L = λW: steps · step_s = time_s, once nobody is left in it.
struct ZoneRecord {
    double from_m = 0.0;
    double to_m = 0.0;
    double area_m2 = 0.0;  ///< between the edges
    double step_s = 0.0;
    std::vector<std::uint64_t> steps;  ///< runners there, summed over steps, by interval
    std::uint32_t peak = 0;            ///< most at one time
    std::uint32_t left = 0;            ///< runners who came and went
    double time_s = 0.0;               ///< spent there by those, each from coming to going
    std::uint32_t passers = 0;         ///< of them, those who took nothing
    double passers_time_s = 0.0;
    double passers_lost_s = 0.0;                                ///< to other runners
    double first_s = std::numeric_limits<double>::quiet_NaN();  ///< the first came; NaN: nobody
    double last_s = std::numeric_limits<double>::quiet_NaN();   ///< the last left
};

/// What a station was and what it had to bear.
struct StationRecord {
    std::string name;
    std::string kind;  ///< "refreshment" or "sponge"
    std::string side;
    double at_m = 0.0;
    double length_m = 0.0;
    int tables = 0;                ///< on all sides together
    int volunteers = 0;            ///< at all tables together
    double cups_per_minute = 0.0;  ///< that all of them can hand out
    double hand_per_minute = 0.0;  ///< that one of them can
    bool after_line = false;
    // by interval of ObserveSpec::interval_s
    std::vector<std::uint32_t> arrivals;  ///< runners who come to the station
    std::vector<std::uint32_t> takers;    ///< of them, those who want something
    std::vector<std::uint32_t> served;
    std::vector<std::uint32_t> unserved;  ///< wanted something and went on without
    std::vector<std::uint32_t> cups;
    std::vector<std::uint32_t> peak_queue;  ///< most runners waiting at one time
    // by minute after the first gun
    std::vector<std::vector<std::uint32_t>> arrivals_by_wave;  ///< [wave][minute]
    std::vector<std::uint32_t> wanted_by_minute;  ///< pieces, by when their runner came
    std::vector<std::uint32_t> cups_by_minute;    ///< pieces handed out

    std::uint32_t found_none = 0;  ///< of the unserved, those who found the station out of stock
    std::vector<float> wait_s;     ///< one per served runner, in order of service: time spent
                                   ///< standing, on the way to the table and at it
    std::vector<GoodRecord> goods;
    ZoneRecord zone;
};

}  // namespace gineste
