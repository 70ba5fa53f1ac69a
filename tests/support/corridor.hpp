// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <algorithm>
#include <cmath>
#include <iterator>
#include <vector>

#include "support/edie.hpp"
#include "support/watched_run.hpp"

namespace gineste::test {

/// Nobody is asked to walk up to the line, or to keep a pen's gap: behind it, too, everybody goes
/// at his own pace. Race scenarios say how pens come forward; a crowd that is being measured must
/// not.
template <class Start>
void set_approach_speed(Start& start, double speed_mps) {
    if constexpr (requires { start.approach_speed_mps = speed_mps; }) {
        start.approach_speed_mps = speed_mps;
        start.kept_gap_m = 0.0;
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

/// The same corridor held at a density from its ends. Through a start line of `line_m` come fewer
/// than the corridor takes: a free flow. Before an exit of `exit_m` stand more than get out: a
/// queue. Measured for 100 s, 80 m long, 40 m before the exit, once the queue is back beyond that.
struct FedCorridor {
    double width_m = 6.0;
    double line_m = 6.0;
    double exit_m = 6.0;
    CutNormal speed_mps{2.9, 0.29, 1.5, 5.0};

    CorridorFlow measure(std::uint64_t seed) const {
        const double exit_at_m = 250.0;
        const double from_s = exit_at_m / speed_mps.mean + 500.0;  // a queue at 4 /m2 takes so long
        const double to_s = from_s + 100.0;
        const double most_per_s = 2.5 * line_m;  // over the line, while it is measured
        Scenario scenario =
            plain_scenario(static_cast<int>(std::lround(most_per_s * to_s)), speed_mps.mean);
        scenario.seed = scenario.behaviour_seed = seed;
        scenario.field.speed_mps = speed_mps;
        set_width(scenario, width_m);
        scenario.start.line_width_m = line_m;
        set_approach_speed(scenario.start, kOwnPace);
        const Course course = narrowing_course(exit_at_m + 100.0, exit_at_m, width_m, exit_m);
        Edie edie({exit_at_m - 120.0, exit_at_m - 40.0, width_m}, {from_s, to_s});
        run_watched(
            scenario, course, draw_field(scenario, course),
            [&](Film& film, double time_s) { edie.see(film, time_s, scenario.step_s); }, to_s);
        return {edie.density_per_m2(), edie.speed_mps(), edie.flow_per_s_per_m()};
    }
};

/// Speed against density, as a corridor fed through one width after another shows it: the way the
/// open corridor of Jülich was brought to its densities, by the width of its entrance and exit.
class SpeedCurve {
  public:
    SpeedCurve(const CutNormal& speed_mps, std::uint64_t seed) {
        constexpr double wide_m = 6.0;
        for (const double line_m : {1.0, 2.0, 3.0, 4.5, wide_m}) {
            points_.push_back(FedCorridor{wide_m, line_m, wide_m, speed_mps}.measure(seed));
        }
        for (const double exit_m : {5.2, 4.5, 3.8, 3.0, 2.2, 1.5, 1.0}) {
            points_.push_back(FedCorridor{wide_m, wide_m, exit_m, speed_mps}.measure(seed));
        }
        std::sort(points_.begin(), points_.end(),
                  [](const auto& a, const auto& b) { return a.density_per_m2 < b.density_per_m2; });
    }
    const std::vector<CorridorFlow>& points() const { return points_; }
    double densest_per_m2() const { return points_.back().density_per_m2; }
    double capacity_per_s_per_m() const {
        double most = 0.0;
        for (const CorridorFlow& point : points_) most = std::max(most, point.flow_per_s_per_m);
        return most;
    }

    /// Linear between the points; beyond them, that of the last.
    double speed_mps(double density_per_m2) const {
        const auto above = std::find_if(points_.begin(), points_.end(), [&](const auto& point) {
            return point.density_per_m2 >= density_per_m2;
        });
        if (above == points_.end()) return points_.back().speed_mps;
        if (above == points_.begin()) return above->speed_mps;
        const CorridorFlow& below = *std::prev(above);
        const double part = (density_per_m2 - below.density_per_m2) /
                            (above->density_per_m2 - below.density_per_m2);
        return below.speed_mps + part * (above->speed_mps - below.speed_mps);
    }

  private:
    std::vector<CorridorFlow> points_;
};

}  // namespace gineste::test
