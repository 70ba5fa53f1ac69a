// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "course/course.hpp"
#include "race/race.hpp"
#include "scenario/scenario.hpp"
#include "study/measures.hpp"

namespace gineste {

/// The scenario as `--seed` would have it with a seed `index` greater: other runners on another
/// day, intervals between guns drawn anew. 0 is the scenario as it is. Two plans moved on by the
/// same number have the same runners, since whatever is drawn for a runner hangs on the seeds and
/// the runner alone (common random numbers).
Scenario replication(Scenario scenario, std::uint64_t index);

/// Runs one whole race, its field drawn here.
Record run_race(const Scenario& scenario, const Course& course, int threads);

/// What a study keeps of a race: some kilobytes, with cells some hundreds.
struct RaceOutcome {
    std::vector<Measure> measures;
    std::uint64_t state_hash = 0;
    std::vector<double> on_road;         ///< runners, mean of each interval
    std::size_t segment = 0;             ///< piece of road of which the next line tells
    std::vector<double> density_per_m2;  ///< of each interval
    std::vector<float> cells_per_m2;     ///< of every segment by interval; empty unless asked for
};

/// What to keep.
struct Keep {
    double threshold_per_m2 = kRestrictedPerM2;
    std::optional<std::size_t> segment;  ///< of which the density is kept; none: the densest
    bool cells = false;                  ///< the density of every piece of road as well
};
RaceOutcome outcome_of(const Record& record, const Keep& keep);

/// How many races go at a time, and on how many threads each; no result depends on it.
struct Workers {
    int races = 1;
    int threads = 1;
};
/// One race per thread: a race has phases that no thread can share, races do not. Where there are
/// fewer races than threads, each has its part of them. `threads` 0: as many as the machine has.
Workers workers_for(std::size_t races, int threads);

/// Calls one(index) for 0 … count − 1, up to `at_a_time` at once, in no set order. What the first
/// of them (by index) throws is thrown here, after those under way have ended; none begins after.
void run_side_by_side(std::size_t count, int at_a_time,
                      const std::function<void(std::size_t index)>& one);

}  // namespace gineste
