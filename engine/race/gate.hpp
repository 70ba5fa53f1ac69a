// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <algorithm>
#include <cmath>

#include "motion/place.hpp"

namespace gineste {

/// A line that marshals close and open; while it is closed nobody crosses it but who was too near
/// to stop when it closed.
struct Gate {
    static constexpr double kSight = 15.0;   ///< m before it, where runners slow down for it
    static constexpr double kEaseOff = 1.0;  ///< m/s2, slowing down by choice
    double at_m = 0.0;
    bool closed = false;

    /// The most speed, m/s, so far before the closed gate, that one can still stop at it.
    static double speed_mps(double before_m, double step_s) {
        return std::min(std::sqrt(2.0 * kEaseOff * before_m), before_m / step_s);
    }
};

}  // namespace gineste
