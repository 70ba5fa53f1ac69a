// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "scenario/scenario.hpp"

namespace gineste {

/// How much road a runner takes in even flow, all that the capacity of a road depends on. Runners
/// follow one another in strips `strip_m` wide, a front every
///
///     s(v) = depth + standstill gap + T·v + (v²/2)·(1/b − 1/b_ahead)
///
/// metres at speed v: a body, the gap kept standing, the way of a reaction, and what is added for
/// the one ahead braking harder than oneself. Equilibrium of Gipps 1981, Transportation Research B
/// 15:105, which the crowd law steps. A road of one width carries q(v) = v / (strip · s(v)) runners
/// a second and metre.
struct HeadwayLaw {
    double depth_m = 0.3;
    double standstill_gap_m = 0.3;
    double time_gap_s = 0.5;
    double braking_mps2 = 2.0;
    double braking_ahead_mps2 = 2.0;  ///< assumed of the one ahead; not under braking_mps2
    double strip_m = 0.55;            ///< a body and what is kept beside it

    /// Metres from front to front, > 0.
    double spacing_m(double speed_mps) const;
    /// Runners per second and metre of width at that even speed.
    double flow_per_s_per_m(double speed_mps) const;
    /// Runners per m² at that even speed.
    double density_per_m2(double speed_mps) const;
    /// The speed, m/s, of a queue through which so many pass: the slower of the two speeds with
    /// that flow. Infinite for a flow that no speed gives.
    double queue_speed_mps(double flow_per_s_per_m) const;
};

/// Of the scenario's runners, running.
HeadwayLaw headway_law(const MotionSpec& motion);
/// And walking.
HeadwayLaw walking_headway_law(const MotionSpec& motion);

/// The most runners per second and metre of width that pass at `free_speed_mps` or slower.
double capacity_per_s_per_m(const HeadwayLaw& law, double free_speed_mps);

}  // namespace gineste
