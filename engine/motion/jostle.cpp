// SPDX-License-Identifier: Apache-2.0
// The crowd law, as many slots at a time as a vector register holds.
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "motion/jostle.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>
// Above: this file again for every instruction set, with the vectors of each.
#include <cmath>
#include <type_traits>

#include "core/dispatch.hpp"
#include "core/parallel.hpp"
#include "motion/neighbours-inl.hpp"
#include "motion/road_lookup-inl.hpp"

HWY_BEFORE_NAMESPACE();
namespace gineste {
namespace HWY_NAMESPACE {
namespace {

constexpr float kElbowRoom = 0.1F;      // m free each side, below which runners shift apart
constexpr float kShiftTime = 1.0F;      // s, to take a step to the side
constexpr float kLeastSideways = 0.3F;  // m/s, past somebody
constexpr float kSideStep = 0.15F;      // m/s, sideways from standing
constexpr float kSteering = 0.3F;       // sideways speed as a share of the speed ahead, beyond that
constexpr float kLeastGain = 0.05F;     // m/s, that overtaking must promise
constexpr float kClear = 0.015F;        // m more than the distance at which one still follows
constexpr float kStrip = 0.54F;         // m: a body and its margins
constexpr float kShiftCost = 0.04F;     // m/s, for each metre it is away
constexpr float kHabit = 0.1F;          // m/s, for going on to the side already begun
constexpr float kStraightBehind = 0.1F;  // m: to either side, and one yields to the right
constexpr float kLeastYield = 0.1F;      // m, that is worth a step
constexpr float kWhim = 0.003F;          // m/s, for one side where both promise the same

/// One step of the whole crowd. `Others` is Nobody where nobody else is near and the road is not
/// divided, which costs nothing, else Companions.
template <class Others>
struct Step {
    const CrowdLaw& law;
    const Road& road;
    const Generation& now;
    const Intent& intent;
    Generation& next;
    Footing& own;
    Others& others;  ///< near the block
    float longest_reach_m;
};

/// One group of slots in it.
template <class Others>
struct Group {
    Lookers<Others> lookers;
    View view;
    Floats wanted_mps;
    Floats held_mps;       ///< wanted, or what the runners ahead leave of it
    Floats swerve_m;       ///< offset of the middle between the edges of the road ahead ...
    Floats edge_m;         ///< ... and the farthest from it that they allow
    Floats goal_m;         ///< NaN: none
    Floats habit;          ///< side last stepped to
    FloatMask likes_left;  ///< as good as drawn: by the part of a place that is covered
    Floats reaction;       ///< b(T − h/2), m/s
    Floats spent;  ///< b(2s₀ + vh): what standing apart and this step take of a brake score

    /// How far left of the middle of the road ahead.
    HWY_INLINE Floats aside_m() const {
        if constexpr (!Others::kAny) return lookers.offset_m();
        return hn::Sub(lookers.offset_m(), swerve_m);
    }
};

HWY_INLINE Floats clamped(Floats value, Floats least, Floats most) {
    return hn::Min(hn::Max(value, least), most);
}

// CrowdLaw::safe_speed_mps
template <class Others>
HWY_INLINE Floats safe_speed(const Group<Others>& group, Floats score) {
    const Floats left =
        hn::Sub(hn::Add(hn::Mul(group.reaction, group.reaction), score), group.spent);
    const Floats root = hn::Sqrt(hn::Max(hn::Zero(kFloat), left));
    return hn::Max(hn::Zero(kFloat), hn::Sub(root, group.reaction));
}

template <class Others>
HWY_INLINE Group<Others> group_at(const Step<Others>& step, std::size_t first) {
    const CrowdLaw& law = step.law;
    const Intent& intent = step.intent;
    const auto load = [first](const Row<float>& row)
                          HWY_ATTR { return hn::LoadU(kFloat, row.data() + first); };
    const Floats zero = hn::Zero(kFloat);
    const Place* places = step.now.place.data() + first;
    Group<Others> group{Lookers<Others>(law, step.now, intent, step.others, first),
                        View{zero, zero, zero, zero, zero},
                        load(intent.wanted_mps),
                        zero,
                        zero,
                        zero,
                        load(intent.goal_m),
                        load(step.own.drift_side),
                        hn::Lt(load(step.own.part), all(0.5F)),
                        zero,
                        zero};
    const Floats time_left = hn::Sub(load(intent.time_gap_s), all(0.5F * law.step_s));
    group.reaction = hn::Mul(all(law.braking_mps2), time_left);
    const Floats apart = hn::Add(load(intent.standstill_gap_m), load(intent.standstill_gap_m));
    const Floats stride = hn::Mul(group.lookers.speed_mps(), all(law.step_s));
    group.spent = hn::Mul(all(law.braking_mps2), hn::Add(apart, stride));
    if constexpr (Others::kAny) group.swerve_m = swerve_ahead(step.road, places);
    const Floats half_ahead = half_width_ahead(step.road, places);
    group.edge_m = hn::Max(hn::Zero(kFloat), hn::Sub(half_ahead, all(0.5F * law.width_m)));
    group.view = group.lookers.look(step.longest_reach_m);
    group.held_mps = hn::Min(group.wanted_mps, safe_speed(group, group.view.score));
    return group;
}

// Just past the runner who holds one up most, and one or two strips over; right before left.
template <class Others>
HWY_INLINE Ways ways_round(const CrowdLaw& law, const Group<Others>& group) {
    const Floats past = all(law.width_m + kFollowMargin + kClear);
    const Floats holder = group.view.holder_m;
    return {hn::Sub(holder, past), hn::Add(holder, past), all(-kStrip),
            all(kStrip),           all(-2.0F * kStrip),   all(2.0F * kStrip)};
}

// How far to the side is the way that promises most; 0 where staying is as good.
template <class Others>
HWY_INLINE Floats best_way_m(const CrowdLaw& law, const Group<Others>& group, FloatMask held) {
    const Ways ways = ways_round(law, group);
    const Ways scores = group.lookers.scores_beside(held, ways);
    Floats best_m = hn::Zero(kFloat);
    Floats best_mps = hn::Add(group.held_mps, all(kLeastGain));
    for (std::size_t way = 0; way < kWays; ++way) {
        const bool to_left = way % 2 == 1;
        const Floats beside = to_left ? group.view.left_m : group.view.right_m;
        const FloatMask begun = hn::Eq(group.habit, all(to_left ? 1.0F : -1.0F));
        const FloatMask unloved = to_left ? hn::Not(group.likes_left) : group.likes_left;
        const Floats distance = hn::Abs(ways[way]);
        const Floats gladly = hn::IfThenElseZero(begun, all(kHabit));
        const Floats whim = hn::IfThenElseZero(unloved, all(kWhim));
        const Floats cost = hn::Sub(hn::Add(hn::Mul(distance, all(kShiftCost)), whim), gladly);
        const Floats speed =
            hn::Sub(hn::Min(group.wanted_mps, safe_speed(group, scores[way])), cost);
        const Floats there = hn::Abs(hn::Add(group.aside_m(), ways[way]));
        // No way is worth weighing of which the first half is not free.
        const FloatMask open =
            hn::And(hn::Ge(beside, hn::Mul(distance, all(0.5F))), hn::Le(there, group.edge_m));
        const FloatMask better = hn::And(open, hn::Gt(speed, best_mps));
        best_m = hn::IfThenElse(better, ways[way], best_m);
        best_mps = hn::IfThenElse(better, speed, best_mps);
    }
    return best_m;
}

// A way is stepped and not crept: the last of it at kLeastSideways.
HWY_INLINE Floats stepped_mps(const CrowdLaw& law, Floats way_m) {
    const Floats distance = hn::Abs(way_m);
    const Floats speed = hn::Max(distance, all(kLeastSideways));
    return hn::CopySign(hn::Min(speed, hn::Mul(distance, all(1.0F / law.step_s))), way_m);
}

// How far to go aside for whoever comes up from behind, as far as the road lets one: to the right
// of somebody straight behind, to the left where the right is closed.
template <class Others>
HWY_INLINE Floats yield_m(const CrowdLaw& law, const Group<Others>& group) {
    const Floats presser = group.lookers.presser_m(law.yield_s);
    const Floats apart = all(law.width_m + kFollowMargin + kClear);
    const Floats aside = group.aside_m();
    const Floats to_right_edge = hn::Max(hn::Zero(kFloat), hn::Add(group.edge_m, aside));
    const Floats to_left_edge = hn::Max(hn::Zero(kFloat), hn::Sub(group.edge_m, aside));
    const Floats right = hn::Min(hn::Sub(apart, presser), to_right_edge);
    const Floats left = hn::Min(hn::Add(apart, presser), to_left_edge);
    const auto open = [](Floats way_m, Floats free_m) HWY_ATTR {
        return hn::And(hn::Ge(way_m, all(kLeastYield)), hn::Ge(free_m, way_m));
    };
    const FloatMask right_open = open(right, group.view.right_m);
    const FloatMask left_open = open(left, group.view.left_m);
    const FloatMask on_right = hn::Lt(presser, all(-kStraightBehind));
    const FloatMask to_left = hn::And(left_open, hn::Or(on_right, hn::Not(right_open)));
    const Floats to_right = hn::IfThenElseZero(right_open, hn::Neg(right));
    const Floats way = hn::IfThenElse(to_left, left, to_right);
    return hn::IfThenElseZero(hn::Lt(presser, all(kFar)), way);
}

// Where the runners would like to go sideways, m/s, left positive. All of a crowd goes along with
// the road where that bends.
template <class Others>
HWY_INLINE Floats wanted_sideways_mps(const CrowdLaw& law, const Group<Others>& group,
                                      Floats bend_mps) {
    const Floats offset = group.lookers.offset_m();
    const Floats elbow = hn::Sub(hn::Min(group.view.left_m, all(kElbowRoom)),
                                 hn::Min(group.view.right_m, all(kElbowRoom)));
    Floats shift_m = elbow;
    const FloatMask held = hn::Lt(hn::Add(group.held_mps, all(kLeastGain)), group.wanted_mps);
    if (!hn::AllFalse(kFloat, held)) {
        const Floats way_m = best_way_m(law, group, held);
        const FloatMask moves = hn::And(held, hn::Ne(way_m, hn::Zero(kFloat)));
        shift_m = hn::IfThenElse(moves, stepped_mps(law, way_m), shift_m);
    }
    if (law.yield_s > 0.0F) {
        const Floats way_m = yield_m(law, group);
        const FloatMask yields = hn::Ne(way_m, hn::Zero(kFloat));
        shift_m = hn::IfThenElse(yields, stepped_mps(law, way_m), shift_m);
    }
    if constexpr (Others::kAny) shift_m = hn::Add(shift_m, bend_mps);
    const FloatMask has_goal = hn::Eq(group.goal_m, group.goal_m);
    shift_m = hn::IfThenElse(has_goal, hn::Sub(group.goal_m, offset), shift_m);
    // The road narrows: in, before anything else.
    const Floats aside = group.aside_m();
    const Floats over_m = hn::Sub(hn::Abs(aside), group.edge_m);
    const Floats in = hn::CopySignToAbs(hn::Add(over_m, all(kSideStep)), hn::Neg(aside));
    const FloatMask outside = hn::Gt(over_m, hn::Zero(kFloat));
    static_assert(kShiftTime == 1.0F, "what is to be covered in it is the speed");
    return hn::IfThenElse(outside, in, shift_m);
}

// Half of the free space to each side is ours, the other half the neighbour's: so two runners who
// move towards each other in the same step cannot touch.
template <class Others>
HWY_INLINE Floats sidestep_m(const CrowdLaw& law, const Group<Others>& group, Floats wanted_mps) {
    const Floats steered = hn::Mul(group.lookers.speed_mps(), all(kSteering));
    const Floats most = hn::Min(all(law.lateral_speed_mps), hn::Add(steered, all(kSideStep)));
    const Floats step = hn::Mul(clamped(wanted_mps, hn::Neg(most), most), all(law.step_s));
    const auto ours = [](Floats free_m) HWY_ATTR {
        const Floats room = hn::Max(hn::Zero(kFloat), hn::Sub(free_m, all(CrowdLaw::kSkin)));
        return hn::Mul(room, all(0.5F));
    };
    return clamped(step, hn::Neg(ours(group.view.right_m)), ours(group.view.left_m));
}

// The speed after the step, held between what legs can gain and lose in it.
HWY_INLINE Floats eased_speed(const CrowdLaw& law, Floats now_mps, Floats aim_mps) {
    const Floats faster = hn::Add(now_mps, all(law.acceleration_mps2 * law.step_s));
    const Floats slower = hn::Sub(now_mps, all(2.0F * law.braking_mps2 * law.step_s));
    return hn::Max(hn::Zero(kFloat), clamped(aim_mps, slower, faster));
}

// Holds back those who stand outside the road ahead, before its edge closes on them.
template <class Others>
HWY_NOINLINE void hold_at_edge(const Step<Others>& step, std::size_t first, Floats aside_m,
                               FloatMask outside, Floats& room_m) {
    HWY_ALIGN float aside[kLanes];
    HWY_ALIGN float room[kLanes];
    HWY_ALIGN float out[kLanes];
    hn::Store(aside_m, kFloat, aside);
    hn::Store(room_m, kFloat, room);
    hn::Store(hn::IfThenElseZero(outside, all(1.0F)), kFloat, out);
    for (std::size_t lane = 0; lane < kLanes; ++lane) {
        if (out[lane] == 0.0F) continue;
        const double chainage_m = chainage_of(step.now.place[first + lane], 0.0F);
        const float half_body_m = 0.5F * step.law.width_m;
        const float reach_m = step.law.reach_m(step.now.speed_mps[first + lane]);
        room[lane] = std::min(
            room[lane], step.road.room_to_edge_m(chainage_m, aside[lane], half_body_m, reach_m));
    }
    room_m = hn::Load(kFloat, room);
}

template <class Others>
HWY_INLINE void advance_group(const Step<Others>& step, std::size_t first) {
    const CrowdLaw& law = step.law;
    const Group<Others> group = group_at(step, first);
    const Floats speed = group.lookers.speed_mps();
    const Floats offset = group.lookers.offset_m();

    const Place* places = step.now.place.data() + first;
    const Floats half_road = half_width(step.road, places);
    const Floats bound = hn::Max(hn::Zero(kFloat), hn::Sub(half_road, all(0.5F * law.width_m)));
    Floats left = bound;
    Floats right = hn::Neg(bound);
    Floats bend_mps = hn::Zero(kFloat);
    if constexpr (Others::kAny) {
        const Floats middle = swerve(step.road, places);
        left = hn::Add(middle, bound);
        right = hn::Sub(middle, bound);
        bend_mps = hn::Mul(speed, bend(step.road, places));
    }
    const Floats step_m = sidestep_m(law, group, wanted_sideways_mps(law, group, bend_mps));
    const Floats aside =
        clamped(hn::Add(offset, step_m), hn::Min(offset, right), hn::Max(offset, left));

    hn::StoreU(group.view.touching_m, kFloat, step.own.body_ahead_m.data() + first);
    Floats room = hn::Sub(group.view.touching_m, all(law.depth_m + CrowdLaw::kSkin));
    room = hn::Max(hn::Zero(kFloat), room);
    Floats from_middle = aside;
    if constexpr (Others::kAny) from_middle = hn::Sub(aside, group.swerve_m);
    const FloatMask outside = hn::Gt(hn::Abs(from_middle), group.edge_m);
    if (HWY_UNLIKELY(!hn::AllFalse(kFloat, outside))) {
        hold_at_edge(step, first, aside, outside, room);
    }
    const Floats eased = eased_speed(law, speed, group.held_mps);
    const Floats evenly = hn::Mul(hn::Add(speed, eased), all(0.5F * law.step_s));
    const FloatMask stopped_short = hn::Gt(evenly, room);
    const Floats forward = hn::Min(evenly, room);
    const Floats at_most = hn::Mul(room, all(1.0F / law.step_s));
    const Floats after = hn::IfThenElse(stopped_short, hn::Min(eased, at_most), eased);

    const Floats part = hn::LoadU(kFloat, step.own.part.data() + first);
    const Floats covered = hn::Add(part, hn::Mul(forward, all(kPlacesPerM)));
    const Ints whole = hn::ConvertTo(kInt, covered);
    const Ints place = hn::LoadU(kInt, step.now.place.data() + first);
    hn::StoreU(hn::Add(place, whole), kInt, step.next.place.data() + first);
    hn::StoreU(hn::Sub(covered, hn::ConvertTo(kFloat, whole)), kFloat,
               step.own.part.data() + first);
    hn::StoreU(aside, kFloat, step.next.offset_m.data() + first);
    hn::StoreU(after, kFloat, step.next.speed_mps.data() + first);
    const Floats side =
        hn::IfThenElseZero(hn::Ne(step_m, hn::Zero(kFloat)), hn::CopySignToAbs(all(1.0F), step_m));
    hn::StoreU(side, kFloat, step.own.drift_side.data() + first);
}

// The farthest reach of slots [begin, end) and of those behind that can matter to them.
HWY_INLINE float longest_reach_m(const CrowdLaw& law, const Generation& now, std::size_t begin,
                                 std::size_t end) {
    // More slots than fit between a runner and the farthest reach on the widest road there is.
    const std::size_t last = std::min(end + 2 * kBlock, now.size());
    Floats fastest = hn::Zero(kFloat);
    for (std::size_t slot = begin; slot < last; slot += kLanes) {
        fastest = hn::Max(fastest, hn::LoadU(kFloat, now.speed_mps.data() + slot));
    }
    return law.reach_m(hn::GetLane(hn::MaxOfLanes(kFloat, fastest)));
}

}  // namespace

void jostle_slots(const CrowdLaw& law, const Road& road, const Generation& now,
                  const Intent& intent, std::span<const Company> company, Generation& next,
                  Footing& own, std::size_t begin, std::size_t end) {
    const float reach_m = longest_reach_m(law, now, begin, end);
    const auto advance = [&](auto& others) {
        const Step<std::decay_t<decltype(others)>> step{law,  road, now,    intent,
                                                        next, own,  others, reach_m};
        for (std::size_t first = begin; first < end; first += kLanes) advance_group(step, first);
    };
    Companions companions(law, now, company, begin, end);
    Nobody nobody;
    if (companions.empty() && !road.is_divided()) {
        advance(nobody);
    } else {
        advance(companions);
    }
}

}  // namespace HWY_NAMESPACE
}  // namespace gineste
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace gineste {

HWY_EXPORT(jostle_slots);

void jostle(InstructionSet instructions, const CrowdLaw& law, const Road& road,
            const Generation& now, const Intent& intent, std::span<const Company> company,
            Generation& next, Footing& own, std::size_t begin, std::size_t end) {
    kernel_of(HWY_DISPATCH_TABLE(jostle_slots), instructions)(law, road, now, intent, company, next,
                                                              own, begin, end);
}

}  // namespace gineste
#endif  // HWY_ONCE
