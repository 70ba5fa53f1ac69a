// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <vector>

#include "course/network.hpp"

namespace gineste {

/// Where two routes, or one with itself, cross on the map at 20° or more, and none of `named` is
/// within 50 m. They cross where neither ran on a road of the other's within 30 m: at a junction
/// where they part, meet or turn back they do not. Once for each place, by leg and chainage.
std::vector<MetOnMap> unnamed_crossings(const Network& network,
                                        const std::vector<CrossingSpec>& named);

}  // namespace gineste
