// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "motion/road.hpp"
#include "race/state.hpp"

namespace gineste {

/// A race as those see it who divide the road: what it runs on, and who is where.
struct RoadUser {
    Road* road = nullptr;
    const Race::State* state = nullptr;
    bool starts = true;  ///< somebody may still come out of its pens
};

}  // namespace gineste
