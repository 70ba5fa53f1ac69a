// SPDX-License-Identifier: Apache-2.0
// The pacing law, as many slots at a time as a vector register holds.
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "motion/pace.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>
// Above: this file again for every instruction set, with the vectors of each.
#include <limits>

#include "core/dispatch.hpp"
#include "core/lanes-inl.hpp"
#include "motion/pace.hpp"
#include "motion/road_lookup-inl.hpp"

HWY_BEFORE_NAMESPACE();
namespace gineste {
namespace HWY_NAMESPACE {
namespace {

constexpr float kSurelyFaster = 0.2F;  // m/s, more than pace changes in a step
constexpr float kNowhere = std::numeric_limits<float>::quiet_NaN();

// exponential() of core/exponential.hpp, operation by operation.
HWY_INLINE Floats exponentials(Floats x) {
    const Floats scaled = hn::Mul(x, all(1.44269504F));
    const auto n = hn::ConvertTo(kInt, hn::Add(scaled, hn::CopySignToAbs(all(0.5F), scaled)));
    const Floats whole = hn::ConvertTo(kFloat, n);
    const Floats r = hn::Sub(hn::Sub(x, hn::Mul(whole, all(0.693359375F))),
                             hn::Mul(whole, all(-2.12194440e-4F)));
    Floats sum = all(1.0F / 5040.0F);
    for (const float term :
         {1.0F / 720.0F, 1.0F / 120.0F, 1.0F / 24.0F, 1.0F / 6.0F, 0.5F, 1.0F, 1.0F}) {
        sum = hn::Add(hn::Mul(sum, r), all(term));
    }
    const auto power = hn::ShiftLeft<23>(hn::Add(n, hn::Set(kInt, 127)));
    return hn::Mul(sum, hn::BitCast(kFloat, power));
}

// PacingLaw::Lag::next
HWY_INLINE Floats lagged(const PacingLaw::Lag& lag, Floats now, Floats target) {
    const Floats share = hn::IfThenElse(hn::Gt(target, now), all(lag.rising), all(lag.falling));
    return hn::Add(now, hn::Mul(share, hn::Sub(target, now)));
}

// Share of the way from one node of pace noise to the next.
HWY_INLINE Floats noise_part(const PacingLaw& law, const Place* places) {
    const Place node = place_of(law.noise_length_m);
    const auto place = hn::Max(hn::LoadU(kInt, places), hn::Zero(kInt));
    const Floats nodes =
        hn::Mul(hn::ConvertTo(kFloat, place), all(1.0F / static_cast<float>(node)));
    const auto length = hn::Set(kInt, node);
    auto within = hn::Sub(place, hn::Mul(hn::ConvertTo(kInt, nodes), length));
    // The quotient of floats may be one too high or too low.
    within = hn::Add(within, hn::IfThenElseZero(hn::Lt(within, hn::Zero(kInt)), length));
    within = hn::Sub(within, hn::IfThenElseZero(hn::Not(hn::Lt(within, length)), length));
    return hn::Mul(hn::ConvertTo(kFloat, within), all(1.0F / static_cast<float>(node)));
}

// PacingLaw::noise
HWY_INLINE Floats noise(Floats from, Floats to, Floats part) {
    const Floats keep = hn::Sub(all(1.0F), part);
    const Floats mixed = hn::Add(hn::Mul(from, keep), hn::Mul(to, part));
    return hn::Div(mixed, hn::Sqrt(hn::Add(hn::Mul(keep, keep), hn::Mul(part, part))));
}

HWY_INLINE Floats all_of(double value) { return all(static_cast<float>(value)); }

// Fade::mean_fallen
HWY_INLINE Floats mean_fallen(const Fade& fade, Floats begin) {
    const auto on_course = [](Floats part) HWY_ATTR {
        return hn::Min(hn::Max(part, hn::Zero(kFloat)), all(1.0F));
    };
    const Floats first = hn::Sub(on_course(begin), begin);
    const Floats end = on_course(hn::Add(begin, all_of(fade.length)));
    const Floats last = hn::Sub(end, begin);
    const Floats rising = hn::Sub(hn::Mul(last, last), hn::Mul(first, first));
    return hn::Add(hn::Div(rising, all_of(2.0 * fade.length)), hn::Sub(all(1.0F), end));
}

// Fade::factor
HWY_INLINE Floats drift_factor(const PacingLaw& law, Floats drift, const Place* places) {
    const Fade& fade = law.fade;
    const Floats chainage = hn::Mul(hn::ConvertTo(kFloat, hn::LoadU(kInt, places)), all(kPlaceM));
    const Floats along = hn::Mul(chainage, all(1.0F / static_cast<float>(law.length_m)));
    const Floats part = hn::Min(hn::Max(along, hn::Zero(kFloat)), all(1.0F));
    const Floats begin = hn::Sub(all_of(fade.from), hn::Mul(all_of(fade.sooner), drift));
    const Floats behind = hn::Div(hn::Sub(part, begin), all_of(fade.length));
    const Floats fallen = hn::Min(hn::Max(behind, hn::Zero(kFloat)), all(1.0F));
    const Floats last = hn::Max(hn::Sub(part, all_of(Fade::kSpurtFrom)), hn::Zero(kFloat));
    constexpr double spurt_length = 1.0 - Fade::kSpurtFrom;
    const Floats spurted = hn::Sub(hn::Div(last, all_of(spurt_length)), all_of(0.5 * spurt_length));
    const Floats share =
        hn::Add(hn::Sub(mean_fallen(fade, begin), fallen), hn::Mul(all_of(fade.spurt), spurted));
    return hn::Add(all(1.0F), hn::Mul(drift, share));
}

HWY_INLINE Floats own_pace(const PaceStep& step, const Place* places, PaceRows& rows, Floats flat,
                           std::size_t first) {
    const PacingLaw& law = step.law;
    const auto load = [first](const Row<float>& row)
                          HWY_ATTR { return hn::LoadU(kFloat, row.data() + first); };
    const Floats ratio = Cells(step.road, places).between(step.road.log_grade_ratios());
    const Floats target = exponentials(hn::Mul(hn::Neg(load(rows.hill_response)), ratio));
    const Floats hills = lagged(step.lag, load(rows.hills), target);
    hn::StoreU(hills, kFloat, rows.hills.data() + first);
    Floats speed = hn::Mul(hn::Mul(flat, drift_factor(law, load(rows.drift), places)), hills);
    if (law.noise_sd > 0.0) {
        const Floats z = noise(load(rows.noise_from), load(rows.noise_to), noise_part(law, places));
        const Floats slower = hn::Add(all(1.0F), hn::Mul(all(static_cast<float>(law.noise_sd)), z));
        speed = hn::Div(speed, hn::Max(all(0.5F), slower));
    }
    return speed;
}

// PacingLaw::own_speed_mps of each lane: who is near walking, and everybody in wind.
HWY_NOINLINE void walk_or_lean(const PaceStep& step, const Place* places, PaceRows& rows,
                               const Row<float>& body_ahead_m, float surely_run_mps,
                               Row<float>& free_mps, std::size_t first) {
    const bool calm = step.law.wind.is_calm();
    for (std::size_t slot = first; slot < first + kLanes; ++slot) {
        if (calm && free_mps[slot] > surely_run_mps) continue;
        const double chainage_m = chainage_of(places[slot - first], 0.0F);
        const float shelter = body_ahead_m[slot] <= step.shelter_reach_m ? step.shelter : 0.0F;
        free_mps[slot] =
            step.law.own_speed_mps(free_mps[slot], step.road.gradient(chainage_m),
                                   step.road.headwind_mps(chainage_m), shelter, rows.gait[slot]);
    }
}

// How closely each follows whoever is ahead.
HWY_INLINE void follow(const Headways& headways, Floats flat_mps, Floats wanted_mps,
                       Floats least_gap_m, Intent& intent, std::size_t first) {
    const auto walks = hn::Lt(wanted_mps, all(headways.transition_mps));
    const Floats slower = hn::Sub(all(Headways::kMiddling), flat_mps);
    const Floats bounded = hn::Min(hn::Max(slower, all(-1.0F)), all(1.0F));
    const Floats running =
        hn::Add(all(headways.running.time_gap_s), hn::Mul(bounded, all(headways.gap_s_per_mps)));
    const Floats gap_s = hn::IfThenElse(walks, all(headways.walking.time_gap_s), running);
    const Floats standing_m = hn::IfThenElse(walks, all(headways.walking.standstill_gap_m),
                                             all(headways.running.standstill_gap_m));
    const Floats gap_m = hn::Max(standing_m, least_gap_m);
    const Floats share = hn::IfThenElse(walks, all(headways.walking.braking_share),
                                        all(headways.running.braking_share));
    hn::StoreU(share, kFloat, intent.braking_share.data() + first);
    hn::StoreU(gap_s, kFloat, intent.time_gap_s.data() + first);
    hn::StoreU(gap_m, kFloat, intent.standstill_gap_m.data() + first);
}

}  // namespace

void pace_slots(const PaceStep& step, const Row<Place>& place, PaceRows& rows,
                const Row<float>& body_ahead_m, Row<float>& free_mps, Intent& intent,
                std::size_t begin, std::size_t end) {
    const bool calm = step.law.wind.is_calm();
    // Who is that fast runs, and did so a step ago: a gait is not left within one step.
    const float surely_run_mps =
        step.law.gait.transition_mps + step.law.gait.margin_mps + kSurelyFaster;
    for (std::size_t first = begin; first < end; first += kLanes) {
        const Floats flat = hn::LoadU(kFloat, rows.flat_speed_mps.data() + first);
        const Floats running = own_pace(step, place.data() + first, rows, flat, first);
        hn::StoreU(running, kFloat, free_mps.data() + first);
        if (!calm || !hn::AllTrue(kFloat, hn::Gt(running, all(surely_run_mps)))) {
            walk_or_lean(step, place.data() + first, rows, body_ahead_m, surely_run_mps, free_mps,
                         first);
        }
        const Floats own = hn::LoadU(kFloat, free_mps.data() + first);
        const Floats free = hn::Min(hn::Max(own, all(kSlowest)), all(kFastest));
        hn::StoreU(free, kFloat, free_mps.data() + first);
        const auto in_pen =
            hn::RebindMask(kFloat, hn::Lt(hn::LoadU(kInt, place.data() + first), hn::Zero(kInt)));
        const Floats wanted = hn::IfThenElse(in_pen, hn::Min(free, all(step.approach_mps)), free);
        const Floats least_gap = hn::IfThenElseZero(in_pen, all(step.approach_gap_m));
        hn::StoreU(wanted, kFloat, intent.wanted_mps.data() + first);
        hn::StoreU(all(kNowhere), kFloat, intent.goal_m.data() + first);
        follow(step.headways, flat, wanted, least_gap, intent, first);
    }
}

}  // namespace HWY_NAMESPACE
}  // namespace gineste
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace gineste {

HWY_EXPORT(pace_slots);

void pace(InstructionSet instructions, const PaceStep& step, const Row<Place>& place,
          PaceRows& rows, const Row<float>& body_ahead_m, Row<float>& free_mps, Intent& intent,
          std::size_t begin, std::size_t end) {
    kernel_of(HWY_DISPATCH_TABLE(pace_slots), instructions)(step, place, rows, body_ahead_m,
                                                            free_mps, intent, begin, end);
}

Headways Headways::of(const MotionSpec& motion) {
    Headways headways;
    headways.running = {static_cast<float>(motion.time_gap_s),
                        static_cast<float>(motion.standstill_gap_m),
                        static_cast<float>(motion.braking_mps2 / motion.braking_ahead_mps2)};
    headways.walking = {static_cast<float>(motion.walking_time_gap_s),
                        static_cast<float>(motion.walking_standstill_gap_m), 1.0F};
    headways.gap_s_per_mps = static_cast<float>(motion.time_gap_slower_s);
    return headways;
}

}  // namespace gineste
#endif  // HWY_ONCE
