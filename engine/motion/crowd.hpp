// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "core/instruction_set.hpp"
#include "motion/road.hpp"
#include "scenario/scenario.hpp"

namespace gineste {

/// Parameters of the crowd law, one set for the field. Bodies are boxes: depth along the road,
/// width across it.
struct CrowdLaw {
    float step_s = 0.5F;
    float depth_m = 0.3F;
    float width_m = 0.5F;
    float time_gap_s = 0.5F;
    float standstill_gap_m = 0.3F;
    float acceleration_mps2 = 1.2F;
    float braking_mps2 = 2.0F;
    float lateral_speed_mps = 0.8F;

    /// The speed after the step from which a runner can still stop behind the one ahead, who
    /// brakes too: Gipps 1981, Transportation Research B 15:105. From v now to w after a step h,
    /// w²/2b + w(T − h/2) + vh/2 <= gap + (speed ahead)²/2b, so that the time gap in even flow is
    /// T whatever the step. `score` is the least of `brake_score` over those ahead: one square
    /// root serves them all.
    float safe_speed_mps(float score, float speed_mps) const;
    /// Square of the speed ahead plus twice the braking times the free gap, m²/s².
    float brake_score(float gap_m, float speed_ahead_mps) const;
    /// A body and the farthest a runner may get in one step: who is nearer ahead is alongside.
    float reach_m(float speed_mps) const {
        return depth_m + (speed_mps + acceleration_mps2 * step_s) * step_s + kSkin;
    }
    static constexpr float kSkin = 2e-3F;  ///< m kept between bodies, above the rounding of places
};

CrowdLaw crowd_law(const Scenario& scenario);

/// The generation that a step reads, in slot order: chainage never rises from one slot to the
/// next, so the runners ahead of slot i are i−1, i−2, ... and those behind it i+1, i+2, ...
/// Places are kept in eighths of a millimetre, so that the distance between two runners is the
/// same number whoever of them asks.
class FrozenCrowd {
  public:
    static constexpr double kUnitsPerM = 8192.0;

    void resize(std::size_t slots);
    void set(std::size_t slot, double chainage_m, float offset_m, float speed_mps, float reach_m) {
        place_[kPad + slot] = static_cast<std::int32_t>(chainage_m * kUnitsPerM);
        offset_m_[kPad + slot] = offset_m;
        speed_mps_[kPad + slot] = speed_mps;
        reach_m_[kPad + slot] = reach_m;
    }
    /// The farthest reach of slots [begin, end) and of those behind that can matter to them.
    float longest_reach_m(std::size_t begin, std::size_t end) const;

    std::size_t size() const { return size_; }
    // Each array may be read kPad slots beyond either end: nobody is near there.
    static constexpr std::size_t kPad = 16;
    const std::int32_t* place() const { return place_.data() + kPad; }
    const float* offset_m() const { return offset_m_.data() + kPad; }
    const float* speed_mps() const { return speed_mps_.data() + kPad; }
    const float* reach_m() const { return reach_m_.data() + kPad; }

  private:
    std::size_t size_ = 0;
    std::vector<std::int32_t> place_;
    std::vector<float> offset_m_;
    std::vector<float> speed_mps_;
    std::vector<float> reach_m_;
};

/// What each runner wants, in slot order.
struct CrowdIntent {
    std::span<const float> speed_mps;
    /// Offset to move to before anything else, such as a table; NaN: none.
    std::span<const float> offset_goal_m;
};

/// The generation being written: each slot by itself only.
struct CrowdNext {
    std::span<const double> from_chainage_m;
    std::span<double> chainage_m;
    std::span<float> offset_m;
    std::span<float> speed_mps;
    std::span<std::int8_t> drift_side;  ///< −1 right, 0, +1 left: read and written by its own slot
};

/// One step of slots [begin, end). No two bodies that were apart touch after it, whatever the
/// other slots do in the same step; the room's README has the argument.
void jostle(InstructionSet instructions, const CrowdLaw& law, const Road& road,
            const FrozenCrowd& now, const CrowdIntent& intent, const CrowdNext& next,
            std::size_t begin, std::size_t end);

}  // namespace gineste
