// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace gineste {

// Of times in order, without NaN.

/// Interpolated between order statistics (type 7 of Hyndman and Fan 1996), 0 <= share <= 1; NaN
/// where there is none.
double quantile_of_sorted(std::span<const double> sorted, double share);

/// The window of that length, [begin, begin + window), with most of them; its beginning is a time
/// of theirs, the first of several alike.
struct BusiestWindow {
    double begin_s = 0.0;  ///< NaN: there are no times
    std::size_t count = 0;
};
BusiestWindow busiest_window(std::span<const double> sorted_s, double window_s);

/// The minutes, counted from 0, in which there is one at least; each once, in order.
std::vector<long long> minutes_of(std::span<const double> sorted_s);

/// How many there are in each minute, [k, k + 1) · 60 s; ends with the minute of the last. Times
/// are not below 0.
std::vector<std::uint32_t> counts_by_minute(std::span<const double> sorted_s);

}  // namespace gineste
