// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>

#include "motion/crowd.hpp"
#include "motion/pack.hpp"

namespace gineste {

inline constexpr float kFar = 1e9F;
inline constexpr float kFollowMargin = 0.1F;  ///< m beside the body ahead within which one follows

/// Shifts a runner weighs when held up, in half strips to the right and to the left. Two half
/// strips clear a body straight ahead, four a pair abreast.
inline constexpr std::array<int, 6> kShifts{-4, -2, -1, 1, 2, 4};
inline float half_strip_m(const CrowdLaw& law) {
    return 0.5F * (law.width_m + kFollowMargin) + 0.02F;
}

/// What one runner sees.
struct View {
    float score = kFar;   ///< least brake score in the runner's own strip
    float room_m = kFar;  ///< that can be covered without touching the body ahead
    float left_m = kFar;  ///< free beside the body, to whoever is alongside
    float right_m = kFar;
};

/// One runner of the frozen generation, looking around: forward over the slots before its own,
/// and back over those that may draw level within a step.
///
/// Lanes: how many of them at a time.
template <int Lanes>
class Looker {
  public:
    /// `wanted_mps`: sees as far as it takes to stop from that speed.
    Looker(const CrowdLaw& law, const FrozenCrowd& now, std::size_t slot, float wanted_mps);

    View look(float longest_reach_m) const;

    /// Least brake score in each strip that kShifts names.
    std::array<float, kShifts.size()> strip_scores() const;

    float offset_m() const { return offset_m_; }

  private:
    using P = Packs<Lanes>;
    using Float = typename P::Float;
    using Int = typename P::Int;
    struct Seen {
        Float ahead_m;
        Float aside_m;
        Float speed_mps;
    };
    struct Sides {
        Float left_m = P::filled(kFar);
        Float right_m = P::filled(kFar);
        void note(Int beside, Float aside_m, float width_m);
    };
    template <class Visit>
    void for_ahead(const Visit& visit) const;
    Int in_strip(Float ahead_m, Float aside_m) const;
    Float scores(const Seen& seen) const;
    void look_back(float longest_reach_m, Sides& sides) const;

    const CrowdLaw& law_;
    const FrozenCrowd& now_;
    std::ptrdiff_t slot_ = 0;
    std::int32_t place_ = 0;
    float offset_m_ = 0.0F;
    float horizon_m_ = 0.0F;
};

template <int Lanes>
GINESTE_INLINE Looker<Lanes>::Looker(const CrowdLaw& law, const FrozenCrowd& now, std::size_t slot,
                                     float wanted_mps)
    : law_(law),
      now_(now),
      slot_(static_cast<std::ptrdiff_t>(slot)),
      place_(now.place()[slot]),
      offset_m_(now.offset_m()[slot]) {
    const float stopping_m = wanted_mps * wanted_mps / (2.0F * law.braking_mps2);
    const float sight_m =
        law.depth_m + law.standstill_gap_m + wanted_mps * law.time_gap_s + stopping_m;
    horizon_m_ = sight_m > now.reach_m()[slot] ? sight_m : now.reach_m()[slot];
}

// Slots slot−Lanes … slot−1, then the Lanes before those, until nobody nearer is left.
template <int Lanes>
template <class Visit>
GINESTE_INLINE void Looker<Lanes>::for_ahead(const Visit& visit) const {
    constexpr auto per_m = static_cast<float>(FrozenCrowd::kUnitsPerM);
    const std::int32_t horizon = place_ + static_cast<std::int32_t>(horizon_m_ * per_m);
    for (std::ptrdiff_t nearest = slot_ - 1; now_.place()[nearest] <= horizon; nearest -= Lanes) {
        const std::ptrdiff_t first = nearest + 1 - Lanes;
        Seen seen;
        seen.ahead_m = P::as_float(P::load(now_.place() + first) - place_) * (1.0F / per_m);
        seen.aside_m = P::load(now_.offset_m() + first) - offset_m_;
        seen.speed_mps = P::load(now_.speed_mps() + first);
        visit(seen);
        if (first <= 0) return;
    }
}

template <int Lanes>
GINESTE_INLINE auto Looker<Lanes>::in_strip(Float ahead_m, Float aside_m) const -> Int {
    const Int alongside = ahead_m < law_.depth_m + law_.standstill_gap_m;
    const Float reach_m =
        P::chosen(alongside, P::filled(law_.width_m), P::filled(law_.width_m + kFollowMargin));
    return (P::magnitude(aside_m) < reach_m) & (ahead_m <= horizon_m_);
}

template <int Lanes>
GINESTE_INLINE auto Looker<Lanes>::scores(const Seen& seen) const -> Float {
    const float touching_m = law_.depth_m + law_.standstill_gap_m;
    return seen.speed_mps * seen.speed_mps + 2.0F * law_.braking_mps2 * (seen.ahead_m - touching_m);
}

template <int Lanes>
GINESTE_INLINE void Looker<Lanes>::Sides::note(Int beside, Float aside_m, float width_m) {
    const Int on_left = aside_m > 0.0F;
    left_m = P::least_where(left_m, beside & on_left, aside_m - width_m);
    right_m = P::least_where(right_m, beside & ~on_left, -aside_m - width_m);
}

// Who comes from behind and may draw level within this step counts as alongside, by the same rule
// by which he counts us.
template <int Lanes>
GINESTE_INLINE void Looker<Lanes>::look_back(float longest_reach_m, Sides& sides) const {
    constexpr auto per_m = static_cast<float>(FrozenCrowd::kUnitsPerM);
    const std::int32_t farthest = place_ - static_cast<std::int32_t>(longest_reach_m * per_m);
    const auto size = static_cast<std::ptrdiff_t>(now_.size());
    for (std::ptrdiff_t first = slot_ + 1; first < size && now_.place()[first] >= farthest;
         first += Lanes) {
        const Float behind_m = P::as_float(place_ - P::load(now_.place() + first)) * (1.0F / per_m);
        const Float aside_m = P::load(now_.offset_m() + first) - offset_m_;
        const Int beside =
            (P::magnitude(aside_m) >= law_.width_m) & (behind_m < P::load(now_.reach_m() + first));
        sides.note(beside, aside_m, law_.width_m);
    }
}

template <int Lanes>
GINESTE_INLINE View Looker<Lanes>::look(float longest_reach_m) const {
    Float score = P::filled(kFar);
    Float touching_m = P::filled(kFar);
    Sides sides;
    const float reach_m = now_.reach_m()[slot_];
    for_ahead([&](const Seen& seen) __attribute__((always_inline)) {
        const Int behind_body = P::magnitude(seen.aside_m) < law_.width_m;
        touching_m = P::least_where(touching_m, behind_body, seen.ahead_m);
        score = P::least_where(score, in_strip(seen.ahead_m, seen.aside_m), scores(seen));
        sides.note(~behind_body & (seen.ahead_m < reach_m), seen.aside_m, law_.width_m);
    });
    look_back(longest_reach_m, sides);
    return {P::least_of(score), P::least_of(touching_m) - law_.depth_m, P::least_of(sides.left_m),
            P::least_of(sides.right_m)};
}

template <int Lanes>
GINESTE_INLINE std::array<float, kShifts.size()> Looker<Lanes>::strip_scores() const {
    std::array<Float, kShifts.size()> least;
    least.fill(P::filled(kFar));
    const float half_m = half_strip_m(law_);
    for_ahead([&](const Seen& seen) __attribute__((always_inline)) {
        const Float score = scores(seen);
        for (std::size_t c = 0; c < kShifts.size(); ++c) {
            const Float shifted_m = seen.aside_m - static_cast<float>(kShifts[c]) * half_m;
            least[c] = P::least_where(least[c], in_strip(seen.ahead_m, shifted_m), score);
        }
    });
    std::array<float, kShifts.size()> found{};
    for (std::size_t c = 0; c < kShifts.size(); ++c) found[c] = P::least_of(least[c]);
    return found;
}

}  // namespace gineste
