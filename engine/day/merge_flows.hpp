// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <vector>

#include "day/day_record.hpp"
#include "day/runner_times.hpp"

namespace gineste {

/// What came onto every leg into which several others lead, or one and a start line, named by the
/// day or not. The leg that has priority comes first, a start line last.
std::vector<MergeRecord> merge_flows(const DaySpec& day, const Network& network,
                                     const std::vector<RunnerTimes>& races);

}  // namespace gineste
