// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace gineste {

// Intervals from independent replications of one race. A replication counts once, whatever it
// holds: two minutes of one race are not two observations.

inline constexpr double kConfidence = 0.95;

struct Interval {
    double low = 0.0;
    double high = 0.0;
    double half_width() const { return 0.5 * (high - low); }
    bool holds(double value) const { return low <= value && value <= high; }
};

struct Sample {
    std::size_t count = 0;
    double mean = 0.0;
    double sd = 0.0;  ///< of the sample, n − 1; NaN under two values
};
Sample sample_of(const std::vector<double>& values);

/// Student's interval of the mean; without end under two values.
Interval mean_interval(const Sample& sample, double confidence = kConfidence);

/// Interval of a quantile from order statistics, free of any distribution; between two ranks it is
/// interpolated so that it is as wide as asked for and no wider (Nyblom 1992, Statistics &
/// Probability Letters 14:129; for the median Hettmansperger and Sheather 1986). An end that no
/// value of the sample can bound is infinite: the 95th percentile has an upper end from 72 values
/// on. Values may come in any order and hold no NaN.
Interval quantile_interval(std::vector<double> values, double share,
                           double confidence = kConfidence);

/// The least number of replications after which Student's interval of a mean that lies
/// `distance` from zero would not hold zero, were the spread `sd`; none where the distance is 0.
std::optional<std::size_t> replications_for(double distance, double sd,
                                            double confidence = kConfidence);

}  // namespace gineste
