// SPDX-License-Identifier: Apache-2.0
#include "motion/capacity.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/contract.hpp"

namespace gineste {
namespace {

constexpr double kElbow = 0.1;  // m kept beside a body by those who run side by side

double standing_m(const HeadwayLaw& law) { return law.depth_m + law.standstill_gap_m; }

// k of s(v) = standing + T·v + k·v²
double braking_share(const HeadwayLaw& law) {
    return 0.5 * (1.0 / law.braking_mps2 - 1.0 / law.braking_ahead_mps2);
}

}  // namespace

double HeadwayLaw::spacing_m(double speed_mps) const {
    return standing_m(*this) + (time_gap_s + braking_share(*this) * speed_mps) * speed_mps;
}

double HeadwayLaw::flow_per_s_per_m(double speed_mps) const {
    return speed_mps * density_per_m2(speed_mps);
}

double HeadwayLaw::density_per_m2(double speed_mps) const {
    return 1.0 / (strip_m * spacing_m(speed_mps));
}

// v = g·s(v) with g = strip · flow: the smaller root of a quadratic, in the form that holds for
// k = 0 too.
double HeadwayLaw::queue_speed_mps(double flow_per_s_per_m) const {
    const double g = strip_m * flow_per_s_per_m;
    const double free = 1.0 - time_gap_s * g;
    if (free <= 0.0) return std::numeric_limits<double>::infinity();
    const double under = free * free - 4.0 * braking_share(*this) * standing_m(*this) * g * g;
    if (under < 0.0) return std::numeric_limits<double>::infinity();
    return 2.0 * standing_m(*this) * g / (free + std::sqrt(under));
}

HeadwayLaw headway_law(const MotionSpec& motion) {
    return {motion.body_depth_m, motion.standstill_gap_m,   motion.time_gap_s,
            motion.braking_mps2, motion.braking_ahead_mps2, motion.body_width_m + kElbow};
}

HeadwayLaw walking_headway_law(const MotionSpec& motion) {
    return {motion.body_depth_m,       motion.walking_standstill_gap_m,
            motion.walking_time_gap_s, motion.braking_mps2,
            motion.braking_mps2,       motion.body_width_m + kElbow};
}

// dq/dv = 0 where standing = k·v²; without k the flow grows with any speed.
double capacity_per_s_per_m(const HeadwayLaw& law, double free_speed_mps) {
    EXPECT(free_speed_mps > 0.0);
    const double k = braking_share(law);
    EXPECT(k >= 0.0);
    const double best_mps =
        k > 0.0 ? std::sqrt(standing_m(law) / k) : std::numeric_limits<double>::infinity();
    return law.flow_per_s_per_m(std::min(free_speed_mps, best_mps));
}

}  // namespace gineste
