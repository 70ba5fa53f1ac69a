// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <vector>

#include "day/day_record.hpp"
#include "day/runner_times.hpp"

namespace gineste {

/// What crossed at each crossing of the day. `holds`: by crossing.
std::vector<CrossingRecord> crossing_flows(const DaySpec& day, const Network& network,
                                           const std::vector<RunnerTimes>& races,
                                           const std::vector<HoldNotes>& holds);

/// A sentence for each place where both flows crossed in the same minutes and nobody held them: a
/// crossing without a rule, or legs that cross on the map where the day names no crossing.
std::vector<std::string> crossing_remarks(const Network& network,
                                          const std::vector<RunnerTimes>& races,
                                          const std::vector<CrossingRecord>& crossings);

}  // namespace gineste
