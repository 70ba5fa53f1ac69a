// SPDX-License-Identifier: Apache-2.0
#include "motion/pens.hpp"

#include <algorithm>

#include "motion/capacity.hpp"

namespace gineste {
namespace {

constexpr double kBetweenBodies = 0.1;  // m from elbow to elbow of those who stand abreast

}  // namespace

int abreast(double width_m, double body_width_m) {
    return std::max(1, static_cast<int>(width_m / (body_width_m + kBetweenBodies)));
}

double pen_pitch_m(const Scenario& scenario) {
    const StartSpec& start = scenario.start;
    const int row = abreast(start.pen_width_m, scenario.motion.body_width_m);
    return row / (start.pen_density_per_m2 * start.pen_width_m);
}

double approach_gap_m(const Scenario& scenario) {
    const double stood_at_m = pen_pitch_m(scenario) - scenario.motion.body_depth_m;
    return std::clamp(stood_at_m, 0.0, scenario.start.kept_gap_m);
}

double approach_flow_per_s_per_m(const Scenario& scenario, double free_speed_mps) {
    const MotionSpec& motion = scenario.motion;
    const double speed_mps = std::min(free_speed_mps, scenario.start.approach_speed_mps);
    const bool walks = speed_mps < motion.walking.transition_speed_mps;
    HeadwayLaw law = walks ? walking_headway_law(motion) : headway_law(motion);
    law.standstill_gap_m = std::max(law.standstill_gap_m, approach_gap_m(scenario));
    return std::min(capacity_per_s_per_m(law, speed_mps),
                    scenario.start.pen_density_per_m2 * speed_mps);
}

}  // namespace gineste
