// SPDX-License-Identifier: Apache-2.0
#include "motion/pacing.hpp"

#include "core/contract.hpp"

namespace gineste {

namespace {

Fade fade_of(const FieldSpec& field) {
    return {field.drift_from, field.drift_to - field.drift_from, field.drift_sooner,
            field.end_spurt};
}

}  // namespace

PacingLaw pacing_law(const Scenario& scenario, double length_m) {
    return {length_m,
            scenario.motion.lag_climb_s,
            scenario.motion.lag_descent_s,
            scenario.field.noise_sd,
            scenario.field.noise_length_m,
            gait_law(scenario),
            WindLaw(scenario.weather),
            fade_of(scenario.field)};
}

namespace {

// A stretch of road, run at the speed of its middle.
struct Stretch {
    double length_m = 0.0;
    float drifted = 1.0F;  // share of the flat speed that the drift leaves
    float target = 1.0F;   // hill factor
    float gradient = 0.0F;
    float headwind_mps = 0.0F;
};

struct Marcher {
    double flat_speed_mps = 0.0;
    float hills = 1.0F;
    Gait gait = Gait::run;
    double time_s = 0.0;

    void march(const PacingLaw& law, const Stretch& stretch);
};

void Marcher::march(const PacingLaw& law, const Stretch& stretch) {
    const double drifted_mps = flat_speed_mps * stretch.drifted;
    const float before = hills;
    hills = law.lagged(hills, stretch.target, stretch.length_m / (drifted_mps * before));
    const auto running_mps = static_cast<float>(drifted_mps * 0.5F * (before + hills));
    const float speed_mps =
        law.own_speed_mps(running_mps, stretch.gradient, stretch.headwind_mps, 0.0F, gait);
    time_s += stretch.length_m / speed_mps;
}

}  // namespace

// Marched in space: the lag of a stretch is that of the time taken for it.
std::vector<double> ideal_times_s(const Road& road, const PacingLaw& law,
                                  std::span<const double> flat_speeds_mps, double hill_response,
                                  double drift) {
    constexpr double stride_m = 10.0;
    const auto response = static_cast<float>(hill_response);
    const float hills = PacingLaw::hill_factor(road.log_grade_ratio(0.0), response);
    std::vector<Marcher> marchers;
    for (const double flat_speed_mps : flat_speeds_mps) {
        EXPECT(flat_speed_mps > 0.0);
        marchers.push_back({flat_speed_mps, hills, Gait::run, 0.0});
    }
    for (double from_m = 0.0; from_m < road.length_m(); from_m += stride_m) {
        const double length_m = std::min(stride_m, road.length_m() - from_m);
        const double middle_m = from_m + 0.5 * length_m;
        const Stretch stretch{length_m, law.drift_factor(static_cast<float>(drift), middle_m),
                              PacingLaw::hill_factor(road.log_grade_ratio(middle_m), response),
                              road.gradient(middle_m), road.headwind_mps(middle_m)};
        for (Marcher& marcher : marchers) marcher.march(law, stretch);
    }
    std::vector<double> times_s;
    for (const Marcher& marcher : marchers) times_s.push_back(marcher.time_s);
    return times_s;
}

double ideal_time_s(const Road& road, const PacingLaw& law, double flat_speed_mps,
                    double hill_response, double drift) {
    return ideal_times_s(road, law, {&flat_speed_mps, 1}, hill_response, drift).front();
}

}  // namespace gineste
