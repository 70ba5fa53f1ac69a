// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <cstdint>
#include <limits>
#include <utility>

#include "motion/crowd.hpp"
#include "motion/pace.hpp"
#include "race/race.hpp"

namespace gineste {

/// Everyone on the road, in slot order: place never rises from one slot to the next, ties by id.
/// One row per quantity; those of a generation are frozen during a step while `next` is written.
class Race::State {
  public:
    // What outlives a step moves from slot to slot with its runner.
    Generation now;
    PaceRows pace;
    Footing footing;
    Row<float> lost_s;          ///< to other runners, since the start line
    Row<Place> next_event;      ///< nothing happens to the runner before this place ...
    Row<Place> attention;       ///< ... and no station is to be asked before this one
    Row<std::uint32_t> runner;  ///< RunnerId

    // Written anew by every step.
    Generation next;
    Row<float> free_mps;  ///< speed with nobody else on the road
    Intent intent;

    std::size_t size() const { return runner.size(); }
    double chainage_m(std::size_t slot) const {
        return chainage_of(now.place[slot], footing.part[slot]);
    }
    float offset_m(std::size_t slot) const { return now.offset_m[slot]; }
    float speed_mps(std::size_t slot) const { return now.speed_mps[slot]; }

    /// One slot more, behind all others.
    void append(std::uint32_t id, double chainage_m, float offset_m);

    /// Keeps the slots that `keep(slot)` is true of, in their order.
    template <class Keep>
    void keep_only(const Keep& keep);

    /// Makes `next` the generation that is frozen. Slots may then be out of order.
    void flip();

    /// Restores slot order among slots [begin, end). Few runners pass one another in a step, so
    /// insertion sort is close to one look at each.
    void reorder(Generation& generation, std::size_t begin, std::size_t end);

    /// Joins two neighbouring stretches, each in order by itself, at the slot where the second
    /// begins.
    void reorder_across(Generation& generation, std::size_t begin);

    std::uint64_t hash() const;

  private:
    bool sink(Generation& generation, std::size_t first, std::size_t slot);

    /// Calls visit(row) for every row that outlives a step.
    template <class Visit>
    void for_each_lasting(Generation& generation, const Visit& visit) {
        visit(generation.place);
        visit(generation.offset_m);
        visit(generation.speed_mps);
        visit(pace.flat_speed_mps);
        visit(pace.hill_response);
        visit(pace.drift);
        visit(pace.noise_from);
        visit(pace.noise_to);
        visit(pace.hills);
        visit(pace.gait);
        visit(footing.part);
        visit(footing.drift_side);
        visit(footing.body_ahead_m);
        visit(lost_s);
        visit(next_event);
        visit(attention);
        visit(runner);
    }
    void fit_passing();
};

template <class Keep>
void Race::State::keep_only(const Keep& keep) {
    std::size_t kept = 0;
    for (std::size_t slot = 0; slot < size(); ++slot) {
        if (!keep(slot)) continue;
        if (kept != slot) for_each_lasting(now, [&](auto& row) { row[kept] = row[slot]; });
        ++kept;
    }
    if (kept == size()) return;
    for_each_lasting(now, [kept](auto& row) { row.resize(kept); });
    fit_passing();
}

}  // namespace gineste
