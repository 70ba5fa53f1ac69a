// SPDX-License-Identifier: Apache-2.0
#include "motion/crowd.hpp"

#include <algorithm>
#include <cmath>

#include "core/parallel.hpp"
#include "motion/neighbours.hpp"

namespace gineste {
namespace {

constexpr float kSkin = CrowdLaw::kSkin;
constexpr float kElbowRoom = 0.2F;   // m free each side, below which runners shift apart
constexpr float kShiftTime = 1.0F;   // s, to take a step to the side
constexpr float kSideStep = 0.15F;   // m/s, sideways from standing
constexpr float kSteering = 0.3F;    // sideways speed as a share of the speed ahead, beyond that
constexpr float kLeastGain = 0.1F;   // m/s, that overtaking must promise
constexpr float kShiftCost = 0.03F;  // m/s, for each half strip it is away
constexpr float kHabit = 0.1F;       // m/s, for going on to the side already begun

struct Sidestep {
    float distance_m = 0.0F;
    std::int8_t side = 0;
};

/// One step of the whole crowd.
struct Step {
    const CrowdLaw& law;
    const Road& road;
    const FrozenCrowd& now;
    const CrowdIntent& intent;
    const CrowdNext& next;
    float longest_reach_m = 0.0F;
};

/// What is around one runner for one step.
struct Surroundings {
    View view;
    float speed_mps = 0.0F;
    float wanted_mps = 0.0F;
    float held_mps = 0.0F;  ///< wanted, or what the runner ahead leaves of it
    float edge_m = 0.0F;    ///< farthest offset that the road ahead allows
    int habit = 0;          ///< side last stepped to
};

// The strip to the side that promises most, in half strips; 0 where staying is as good.
template <int Lanes>
GINESTE_INLINE int better_strip(const CrowdLaw& law, const Looker<Lanes>& looker,
                                const Surroundings& around) {
    // No strip is worth weighing that half its way to the side is not free.
    const float widest_m = std::max(around.view.left_m, around.view.right_m);
    if (widest_m < 0.5F * half_strip_m(law)) return 0;
    const auto scores = looker.strip_scores();
    int best = 0;
    float best_mps = around.held_mps + kLeastGain;
    for (std::size_t c = 0; c < kShifts.size(); ++c) {
        const int shift = kShifts[c];
        const float shift_m = static_cast<float>(shift) * half_strip_m(law);
        const float beside_m = shift > 0 ? around.view.left_m : around.view.right_m;
        if (beside_m < 0.5F * std::abs(shift_m)) continue;
        if (std::abs(looker.offset_m() + shift_m) > around.edge_m) continue;
        const float cost_mps = kShiftCost * static_cast<float>(std::abs(shift)) -
                               (shift * around.habit > 0 ? kHabit : 0.0F);
        const float speed_mps =
            std::min(around.wanted_mps, law.safe_speed_mps(scores[c], around.speed_mps)) - cost_mps;
        if (speed_mps <= best_mps) continue;
        best = shift;
        best_mps = speed_mps;
    }
    return best;
}

// Half of the free space to each side is ours, the other half the neighbour's: so two runners who
// move towards each other in the same step cannot touch.
GINESTE_INLINE Sidestep sidestep(const CrowdLaw& law, const View& view, float wanted_sideways_mps,
                                 float speed_mps) {
    const float most_mps = std::min(law.lateral_speed_mps, kSideStep + kSteering * speed_mps);
    const float sideways_m = std::clamp(wanted_sideways_mps, -most_mps, most_mps) * law.step_s;
    const float least_m = -0.5F * std::max(0.0F, view.right_m - kSkin);
    const float largest_m = 0.5F * std::max(0.0F, view.left_m - kSkin);
    Sidestep step;
    step.distance_m = std::clamp(sideways_m, least_m, largest_m);
    if (sideways_m != 0.0F) step.side = sideways_m > 0.0F ? 1 : -1;
    return step;
}

// How far one may run before the edge of a narrowing road closes on a body at |offset_m|.
float room_to_edge_m(const CrowdLaw& law, const Road& road, double chainage_m, float offset_m,
                     float wanted_m) {
    const float needed_m = std::abs(offset_m) + 0.5F * law.width_m - kSkin;  // rounding is no wall
    float clear_m = 0.0F;
    float clear_half_m = road.half_width_m(chainage_m);
    constexpr int pieces = 4;  // widths are linear over longer stretches than a piece of a step
    for (int piece = 1; piece <= pieces; ++piece) {
        const float at_m = wanted_m * static_cast<float>(piece) / pieces;
        const float half_m = road.half_width_m(chainage_m + at_m);
        if (half_m < needed_m) {
            if (clear_half_m <= needed_m) return clear_m;
            const float part = (clear_half_m - needed_m) / (clear_half_m - half_m);
            const float met_m = clear_m + part * (at_m - clear_m);
            // A bend of the edge within the piece may come before the straight line between.
            return road.half_width_m(chainage_m + met_m) >= needed_m ? met_m : clear_m;
        }
        clear_m = at_m;
        clear_half_m = half_m;
    }
    return wanted_m;
}

// Where the runner would like to go sideways, m/s, left positive.
template <int Lanes>
GINESTE_INLINE float wanted_sideways_mps(const CrowdLaw& law, const Looker<Lanes>& looker,
                                         const Surroundings& around, float goal_m) {
    const float offset_m = looker.offset_m();
    if (std::abs(offset_m) > around.edge_m) {  // the road narrows: in, before anything else
        const float over_m = std::abs(offset_m) - around.edge_m;
        return std::copysign(kSideStep + over_m / kShiftTime, -offset_m);
    }
    if (!std::isnan(goal_m)) return (goal_m - offset_m) / kShiftTime;
    if (around.held_mps + kLeastGain < around.wanted_mps) {
        const int shift = better_strip(law, looker, around);
        if (shift != 0) return static_cast<float>(shift) * half_strip_m(law) / kShiftTime;
    }
    const View& view = around.view;
    return (std::min(view.left_m, kElbowRoom) - std::min(view.right_m, kElbowRoom)) / kShiftTime;
}

// The speed after the step, held between what legs can gain and lose in it.
float eased_speed_mps(const CrowdLaw& law, float now_mps, float aim_mps) {
    const float faster_mps = now_mps + law.acceleration_mps2 * law.step_s;
    const float slower_mps = now_mps - 2.0F * law.braking_mps2 * law.step_s;
    return std::max(0.0F, std::clamp(aim_mps, slower_mps, faster_mps));
}

template <int Lanes>
GINESTE_INLINE void advance_slot(const Step& step, std::size_t i) {
    const CrowdLaw& law = step.law;
    const Road& road = step.road;
    const CrowdNext& next = step.next;
    const double chainage_m = next.from_chainage_m[i];
    const float speed_mps = step.now.speed_mps()[i];
    Surroundings around;
    around.speed_mps = speed_mps;
    around.wanted_mps = step.intent.speed_mps[i];
    const Looker<Lanes> looker(law, step.now, i, std::max(around.wanted_mps, speed_mps));
    around.view = looker.look(step.longest_reach_m);
    around.held_mps = std::min(around.wanted_mps, law.safe_speed_mps(around.view.score, speed_mps));
    around.habit = next.drift_side[i];

    const float half_body_m = 0.5F * law.width_m;
    const float half_road_m = std::max(0.0F, road.half_width_m(chainage_m) - half_body_m);
    around.edge_m = std::max(0.0F, road.half_width_ahead_m(chainage_m) - half_body_m);
    const float offset_m = looker.offset_m();
    const Sidestep aside =
        sidestep(law, around.view,
                 wanted_sideways_mps(law, looker, around, step.intent.offset_goal_m[i]), speed_mps);
    const float aside_m = std::clamp(offset_m + aside.distance_m, std::min(offset_m, -half_road_m),
                                     std::max(offset_m, half_road_m));

    float after_mps = eased_speed_mps(law, speed_mps, around.held_mps);
    float forward_m = 0.5F * (speed_mps + after_mps) * law.step_s;
    float room_m = std::max(0.0F, around.view.room_m - kSkin);
    if (std::abs(aside_m) > around.edge_m) {
        room_m = std::min(room_m, room_to_edge_m(law, road, chainage_m, aside_m, forward_m));
    }
    if (forward_m > room_m) {
        forward_m = room_m;
        after_mps = std::min(after_mps, room_m / law.step_s);
    }
    next.chainage_m[i] = chainage_m + static_cast<double>(forward_m);
    next.offset_m[i] = aside_m;
    next.speed_mps[i] = after_mps;
    next.drift_side[i] = aside.side;
}

template <int Lanes>
GINESTE_INLINE void advance_slots(const Step& step, std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) advance_slot<Lanes>(step, i);
}

void advance_baseline(const Step& step, std::size_t begin, std::size_t end) {
    advance_slots<4>(step, begin, end);
}
__attribute__((target("avx2"))) void advance_avx2(const Step& step, std::size_t begin,
                                                  std::size_t end) {
    advance_slots<8>(step, begin, end);
}

}  // namespace

float CrowdLaw::safe_speed_mps(float score, float speed_mps) const {
    const float reaction = braking_mps2 * (time_gap_s - 0.5F * step_s);
    const float left = reaction * reaction + score - braking_mps2 * speed_mps * step_s;
    return std::max(0.0F, std::sqrt(std::max(0.0F, left)) - reaction);
}

float CrowdLaw::brake_score(float gap_m, float speed_ahead_mps) const {
    return speed_ahead_mps * speed_ahead_mps + 2.0F * braking_mps2 * (gap_m - standstill_gap_m);
}

CrowdLaw crowd_law(const Scenario& scenario) {
    const MotionSpec& motion = scenario.motion;
    return {
        static_cast<float>(scenario.step_s),         static_cast<float>(motion.body_depth_m),
        static_cast<float>(motion.body_width_m),     static_cast<float>(motion.time_gap_s),
        static_cast<float>(motion.standstill_gap_m), static_cast<float>(motion.acceleration_mps2),
        static_cast<float>(motion.braking_mps2),     static_cast<float>(motion.lateral_speed_mps)};
}

void FrozenCrowd::resize(std::size_t slots) {
    constexpr std::int32_t beyond = 1'100'000'000;  // ahead of and behind any race, not near it
    size_ = slots;
    const std::size_t padded = slots + 2 * kPad;
    place_.resize(padded);
    offset_m_.resize(padded);
    speed_mps_.resize(padded);
    reach_m_.resize(padded);
    for (std::size_t k = 0; k < kPad; ++k) {
        for (const std::size_t at : {k, kPad + slots + k}) {
            place_[at] = at < kPad ? beyond : -beyond;
            offset_m_[at] = 0.0F;
            speed_mps_[at] = 0.0F;
            reach_m_[at] = 0.0F;
        }
    }
}

float FrozenCrowd::longest_reach_m(std::size_t begin, std::size_t end) const {
    // More slots than fit between a runner and the farthest reach on the widest road there is.
    constexpr std::size_t behind = 2 * kBlock;
    const float* first = reach_m() + begin;
    const float* last = reach_m() + std::min(end + behind, size_);
    return first < last ? *std::max_element(first, last) : 0.0F;
}

void jostle(InstructionSet instructions, const CrowdLaw& law, const Road& road,
            const FrozenCrowd& now, const CrowdIntent& intent, const CrowdNext& next,
            std::size_t begin, std::size_t end) {
    const Step step{law, road, now, intent, next, now.longest_reach_m(begin, end)};
    switch (instructions) {
        case InstructionSet::baseline:
            return advance_baseline(step, begin, end);
        case InstructionSet::avx2:
            return advance_avx2(step, begin, end);
    }
}

}  // namespace gineste
