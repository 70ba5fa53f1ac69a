// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <vector>

#include "course/map_plane.hpp"
#include "course/network.hpp"

namespace gineste {

/// Where the legs of a network are drawn, metres on a plane.
struct NetworkLayout {
    std::vector<std::vector<MapPlace>> legs;  ///< by leg, as run forward; at least two places each
    bool is_to_scale = true;  ///< else no leg has a place on the map, and long ones are shortened
};

/// Legs on the map stand where they are. Straight ones go between the junctions that they join;
/// where one of these has no place, on from the other, as straight as what is there before leaves
/// room for; a lap is a circle.
NetworkLayout laid_out(const Network& network);

}  // namespace gineste
