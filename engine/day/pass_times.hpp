// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <vector>

#include "course/network.hpp"
#include "day/day_record.hpp"
#include "day/runner_times.hpp"

namespace gineste {

/// One time that a race runs a leg, with everybody's times, in seconds after the first gun of the
/// day; NaN: never.
struct PassTimes {
    LegPass pass;
    double end_m = 0.0;           ///< chainage of the race where it leaves the leg
    std::vector<double> entry_s;  ///< by runner, onto the leg
    std::vector<double> exit_s;   ///< and off its end
    double gone_s = 0.0;          ///< when the last of them is known to have been there; 0: nobody
};

/// All passes of a leg by the time of their first runner; those without runners come last.
/// `races`: by race.
std::vector<PassTimes> pass_times(const Network& network, const std::vector<RunnerTimes>& races,
                                  LegId leg);

/// Pairs in which a runner of `by` came onto the leg after one of `of` and left it before: the
/// overtakes by the former, each counted once. Equal times are no order, and whoever did not run
/// the leg to its end is left out. Runners stay behind themselves, so that none is paired with
/// himself where both are passes of one race. O(n log n).
std::uint64_t overtakes_by(const PassTimes& by, const PassTimes& of);

}  // namespace gineste
