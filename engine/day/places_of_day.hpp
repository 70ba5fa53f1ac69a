// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <vector>

#include "day/day_record.hpp"
#include "day/runner_times.hpp"

namespace gineste {

/// A race at a chainage of its own.
struct RouteSpot {
    std::size_t race = 0;
    double at_m = 0.0;
};
/// Every time that a race comes over a place of a leg, which is told as run forward. None where
/// there is no leg of that name.
std::vector<RouteSpot> spots_on_routes(const Network& network, const std::string& leg, double at_m);

/// The timetable of the day: nodes, crossings and named places in the order in which the first race
/// comes by them, then those that only the second comes by, and so on.
std::vector<PlaceRecord> places_of_day(const DaySpec& day, const Network& network,
                                       const std::vector<RunnerTimes>& races);

}  // namespace gineste
