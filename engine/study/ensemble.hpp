// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "study/band.hpp"
#include "study/intervals.hpp"
#include "study/races.hpp"

namespace gineste {

/// When to stop before the seeds are used up: once Student's interval of the mean of a measure is
/// no wider, to each side, than a share of that mean. Looked at after every ten races, ten at
/// least.
struct StopRule {
    std::string key;
    double half_width_share = 0.0;
};
inline constexpr std::size_t kRacesBetweenLooks = 10;

/// One measure over the replications in which it happened.
struct Spread {
    std::string key;
    std::string unit;
    std::string label;
    Sample sample;
    Interval mean;  ///< Student's
    double least = 0.0;
    double p5 = 0.0;  ///< quantiles of type 7
    double median = 0.0;
    double p95 = 0.0;
    double most = 0.0;
    Interval median_interval;  ///< from order statistics
    Interval p95_interval;     ///< likewise; no upper end under 72 replications
};

struct Ensemble {
    std::vector<RaceOutcome> races;
    std::vector<Spread> spreads;
    std::size_t segment = 0;  ///< where the first race is densest
    CurveBand on_road;
    CurveBand density_per_m2;  ///< there
    bool is_settled = false;   ///< the stop rule was met; false where there is none
};

/// Runs replications [from, to), one after another or side by side, keeping the density of a
/// segment, of the densest where none is given.
using RunBatch = std::function<std::vector<RaceOutcome>(std::size_t from, std::size_t to,
                                                        std::optional<std::size_t> segment)>;

/// At most `most_races` races. What is found does not hang on how a batch is run.
Ensemble run_ensemble(std::size_t most_races, const std::optional<StopRule>& rule,
                      const RunBatch& run);

/// What the races say together.
std::vector<Spread> spreads_of(const std::vector<RaceOutcome>& races);

/// True once the rule is met by these races.
bool is_met(const StopRule& rule, const std::vector<RaceOutcome>& races);

/// The measure whose key is `name`, or the only one that begins with it ("peak_density").
std::optional<std::string> measure_key(const std::vector<Measure>& measures,
                                       const std::string& name);

}  // namespace gineste
