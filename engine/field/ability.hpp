// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <span>
#include <vector>

#include "scenario/scenario.hpp"

namespace gineste {

/// The time, seconds, of a runner whose ability is `z` in a standard normal distribution, slower
/// ones higher.
double drawn_time_s(const TimeDistribution& law, double z);

/// What so many runners took: one line of a table of results.
struct TimeCount {
    double time_s = 0.0;  ///< at most this long, and over that of the line before
    double runners = 0.0;
};

/// Quantiles of net times by their counts in ascending order of time, at even steps of the normal
/// deviate between the first and last 0.3 %: so many that between two of them lies at most
/// `largest_share` of the runners. Within a line times are spread evenly from `first_s`.
std::vector<TimeQuantile> quantiles_of(std::span<const TimeCount> counts, double first_s,
                                       double largest_share = 0.04);

/// The ability behind quantiles observed in a race: each of them over the delay, as a share of the
/// time, that the simulated race put on top of the undisturbed time: `observed` · ideal /
/// simulated, with the quantiles of `ideal_s` and `simulated_s` (any order) at the same shares.
std::vector<TimeQuantile> undisturbed(std::span<const TimeQuantile> observed,
                                      std::vector<double> ideal_s, std::vector<double> simulated_s);

}  // namespace gineste
