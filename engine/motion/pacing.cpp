// SPDX-License-Identifier: Apache-2.0
#include "motion/pacing.hpp"

#include "core/contract.hpp"

namespace gineste {

PacingLaw pacing_law(const Scenario& scenario, double length_m) {
    return {length_m, scenario.motion.lag_climb_s, scenario.motion.lag_descent_s,
            scenario.field.noise_sd, scenario.field.noise_length_m};
}

// Marched in space: each stretch is run at the speed of its middle, with the lag of the time taken.
double ideal_time_s(const Road& road, const PacingLaw& law, double flat_speed_mps,
                    double hill_response, double drift) {
    EXPECT(flat_speed_mps > 0.0);
    constexpr double stride_m = 10.0;
    const auto response = static_cast<float>(hill_response);
    float hills = PacingLaw::hill_factor(road.log_grade_ratio(0.0), response);
    double time_s = 0.0;
    for (double from_m = 0.0; from_m < road.length_m(); from_m += stride_m) {
        const double length_m = std::min(stride_m, road.length_m() - from_m);
        const double middle_m = from_m + 0.5 * length_m;
        const float drifted = law.drift_factor(static_cast<float>(drift), middle_m);
        const double before_mps = flat_speed_mps * drifted * hills;
        const float target = PacingLaw::hill_factor(road.log_grade_ratio(middle_m), response);
        const float after = law.lag_over(length_m / before_mps).next(hills, target);
        time_s += length_m / (flat_speed_mps * drifted * 0.5F * (hills + after));
        hills = after;
    }
    return time_s;
}

}  // namespace gineste
