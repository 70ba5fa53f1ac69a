// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cmath>

#include "support/edie.hpp"
#include "support/watched_run.hpp"

namespace gineste::test {

/// Nobody is asked to walk up to the line: behind it, too, everybody goes at his own pace. Race
/// scenarios say how fast pens come forward; a crowd that is being measured must not.
template <class Start>
void set_approach_speed(Start& start, double speed_mps) {
    if constexpr (requires { start.approach_speed_mps = speed_mps; }) {
        start.approach_speed_mps = speed_mps;
    }
}
inline constexpr double kOwnPace = 100.0;  // m/s: no limit

/// Pens, line and road all of one width.
inline void set_width(Scenario& scenario, double width_m) {
    scenario.start.line_width_m = scenario.start.pen_width_m = width_m;
}

/// What a corridor carries at one density.
struct CorridorFlow {
    double density_per_m2 = 0.0;
    double speed_mps = 0.0;
    double flow_per_s_per_m = 0.0;
};

/// A steady flow at a set density. There is no closed corridor to let a crowd run round in; but in
/// a pen so long that neither its head (a start wave comes back at under 2 m/s) nor its tail (the
/// fastest come forward at 1.3 times the mean) is felt in its middle while it is measured, the
/// density there stays what it was set to. All set off at the same moment; after `settle_s` they
/// are measured for a minute, over 60 m, by Edie's definitions.
struct LongPen {
    double width_m = 5.0;
    CutNormal speed_mps{2.9, 0.29, 1.5, 5.0};
    double settle_s = 60.0;

    CorridorFlow measure(double density_per_m2, std::uint64_t seed) const {
        constexpr double measured_s = 60.0;
        const double end_s = settle_s + measured_s;
        const double head_m = 2.0 * end_s;
        const double tail_m = 1.3 * speed_mps.mean * end_s;
        const double area_m = 60.0;
        const double length_m = head_m + area_m + tail_m;
        Scenario scenario = plain_scenario(
            static_cast<int>(std::lround(density_per_m2 * width_m * length_m)), speed_mps.mean);
        scenario.seed = scenario.behaviour_seed = seed;
        scenario.field.speed_mps = speed_mps;
        scenario.start.pen_density_per_m2 = density_per_m2;
        set_width(scenario, width_m);
        set_approach_speed(scenario.start, kOwnPace);
        const Course course = straight_course(1000.0, 0.0, width_m);
        Edie edie({-head_m - area_m, -head_m, width_m}, {settle_s, end_s});
        run_watched(
            scenario, course, draw_field(scenario, course),
            [&](Film& film, double time_s) { edie.see(film, time_s, scenario.step_s); }, end_s);
        return {edie.density_per_m2(), edie.speed_mps(), edie.flow_per_s_per_m()};
    }
};

}  // namespace gineste::test
