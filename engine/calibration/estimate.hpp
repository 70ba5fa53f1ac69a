// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <functional>
#include <limits>
#include <vector>

namespace gineste {

/// A fitted number and its standard error; NaN where nothing is known.
struct Estimate {
    double value = std::numeric_limits<double>::quiet_NaN();
    double error = std::numeric_limits<double>::quiet_NaN();
};

/// Fits the numbers of a sample, given the sample by index.
using Fit = std::function<std::vector<double>(const std::vector<std::size_t>& sample)>;

/// What `fit` finds for the whole sample of `count`, with the standard deviation of what it finds
/// for `kResamples` samples drawn from it with replacement (Efron 1979, Annals of Statistics 7:1).
std::vector<Estimate> bootstrap(std::size_t count, std::uint64_t seed, const Fit& fit);
inline constexpr std::size_t kResamples = 40;  // the error of an error is then a tenth of it

}  // namespace gineste
