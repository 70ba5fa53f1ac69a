// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <algorithm>
#include <cmath>

#include "motion/place.hpp"

namespace gineste {

/// A line that marshals close and open; while it is closed nobody crosses it but who was too near
/// to stop when it closed, and brakes in vain.
struct Gate {
    static constexpr double kSight = 15.0;       ///< m before it, where runners slow down for it
    static constexpr double kEaseOff = 1.0;      ///< m/s2, slowing down by choice
    static constexpr double kStandBefore = 0.3;  ///< m before it, where the first one stands
    double at_m = 0.0;
    bool closed = false;

    /// The most speed, m/s, after the next step, from which one can still stop at the closed gate:
    /// from v now to w, (v + w)/2 · step + w²/(2 · easing off) is no more than the room before it.
    static double speed_mps(double before_m, double speed_now_mps, double step_s) {
        const double half = 0.5 * kEaseOff * step_s;
        const double room_m = before_m - kStandBefore;
        const double left = half * half + kEaseOff * (2.0 * room_m - speed_now_mps * step_s);
        return std::max(0.0, std::sqrt(std::max(0.0, left)) - half);
    }
};

}  // namespace gineste
