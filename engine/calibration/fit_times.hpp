// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <vector>

#include "scenario/scenario.hpp"

namespace gineste {

/// The shifted log-normal law whose percentiles from 1 to 99 are nearest to those of these times
/// (least squares), s. Needs `kFewest` times.
TimeDistribution fit_times(std::vector<double> times_s);
inline constexpr std::size_t kFewest = 30;

/// Points of their distribution, from the first percentile to the 99th, to the second; two where
/// times differ at all.
std::vector<TimeQuantile> quantile_points(std::vector<double> times_s);

/// Share of runners under `time_s` by a law without quantiles.
double share_under(const TimeDistribution& law, double time_s);

/// Largest distance between the distribution of these times and the law (Kolmogorov).
double kolmogorov_distance(std::vector<double> times_s, const TimeDistribution& law);

}  // namespace gineste
