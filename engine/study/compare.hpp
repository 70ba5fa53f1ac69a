// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "study/intervals.hpp"
#include "study/races.hpp"

namespace gineste {

/// One plan: its races, replication by replication.
struct PlanRaces {
    std::string name;
    std::string file;
    std::vector<RaceOutcome> races;
};

/// What is known of a difference.
enum class Verdict {
    less,         ///< the interval of the difference lies below zero: better
    more,         ///< above zero: worse
    same,         ///< no replication differed
    not_shown,    ///< the interval holds zero
    not_weighed,  ///< one of the two collapses: what is reported of it is not to be weighed
};

/// One measure of a plan beside the first plan's.
struct Difference {
    Sample paired;      ///< plan − first plan, replication by replication
    Interval interval;  ///< of its mean, Student's
    Verdict verdict = Verdict::not_shown;
    std::optional<std::size_t> seeds_needed;  ///< for a difference of this size to show
    /// Variance of the difference had both plans had runners of their own, over the variance with
    /// the same runners: so many times fewer seeds are needed. None where it does not vary.
    std::optional<double> variance_ratio;
};

/// One measure through all plans.
struct Comparison {
    std::string key;
    std::string unit;
    std::string label;
    std::vector<Sample> plans;            ///< in the order of the plans
    std::vector<Difference> differences;  ///< of the second plan and on, to the first
};

/// The measures that all plans have: same key, same label. Replications in which one did not
/// happen (NaN) are left out of that measure alone. All plans must have as many races. Where one of
/// two plans collapses, no difference between them is weighed but that of the collapse itself.
std::vector<Comparison> compare_plans(const std::vector<PlanRaces>& plans,
                                      double confidence = kConfidence);

/// Whether the crowd of a plan went past what the model knows in some race (report/trust.hpp).
bool collapses(const std::vector<Comparison>& comparisons, std::size_t plan);

}  // namespace gineste
