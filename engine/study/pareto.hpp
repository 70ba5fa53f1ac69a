// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <vector>

namespace gineste {

/// Whether `a` is nowhere worse than `b`, and better somewhere; less is better.
bool dominates(const std::vector<double>& a, const std::vector<double>& b);

/// Those that nobody dominates, ascending; of equal ones the first.
std::vector<std::size_t> pareto_front(const std::vector<std::vector<double>>& points);

/// At most `count` of the points, spread: the best in each objective, then again and again the one
/// farthest from those taken, distances by the range of each objective (Gonzalez 1985). Ascending.
std::vector<std::size_t> spread_out(const std::vector<std::vector<double>>& points,
                                    std::size_t count);

/// The volume that is dominated by points of two or three objectives, up to `reference`. By
/// slicing along the last objective.
double hypervolume(const std::vector<std::vector<double>>& points,
                   const std::vector<double>& reference);

}  // namespace gineste
