// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <vector>

#include "scenario/after_line.hpp"
#include "services/roster_record.hpp"
#include "services/service_record.hpp"
#include "stations/station_record.hpp"

namespace gineste {

/// What a roster follows from. All times are seconds after the first gun, also those of `spec`.
struct RosterLoads {
    const VolunteersSpec& spec;
    double interval_s = 60.0;  ///< of the stations' lists
    const std::vector<StationRecord>& stations;
    const ServicesRecord& services;
    std::vector<std::vector<double>> passing_s;  ///< by post: when runners pass, if it has a place
    double gun_clock_s = 0.0;                    ///< time of day of the first gun: slots go by it
    double end_s = 0.0;                          ///< the last runner is home
};

/// Hands needed by post and slot: at stations and posts with a rate so many that they keep up in
/// `service_level` of the intervals; at services so many that this share waits no longer than
/// `longest_wait`, each slot taken as stationary; elsewhere as the scenario says.
RosterRecord draw_up_roster(const RosterLoads& loads);

}  // namespace gineste
