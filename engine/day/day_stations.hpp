// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <vector>

#include "course/network.hpp"
#include "scenario/day_spec.hpp"
#include "scenario/scenario.hpp"

namespace gineste {

/// One time that a race passes a station of the day.
struct StationPass {
    std::size_t station = 0;  ///< of the day
    std::size_t race = 0;
    Direction direction = Direction::forward;
    double at_m = 0.0;    ///< of the race, to its first table
    std::size_t own = 0;  ///< place of the station among the race's, in running order
};

/// The day's stations as each race passes them, put into the races' scenarios. Who runs a leg back
/// comes to the last table first, and has the left row on the right.
std::vector<StationPass> place_stations(const DaySpec& day, const Network& network,
                                        std::vector<Scenario>& races);

}  // namespace gineste
