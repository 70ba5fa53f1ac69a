// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <functional>
#include <vector>

#include "study/intervals.hpp"

namespace gineste {

// Which of a few plans are the best, by races that differ from seed to seed.

/// What one race of one plan brought.
struct RaceScore {
    std::vector<double> objectives;
    double excess = 0.0;  ///< over what it has to keep to
};

struct SelectOptions {
    std::size_t first_races = 3;  ///< of each plan
    std::size_t most_races = 56;  ///< of all plans together
    double indifference = 0.01;   ///< less of a mean than this share is no difference
    double confidence = kConfidence;
};

/// How a plan stands after the races.
enum class Standing {
    front,   ///< no other is better in every objective
    beaten,  ///< another one is, surely
    behind,  ///< another one is in the mean, within what the races can tell
    breaks,  ///< is over a bound in the mean
};

struct PlanRecord {
    std::vector<RaceScore> races;  ///< replication by replication
    Standing standing = Standing::front;

    std::vector<double> means() const;
    double mean_excess() const;
};

/// Sequential selection with common random numbers, after Kim and Nelson (2001, ACM TOMACS 11:251)
/// for several objectives: all plans run the same seeds; plan B is given up as soon as some A is
/// surely better, by Student's intervals of the paired differences at a confidence shared among the
/// rivals (Bonferroni), in every objective, or there no worse by more than the indifference. A plan
/// whose rivals are all decided runs no more: further seeds go where it is open.
/// @param run (plan, replication) pairs, to be done in any order, results in their own
std::vector<PlanRecord> select_plans(
    std::size_t plans, const SelectOptions& options,
    const std::function<std::vector<RaceScore>(
        const std::vector<std::pair<std::size_t, std::size_t>>& races)>& run);

/// Plan − base in one objective, over the replications that both have run.
Sample paired_difference(const PlanRecord& plan, const PlanRecord& base, std::size_t objective);

}  // namespace gineste
