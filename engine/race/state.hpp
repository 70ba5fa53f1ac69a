// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "race/race.hpp"

namespace gineste {

/// What a runner carries along besides place and speed. Only the runner's own step reads or
/// writes it, so it is kept together: one cache line.
struct Carried {
    float flat_speed_mps = 0.0F;  ///< traits, copied from the Field
    float hill_response = 1.0F;
    float drift = 0.0F;
    float hills = 1.0F;  ///< lagged hill factor
    std::int32_t noise_node = -1;
    float noise_from = 0.0F;  ///< standard normal at that node and at the next
    float noise_to = 0.0F;
    float lost_s = 0.0F;         ///< to other runners, since the start line
    float at_stations_s = 0.0F;  ///< slower than one would for a station's sake
    float lost_in_segment_s = 0.0F;
    float attention_m = 0.0F;  ///< no station is to be asked before this chainage
    float withdraws_at_m = 0.0F;
    double segment_since_s = 0.0;  ///< when the segment was entered
    double next_mark_m = 0.0;      ///< nothing is to be noted before this chainage
};
static_assert(sizeof(Carried) == 64);

/// Everyone on the road, in slot order: chainage never rises from one slot to the next, ties by
/// id. One array per quantity that others read, frozen during a step while `next_*` is written.
class Race::State {
  public:
    std::vector<double> chainage_m;
    std::vector<float> offset_m;  ///< of the body's middle, left of the centre line
    std::vector<float> speed_mps;
    std::vector<std::uint32_t> runner;  ///< RunnerId
    std::vector<std::uint16_t> wave;
    std::vector<std::int8_t> drift_side;  ///< side last stepped to: −1 right, +1 left
    std::vector<Carried> carried;

    // Written anew by every step.
    std::vector<double> next_chainage_m;
    std::vector<float> next_offset_m;
    std::vector<float> next_speed_mps;
    std::vector<float> free_speed_mps;    ///< with nobody else on the road
    std::vector<float> wanted_speed_mps;  ///< the same, or slower for a station
    std::vector<float> offset_goal_m;     ///< NaN: none

    std::size_t size() const { return runner.size(); }

    void append_slot() {
        for_each_lasting([](auto& array) { array.emplace_back(); });
        fit_passing();
    }
    void swap_slots(std::size_t a, std::size_t b) {
        for_each_lasting([&](auto& array) { std::swap(array[a], array[b]); });
    }
    /// Moves slot `from` to slot `to`, which is given up.
    void move_slot(std::size_t from, std::size_t to) {
        for_each_lasting([&](auto& array) { array[to] = array[from]; });
    }
    void shrink(std::size_t size) {
        for_each_lasting([&](auto& array) { array.resize(size); });
        fit_passing();
    }
    void flip() {
        chainage_m.swap(next_chainage_m);
        offset_m.swap(next_offset_m);
        speed_mps.swap(next_speed_mps);
    }

    /// Restores slot order after a step. Few runners pass one another in a step, so insertion
    /// sort is close to one look at each.
    void reorder();

    std::uint64_t hash() const;

  private:
    /// Calls visit(array) for every array that outlives a step.
    template <class Visit>
    void for_each_lasting(const Visit& visit) {
        visit(chainage_m);
        visit(offset_m);
        visit(speed_mps);
        visit(runner);
        visit(wave);
        visit(drift_side);
        visit(carried);
    }
    void fit_passing() {
        next_chainage_m.resize(size());
        next_offset_m.resize(size());
        next_speed_mps.resize(size());
        free_speed_mps.resize(size());
        wanted_speed_mps.resize(size());
        offset_goal_m.resize(size());
    }
};

}  // namespace gineste
