// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <vector>

#include "course/network.hpp"
#include "motion/place.hpp"

namespace gineste {

/// A stretch of a race's road on which its runners see those of another race, or of their own a lap
/// apart: both run the same legs the same way.
struct Sight {
    std::size_t race = 0;
    std::size_t other = 0;
    Place from = 0;              ///< on the axis of `race`; who is there is seen ...
    Place to = 0;                ///< ... up to here
    Place shift = 0;             ///< added to a place of `other` it gives that of `race`
    std::size_t step = 0;        ///< of the route of `race`, where the stretch begins
    std::size_t other_step = 0;  ///< and of that of `other`
    bool ahead_if_level = false;
};

/// Every such stretch, both ways round. Where roads come together they see each other a little
/// sooner, so that nobody on either side of the seam is missed; where they part, a body longer.
/// Those who start at the same line see each other in their pens, too.
std::vector<Sight> sights(const Network& network);

/// Metres before a seam from which the roads that meet there lie side by side.
inline constexpr double kSideBySide = 12.0;

}  // namespace gineste
