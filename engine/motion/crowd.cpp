// SPDX-License-Identifier: Apache-2.0
#include "motion/crowd.hpp"

#include <algorithm>
#include <cmath>

namespace gineste {

float CrowdLaw::safe_speed_mps(float score, const Headway& own, float speed_mps) const {
    const float reaction = braking_mps2 * (own.time_gap_s - 0.5F * step_s);
    const float left = reaction * reaction + score -
                       braking_mps2 * (2.0F * own.standstill_gap_m + speed_mps * step_s);
    return std::max(0.0F, std::sqrt(std::max(0.0F, left)) - reaction);
}

float CrowdLaw::brake_score(float gap_m, const Headway& own, float speed_ahead_mps) const {
    return own.braking_share * speed_ahead_mps * speed_ahead_mps + 2.0F * braking_mps2 * gap_m;
}

CrowdLaw crowd_law(const Scenario& scenario) {
    const MotionSpec& motion = scenario.motion;
    return {static_cast<float>(scenario.step_s),     static_cast<float>(motion.body_depth_m),
            static_cast<float>(motion.body_width_m), static_cast<float>(motion.acceleration_mps2),
            static_cast<float>(motion.braking_mps2), static_cast<float>(motion.lateral_speed_mps),
            static_cast<float>(motion.yield_s)};
}

void Generation::resize(std::size_t slots) {
    place.resize(slots);
    offset_m.resize(slots);
    speed_mps.resize(slots);
}

void Generation::fence() {
    place.fence();
    offset_m.fence();
    speed_mps.fence();
}

void Generation::swap(Generation& other) {
    place.swap(other.place);
    offset_m.swap(other.offset_m);
    speed_mps.swap(other.speed_mps);
}

void Intent::resize(std::size_t slots) {
    wanted_mps.resize(slots);
    goal_m.resize(slots);
    time_gap_s.resize(slots);
    standstill_gap_m.resize(slots);
    braking_share.resize(slots);
}

}  // namespace gineste
