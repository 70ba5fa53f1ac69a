// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <algorithm>
#include <cstdint>

#include "scenario/scenario.hpp"

namespace gineste {

enum class Gait : std::uint8_t { run, walk };

/// When runners walk, and how fast. Running speeds are those that the pacing law allows on the
/// slope, m/s; gradients are rise over run, positive uphill.
struct GaitLaw {
    float transition_mps = 0.0F;  ///< 0: nobody ever walks
    float fall_mps = 0.0F;        ///< of the transition speed, per unit of gradient uphill
    float margin_mps = 0.0F;
    float least_mps = 0.0F;
    float most_mps = 0.0F;

    /// Running speed between running and walking. Falls uphill: Brill & Kram 2021, JEB 224(3).
    float transition_at_mps(float gradient) const {
        return transition_mps - fall_mps * std::max(0.0F, gradient);
    }
    /// The gait of the next step: it changes a margin below the transition speed, and back a
    /// margin above, so that a runner near it does not change at every step.
    Gait next(Gait now, float running_mps, float gradient) const {
        if (running_mps > transition_mps + margin_mps) return Gait::run;  // most, at once
        const float here_mps = transition_at_mps(gradient);
        return running_mps < here_mps + (now == Gait::walk ? margin_mps : -margin_mps) ? Gait::walk
                                                                                       : Gait::run;
    }
    /// Speed in that gait. Walking uphill is slower than running by what it costs more, between
    /// least and most, but nobody is made faster by walking.
    float speed_mps(Gait gait, float running_mps, float gradient) const;
};

/// Nobody changes gait where the scenario says so, or where its grade law is that of walkers.
GaitLaw gait_law(const Scenario& scenario);

/// Walking speed over running speed at equal effort, in (0, 1]: how much less the cost of running
/// rises with the gradient than that of walking, each over its own level cost (Minetti et al.
/// 2002); 1 on the level and downhill.
double walking_share(double gradient);

}  // namespace gineste
