// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <span>

namespace gineste {

/// Pairs who came over one line in one order and over another in the other: the overtakes between
/// them, each counted once. One entry per runner in both, times in any unit; who has NaN in either
/// is left out, and equal times are no order. O(n log n), by merging.
/// Without queues it is half the number of runners times model notes, § 2.9.
std::uint64_t count_overtakes(std::span<const double> first, std::span<const double> second);

}  // namespace gineste
