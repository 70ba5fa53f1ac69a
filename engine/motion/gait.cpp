// SPDX-License-Identifier: Apache-2.0
#include "motion/gait.hpp"

#include "motion/grade.hpp"

namespace gineste {

// Ratios and not costs: the fits lie 6 % (running) and 52 % (walking) above what was measured on
// the level, and walking is not the cheaper gait at the speed of the transition.
double walking_share(double gradient) {
    if (gradient <= 0.0) return 1.0;
    const double running = minetti_running_cost(gradient) / minetti_running_cost(0.0);
    const double walking = minetti_walking_cost(gradient) / minetti_walking_cost(0.0);
    return std::min(1.0, running / walking);
}

float GaitLaw::speed_mps(Gait gait, float running_mps, float gradient) const {
    if (gait == Gait::run) return running_mps;
    const float walking_mps = running_mps * static_cast<float>(walking_share(gradient));
    return std::clamp(walking_mps, std::min(least_mps, running_mps),
                      std::min(most_mps, running_mps));
}

GaitLaw gait_law(const Scenario& scenario) {
    const WalkingSpec& walking = scenario.motion.walking;
    const bool all_walk = scenario.motion.grade == GradeLaw::minetti_walking;
    if (walking.gaits == Gaits::run_only || all_walk) return {};
    return {static_cast<float>(walking.transition_speed_mps),
            static_cast<float>(walking.transition_fall_mps),
            static_cast<float>(walking.transition_margin_mps),
            static_cast<float>(walking.least_speed_mps),
            static_cast<float>(walking.most_speed_mps)};
}

}  // namespace gineste
