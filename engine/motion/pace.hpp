// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>

#include "core/instruction_set.hpp"
#include "motion/crowd.hpp"
#include "motion/pacing.hpp"
#include "motion/road.hpp"
#include "motion/row.hpp"

namespace gineste {

inline constexpr float kSlowest = 0.5F;  ///< m/s: nobody's own pace falls below a stroll
inline constexpr float kFastest = 7.9F;  ///< m/s: nor does it rise above this

/// What a runner's own pace depends on, in slot order.
struct PaceRows {
    Row<float> flat_speed_mps;  ///< traits, copied from the Field
    Row<float> hill_response;
    Row<float> drift;
    Row<float> noise_from;  ///< standard normal at the node of pace noise passed last
    Row<float> noise_to;    ///< and at the next
    Row<float> hills;       ///< lagged hill factor
    Row<Gait> gait;
};

/// How closely runners follow, by how they move. Faster runners keep shorter time gaps.
struct Headways {
    Headway running;
    Headway walking;              ///< at that speed one stops as fast as those ahead: b^ = b
    float transition_mps = 1.9F;  ///< whose own pace is below walks
    float gap_s_per_mps = 0.0F;  ///< added to the time gap for each m/s below kMiddling on the flat
    static constexpr float kMiddling = 3.0F;  ///< m/s

    static Headways of(const MotionSpec& motion);
};

/// The pacing law for one length of step.
struct PaceStep {
    const PacingLaw& law;
    PacingLaw::Lag lag;
    const Road& road;
    Headways headways;
    float approach_mps = kFastest;  ///< no faster than this up to the start line ...
    float approach_gap_m = 0.0F;    ///< ... and no closer than this, standing
    float shelter = 0.0F;           ///< share of the wind that a body ahead takes away ...
    float shelter_reach_m = 0.0F;   ///< ... within this distance
};

/// What slots [begin, end) at `place` want by themselves: `free_mps` is their speed with nobody
/// else on the road, and `intent` that they run so, where they are, at their own distance behind
/// others. `begin` is a multiple of 16.
void pace(InstructionSet instructions, const PaceStep& step, const Row<Place>& place,
          PaceRows& rows, const Row<float>& body_ahead_m, Row<float>& free_mps, Intent& intent,
          std::size_t begin, std::size_t end);

}  // namespace gineste
