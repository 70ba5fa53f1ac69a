// SPDX-License-Identifier: Apache-2.0
// What consecutive slots see of those around them, one slot in each lane. Compiled once for every
// instruction set: the guard is Highway's way of including a header again for each.
#if defined(GINESTE_NEIGHBOURS_INL) == defined(HWY_TARGET_TOGGLE)
#ifdef GINESTE_NEIGHBOURS_INL
#undef GINESTE_NEIGHBOURS_INL
#else
#define GINESTE_NEIGHBOURS_INL
#endif

#include <hwy/highway.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "core/lanes-inl.hpp"
#include "motion/crowd.hpp"

HWY_BEFORE_NAMESPACE();
namespace gineste {
namespace HWY_NAMESPACE {
constexpr float kFar = 1e9F;
constexpr float kFarthest = 1e4F;       // m: beyond any horizon, and few enough places
constexpr float kYieldSight = 10.0F;    // m: nobody makes way for who is farther behind
constexpr float kFollowMargin = 0.05F;  // m beside the body ahead within which one follows

/// Ways round that a runner weighs when held up.
inline constexpr std::size_t kWays = 6;
using Ways = std::array<Floats, kWays>;

/// Another slot for each lane.
struct Seen {
    Floats ahead_m;  ///< along the road; behind is negative
    Floats aside_m;  ///< to the left
    Floats speed_mps;
};

/// What a lane's runner sees.
struct View {
    Floats score;       ///< least brake score in the runner's own strip
    Floats touching_m;  ///< distance to the body ahead that is in the way
    Floats left_m;      ///< free beside the body, to whoever is alongside
    Floats right_m;
    Floats holder_m;  ///< how far to the left the runner stands who has that least score
};

/// A race that has its road to itself: all that has to do with others is left out when compiled.
struct Nobody {
    static constexpr bool kAny = false;
};

/// The company that anybody in a block of slots may see, and how far it was looked through: groups
/// come one behind the other, so where one group began to look is near where the next one does.
class Companions {
  public:
    static constexpr bool kAny = true;
    HWY_INLINE Companions(const CrowdLaw& law, const Generation& now,
                          std::span<const Company> company, std::size_t begin, std::size_t end) {
        if (company.empty() || begin == end) return;
        const auto sight =
            static_cast<Place>((kSightMost + law.reach_m(kFastestSeen)) * kPlacesPerM);
        const Place foremost = now.place[begin] + sight;
        const Place hindmost = now.place[end - 1] - sight;
        for (const Company& one : company) {
            const std::size_t slot = one.first_behind(foremost);
            if (slot == one.last || one.place(slot) < hindmost || count_ == kMostCompany) continue;
            near_[count_++] = {&one, slot};
        }
    }
    HWY_INLINE bool empty() const { return count_ == 0; }

    /// Calls visit(company, slot, place on our axis) for all whose place is from `least` to `most`,
    /// the foremost of each company first.
    template <class Visit>
    HWY_INLINE void for_each(Place least, Place most, const Visit& visit) {
        for (std::size_t k = 0; k < count_; ++k) {
            const Company& one = *near_[k].company;
            std::size_t& slot = near_[k].slot;
            while (slot > one.first && one.place(slot - 1) <= most) --slot;
            while (slot < one.last && one.place(slot) > most) ++slot;
            for (std::size_t at = slot; at < one.last; ++at) {
                const Place place = one.place(at);
                if (place < least) break;
                visit(one, at, place);
            }
        }
    }
    static constexpr float kFastestSeen = 7.9F;  // m/s, as nobody's pace is above

  private:
    static constexpr float kSightMost = 40.0F;  // m: more than anybody's horizon
    struct Near {
        const Company* company = nullptr;
        std::size_t slot = 0;
    };
    std::array<Near, kMostCompany> near_;
    std::size_t count_ = 0;
};

/// `Others` is Nobody or Companions.
template <class Others>
class Lookers {
  public:
    /// The slots from `first` on, one in each lane. They see as far as it takes to stop from the
    /// speed they are about to have.
    HWY_INLINE Lookers(const CrowdLaw& law, const Generation& now, const Intent& intent,
                       Others& others, std::size_t first)
        : law_(law),
          now_(now),
          others_(others),
          first_(static_cast<std::ptrdiff_t>(first)),
          place_(hn::LoadU(kInt, now.place.data() + first)),
          offset_m_(hn::LoadU(kFloat, now.offset_m.data() + first)),
          speed_mps_(hn::LoadU(kFloat, now.speed_mps.data() + first)),
          braking_share_(hn::LoadU(kFloat, intent.braking_share.data() + first)),
          reach_m_(reach_of(speed_mps_)) {
        const Floats wanted = hn::LoadU(kFloat, intent.wanted_mps.data() + first);
        const Floats soon = hn::Add(speed_mps_, all(2.0F * law.acceleration_mps2 * law.step_s));
        const Floats speed = hn::Max(hn::Min(wanted, soon), speed_mps_);
        const Floats gap = hn::LoadU(kFloat, intent.standstill_gap_m.data() + first);
        touch_m_ = hn::Add(gap, all(law.depth_m));
        const Floats time = hn::LoadU(kFloat, intent.time_gap_s.data() + first);
        const Floats stopping = hn::Mul(hn::Mul(speed, speed), all(0.5F / law.braking_mps2));
        const Floats sight = hn::Add(hn::Add(touch_m_, hn::Mul(speed, time)), stopping);
        horizon_m_ = hn::Max(sight, reach_m_);
    }

    HWY_INLINE Floats offset_m() const { return offset_m_; }
    HWY_INLINE Floats speed_mps() const { return speed_mps_; }

    /// `longest_reach_m`: of anyone behind who may come alongside.
    HWY_INLINE View look(float longest_reach_m) const {
        View view{all(kFar), all(kFar), all(kFar), all(kFar), hn::Zero(kFloat)};
        const Floats width = all(law_.width_m);
        for_ahead(horizon_m_, [&](const Seen& seen) HWY_ATTR {
            const Floats aside = hn::Abs(seen.aside_m);
            const FloatMask in_way = hn::Lt(aside, width);
            view.touching_m = least_where(view.touching_m, in_way, seen.ahead_m);
            const Floats score = brake_score(seen, aside);
            const FloatMask holds =
                hn::And(hn::Lt(aside, strip_limit(seen.ahead_m)), hn::Lt(score, view.score));
            view.score = hn::IfThenElse(holds, score, view.score);
            view.holder_m = hn::IfThenElse(holds, seen.aside_m, view.holder_m);
            note_sides(hn::AndNot(in_way, hn::Lt(seen.ahead_m, reach_m_)), seen.aside_m, view);
        });
        if constexpr (Others::kAny) look_at_company(view);
        // Who is beyond the horizon is seen in one register and not in another.
        view.touching_m =
            hn::IfThenElse(hn::Le(view.touching_m, horizon_m_), view.touching_m, all(kFar));
        look_back(longest_reach_m, view);
        view.left_m = hn::Sub(view.left_m, width);
        view.right_m = hn::Sub(view.right_m, width);
        return view;
    }

    /// Least brake score for a runner who has gone each of the ways, m to the left.
    /// Lanes that `asks` does not name see nobody.
    HWY_INLINE Ways scores_beside(FloatMask asks, const Ways& ways_m) const {
        Ways least;
        least.fill(all(kFar));
        const auto weigh = [&](const Seen& seen) HWY_ATTR {
            const Floats straight = brake_score(seen, hn::Zero(kFloat));
            const Floats limit = strip_limit(seen.ahead_m);
            for (std::size_t way = 0; way < kWays; ++way) {
                const Floats aside = hn::Abs(hn::Sub(seen.aside_m, ways_m[way]));
                const Floats score = hn::Add(straight, gap_score(aside));
                least[way] = least_where(least[way], hn::Lt(aside, limit), score);
            }
        };
        for_ahead(hn::IfThenElse(asks, horizon_m_, all(-kFarthest)), weigh);
        if constexpr (Others::kAny) company_ahead(asks, weigh);
        return least;
    }

    /// How far to the left whoever comes up from behind stands, who would be level within `time_s`;
    /// the nearest of several. Far where nobody does, or passes without touching.
    HWY_INLINE Floats presser_m(float time_s) const {
        Floats nearest_m = all(kYieldSight);
        Floats aside_m = all(kFar);
        const auto press = [&](const Seen& seen) HWY_ATTR {
            const Floats behind = hn::Neg(seen.ahead_m);
            const Floats faster = hn::Sub(seen.speed_mps, speed_mps_);
            const FloatMask in_line =
                hn::Lt(hn::Abs(seen.aside_m), all(law_.width_m + kFollowMargin));
            const FloatMask soon = hn::Lt(behind, hn::Mul(faster, all(time_s)));
            const FloatMask nearer =
                hn::And(hn::Ge(behind, hn::Zero(kFloat)), hn::Lt(behind, nearest_m));
            const FloatMask presses = hn::And(hn::And(in_line, soon), nearer);
            nearest_m = hn::IfThenElse(presses, behind, nearest_m);
            aside_m = hn::IfThenElse(presses, seen.aside_m, aside_m);
        };
        for_behind(kYieldSight, press);
        if constexpr (Others::kAny) company_behind(kYieldSight, press);
        return aside_m;
    }

  private:
    HWY_INLINE Floats reach_of(Floats speed_mps) const {
        const float standing_m = law_.reach_m(0.0F);
        return hn::Add(hn::Mul(speed_mps, all(law_.step_s)), all(standing_m));
    }
    HWY_INLINE Floats gap_score(Floats gap_m) const {
        return hn::Mul(gap_m, all(2.0F * law_.braking_mps2));
    }
    // CrowdLaw::brake_score
    HWY_INLINE Floats brake_score(const Seen& seen, Floats aside_m) const {
        const Floats kinetic = hn::Mul(hn::Mul(seen.speed_mps, seen.speed_mps), braking_share_);
        const Floats along = hn::Sub(seen.ahead_m, all(law_.depth_m));
        return hn::Add(kinetic, gap_score(hn::Add(along, aside_m)));
    }
    /// How far aside one may be and still be followed: whoever is alongside is not.
    HWY_INLINE Floats strip_limit(Floats ahead_m) const {
        const Floats narrow = all(law_.width_m);
        const Floats wide = all(law_.width_m + kFollowMargin);
        const Floats limit = hn::IfThenElse(hn::Lt(ahead_m, touch_m_), narrow, wide);
        return hn::IfThenElseZero(hn::Le(ahead_m, horizon_m_), limit);
    }
    static HWY_INLINE Floats least_where(Floats least, FloatMask mask, Floats value) {
        return hn::IfThenElse(mask, hn::Min(least, value), least);
    }
    static HWY_INLINE void note_sides(FloatMask beside, Floats aside_m, View& view) {
        const FloatMask on_left = hn::Gt(aside_m, hn::Zero(kFloat));
        view.left_m = least_where(view.left_m, hn::And(beside, on_left), aside_m);
        view.right_m = least_where(view.right_m, hn::AndNot(on_left, beside), hn::Neg(aside_m));
    }

    /// Calls visit for the slot before each lane's own, then for the one before that, until no
    /// lane has anybody left within its horizon.
    template <class Visit>
    HWY_INLINE void for_ahead(Floats horizon_m, const Visit& visit) const {
        const Ints horizon =
            hn::Add(place_, hn::ConvertTo(kInt, hn::Mul(horizon_m, all(kPlacesPerM))));
        for (std::ptrdiff_t slot = first_ - 1;; --slot) {
            const Ints there = hn::LoadU(kInt, now_.place.data() + slot);
            if (hn::AllTrue(kInt, hn::Gt(there, horizon))) return;
            visit(seen_at(slot, there));
        }
    }
    /// The same for those behind, the nearest slot first.
    template <class Visit>
    HWY_INLINE void for_behind(float reach_m, const Visit& visit) const {
        const auto reach = static_cast<Place>(reach_m * kPlacesPerM) + 1;
        const Ints farthest = hn::Sub(place_, hn::Set(kInt, reach));
        const auto size = static_cast<std::ptrdiff_t>(now_.size());
        for (std::ptrdiff_t slot = first_ + 1; slot < size; ++slot) {
            const Ints there = hn::LoadU(kInt, now_.place.data() + slot);
            if (hn::AllTrue(kInt, hn::Lt(there, farthest))) return;
            visit(seen_at(slot, there));
        }
    }
    /// Company as far as anybody sees ahead, and behind as far as anybody may draw level from.
    HWY_INLINE void look_at_company(View& view) const {
        const Place reach = places_in(law_.reach_m(Companions::kFastestSeen));
        others_.for_each(
            hindmost() - reach, farthest(horizon_m_),
            [&](const Company& one, std::size_t slot, Place at) HWY_ATTR {
                const Seen there = seen_in(one, slot, at);
                const FloatMask ahead = is_ahead(one, at);
                const Floats aside = hn::Abs(there.aside_m);
                const FloatMask in_way = hn::Lt(aside, all(law_.width_m));
                const Floats ahead_m = hn::IfThenElse(ahead, there.ahead_m, all(kFarthest));
                const Seen seen{ahead_m, there.aside_m, there.speed_mps};
                view.touching_m = least_where(view.touching_m, in_way, ahead_m);
                const Floats score = brake_score(seen, aside);
                const FloatMask holds =
                    hn::And(hn::Lt(aside, strip_limit(ahead_m)), hn::Lt(score, view.score));
                view.score = hn::IfThenElse(holds, score, view.score);
                view.holder_m = hn::IfThenElse(holds, there.aside_m, view.holder_m);
                const Floats reach_m = hn::IfThenElse(ahead, reach_m_, reach_of(there.speed_mps));
                const FloatMask level = hn::Lt(hn::Abs(there.ahead_m), reach_m);
                note_sides(hn::AndNot(in_way, level), there.aside_m, view);
            });
    }
    /// Company ahead of the lanes that ask, within their horizon.
    template <class Visit>
    HWY_INLINE void company_ahead(FloatMask asks, const Visit& visit) const {
        const auto asking = hn::RebindMask(kInt, asks);
        const Ints last = hn::IfThenElse(asking, place_, hn::Set(kInt, kBeyond));
        const Floats horizon = hn::IfThenElse(asks, horizon_m_, all(-kFarthest));
        const Place least = std::max(hindmost(), hn::GetLane(hn::MinOfLanes(kInt, last)));
        others_.for_each(
            least, farthest(horizon), [&](const Company& one, std::size_t slot, Place at) HWY_ATTR {
                Seen seen = seen_in(one, slot, at);
                const FloatMask near = hn::And(is_ahead(one, at), hn::Le(seen.ahead_m, horizon));
                if (hn::AllFalse(kFloat, near)) return;
                seen.ahead_m = hn::IfThenElse(near, seen.ahead_m, all(kFarthest));
                visit(seen);
            });
    }
    /// Company behind; far behind the lanes that it is not behind of.
    template <class Visit>
    HWY_INLINE void company_behind(float reach_m, const Visit& visit) const {
        others_.for_each(
            hindmost() - places_in(reach_m), now_.place[static_cast<std::size_t>(first_)],
            [&](const Company& one, std::size_t slot, Place at) HWY_ATTR {
                Seen seen = seen_in(one, slot, at);
                seen.ahead_m = hn::IfThenElse(is_ahead(one, at), all(-kFarthest), seen.ahead_m);
                visit(seen);
            });
    }
    static Place places_in(float length_m) {
        return static_cast<Place>(length_m * kPlacesPerM) + 1;
    }
    HWY_INLINE Place farthest(Floats horizon_m) const {
        const Ints horizon = hn::ConvertTo(kInt, hn::Mul(horizon_m, all(kPlacesPerM)));
        return hn::GetLane(hn::MaxOfLanes(kInt, hn::Add(place_, horizon)));
    }
    HWY_INLINE Place hindmost() const {
        const auto end = static_cast<std::size_t>(first_) + kLanes;
        return now_.place[std::min(end, now_.size()) - 1];
    }
    HWY_INLINE FloatMask is_ahead(const Company& one, Place at) const {
        const Ints there = hn::Set(kInt, one.ahead_if_level ? at : at - 1);
        return hn::RebindMask(kFloat, hn::Not(hn::Lt(there, place_)));
    }
    HWY_INLINE Seen seen_in(const Company& one, std::size_t slot, Place at) const {
        const Ints apart = hn::Sub(hn::Set(kInt, at), place_);
        const Floats aside = hn::Sub(all(one.now->offset_m[slot] + one.left_m), offset_m_);
        return {hn::Mul(hn::ConvertTo(kFloat, apart), all(kPlaceM)), aside,
                all(one.now->speed_mps[slot])};
    }
    HWY_INLINE Seen seen_at(std::ptrdiff_t slot, Ints there) const {
        const Floats ahead = hn::Mul(hn::ConvertTo(kFloat, hn::Sub(there, place_)), all(kPlaceM));
        const Floats aside = hn::Sub(hn::LoadU(kFloat, now_.offset_m.data() + slot), offset_m_);
        return {ahead, aside, hn::LoadU(kFloat, now_.speed_mps.data() + slot)};
    }
    // Who comes from behind and may draw level within this step counts as alongside, by the same
    // rule by which he counts us.
    HWY_INLINE void look_back(float longest_reach_m, View& view) const {
        for_behind(longest_reach_m, [&](const Seen& seen) HWY_ATTR {
            const FloatMask beside =
                hn::And(hn::Ge(hn::Abs(seen.aside_m), all(law_.width_m)),
                        hn::Lt(hn::Neg(seen.ahead_m), reach_of(seen.speed_mps)));
            note_sides(beside, seen.aside_m, view);
        });
    }

    const CrowdLaw& law_;
    const Generation& now_;
    Others& others_;
    std::ptrdiff_t first_;
    Ints place_;
    Floats offset_m_;
    Floats speed_mps_;
    Floats braking_share_;
    Floats reach_m_;
    Floats touch_m_;
    Floats horizon_m_;
};

}  // namespace HWY_NAMESPACE
}  // namespace gineste
HWY_AFTER_NAMESPACE();

#endif
