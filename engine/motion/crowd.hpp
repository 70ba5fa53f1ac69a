// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <algorithm>
#include <cstddef>
#include <span>

#include "core/instruction_set.hpp"
#include "motion/road.hpp"
#include "motion/row.hpp"
#include "scenario/scenario.hpp"

namespace gineste {

/// How closely one runner follows: gap = standstill gap + speed · time gap, and more at speed
/// where those ahead are taken to brake harder (b^) than one does oneself (b).
struct Headway {
    float time_gap_s = 0.3F;
    float standstill_gap_m = 0.15F;
    float braking_share = 0.45F;  ///< b/b^
};

/// Parameters of the crowd law that all runners share. Bodies are boxes: depth along the road,
/// width across it.
struct CrowdLaw {
    float step_s = 0.5F;
    float depth_m = 0.3F;
    float width_m = 0.5F;
    float acceleration_mps2 = 1.2F;
    float braking_mps2 = 2.0F;
    float lateral_speed_mps = 0.8F;
    float yield_s = 0.0F;  ///< before somebody faster would be level; 0: nobody looks back

    /// The speed after the step from which a runner can still stop behind the one ahead, who may
    /// brake harder: Gipps 1981, Transportation Research B 15:105, with b^ > b. From v now to w
    /// after a step h, w²/2b + w(T − h/2) + vh/2 <= gap − s₀ + (speed ahead)²/2b^, so that in even
    /// flow the gap is s₀ + vT + v²(1/b − 1/b^)/2 whatever the step. `score` is the least of
    /// `brake_score` over those ahead: one square root serves them all.
    float safe_speed_mps(float score, const Headway& own, float speed_mps) const;
    /// b/b^ · (speed ahead)² + 2b · gap, m²/s². Who is not straight ahead counts as farther off by
    /// as far as he is aside: `gap_m` is the gap along and the distance across.
    float brake_score(float gap_m, const Headway& own, float speed_ahead_mps) const;
    /// A body and the farthest a runner may get in one step: who is nearer ahead is alongside.
    float reach_m(float speed_mps) const {
        return speed_mps * step_s + (depth_m + 0.5F * acceleration_mps2 * step_s * step_s + kSkin);
    }
    static constexpr float kSkin = 2e-3F;  ///< m kept between bodies, above the rounding of places
};

CrowdLaw crowd_law(const Scenario& scenario);

/// The moving quantities that runners see of one another, in slot order: chainage never rises from
/// one slot to the next, so those ahead of slot i are i−1, i−2, ... and those behind it i+1, ...
struct Generation {
    Row<Place> place{kBeyond, -kBeyond};
    Row<float> offset_m;  ///< of the body's middle, left of the centre line
    Row<float> speed_mps;

    std::size_t size() const { return place.size(); }
    void resize(std::size_t slots);
    void fence();
    void swap(Generation& other);
};

/// What each runner wants of the next step, in slot order.
struct Intent {
    Row<float> wanted_mps;
    Row<float> goal_m;            ///< offset to move to before anything else; NaN: none
    Row<float> time_gap_s;        ///< the runner's own T
    Row<float> standstill_gap_m;  ///< s₀
    Row<float> braking_share;     ///< and b/b^

    void resize(std::size_t slots);
};

/// What a runner's own step alone reads and writes.
struct Footing {
    Row<float> part;          ///< of a unit of place that is already covered, [0, 1)
    Row<float> drift_side;    ///< side last stepped to: −1 right, 0, +1 left
    Row<float> body_ahead_m;  ///< of the step before: distance to a body in the way; far if none
};

/// Runners of another race on the same road, or of this one a lap apart: the slots [first, last) of
/// their frozen generation, whose places are counted from another start. They see us the same way,
/// with the shift the other way round.
struct Company {
    const Generation* now = nullptr;
    std::size_t first = 0;
    std::size_t last = 0;
    Place shift = 0;              ///< added to their places it gives ours
    float left_m = 0.0F;          ///< added to their offsets it gives ours
    bool ahead_if_level = false;  ///< who counts as ahead at one and the same place

    /// On our axis.
    Place place(std::size_t slot) const { return now->place[slot] + shift; }
    /// The first slot at or behind a place of our axis.
    std::size_t first_behind(Place ours) const {
        const Place* begin = now->place.data();
        const Place* found = std::partition_point(
            begin + first, begin + last, [&](Place theirs) { return theirs + shift > ours; });
        return static_cast<std::size_t>(found - begin);
    }
};
inline constexpr std::size_t kMostCompany = 64;  ///< of one race

/// One step of slots [begin, end): `now` and what `company` refers to are read, those slots of
/// `next` and `own` are written. `begin` is a multiple of 16. No two bodies that were apart touch
/// after it, whatever the other slots and the company do in the same step; the room's README has
/// the argument.
void jostle(InstructionSet instructions, const CrowdLaw& law, const Road& road,
            const Generation& now, const Intent& intent, std::span<const Company> company,
            Generation& next, Footing& own, std::size_t begin, std::size_t end);

}  // namespace gineste
