// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <vector>

#include "scenario/day_spec.hpp"

namespace gineste {

/// One of the roads that run into one.
struct Claim {
    double width_m = 0.0;  ///< of the road
    double need_m = 0.0;   ///< of its width, for those who come now; not over `width_m`
};

/// How `total_m` of width are divided among roads that run into one, in their order. Zip: everybody
/// gets what he needs, or as much as those who do not get it either (max-min fair, so that one from
/// each road in turn comes through where all press). Priority: `first` before all others. What
/// nobody needs goes to those who come on a road wider than their part; who does not come gets
/// none.
std::vector<double> divided_width_m(MergeRule rule, std::size_t first,
                                    const std::vector<Claim>& claims, double total_m);

/// The width at which so many on a stretch of that length are not crowded: 0.4 runners per m².
double needed_width_m(std::size_t runners, double length_m, double width_m);

}  // namespace gineste
