// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "scenario/scenario.hpp"

namespace gineste {

/// Runners who stand abreast in a row `width_m` wide, at least one: bodies and 0.1 m between them.
int abreast(double width_m, double body_width_m);

/// Metres from one row of a pen to the next.
double pen_pitch_m(const Scenario& scenario);

/// The standstill gap, m, of those behind the start line. Nobody there sets off before the one
/// ahead has: they keep the gap at which they stood, up to `start.kept_gap`. So a start runs back
/// through a pen of 2.2 /m2 at 1.2 m/s (Bain & Bartolo 2019, Science 363:46), which a crowd that
/// closes up to its own gap first would not show.
double approach_gap_m(const Scenario& scenario);

/// Runners per second and metre of width that come up to the start line at `free_speed_mps`, or at
/// `start.approach_speed` where that is less: at the distances they keep there, and no more than
/// stood in the pen.
double approach_flow_per_s_per_m(const Scenario& scenario, double free_speed_mps);

}  // namespace gineste
