// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <vector>

#include "course/network.hpp"

namespace gineste {

/// One time that a race runs a leg.
struct LegRun {
    std::size_t race = 0;
    std::size_t step = 0;  ///< of its route
    LegId leg;
    Direction direction = Direction::forward;
    double begin_m = 0.0;  ///< chainage of the race
    double end_m = 0.0;
    bool is_last = false;  ///< step of the route

    bool is_first() const { return step == 0; }
    bool is_same_way(const LegRun& other) const {
        return leg == other.leg && direction == other.direction;
    }
    /// Chainage of the race at a place of the leg, counted forward.
    double chainage_m(double at_m) const {
        return direction == Direction::forward ? begin_m + at_m : end_m - at_m;
    }
    /// The place of the leg, counted forward, at a chainage of the race.
    double on_leg_m(double chainage_m) const {
        return direction == Direction::forward ? chainage_m - begin_m : end_m - chainage_m;
    }
};

/// Width of a leg at its sample nearest to a place, m.
double leg_width_m(const Leg& leg, double at_m);

/// By race, in the order of its route.
std::vector<std::vector<LegRun>> leg_runs(const Network& network);

}  // namespace gineste
