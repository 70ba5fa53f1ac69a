// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "race/race.hpp"

namespace gineste {

/// Everyone on the road, in slot order: chainage never rises from one slot to the next, ties by
/// id. One array per quantity; the first six come in two generations, `now` frozen during a step
/// and `next` being written.
class Race::State {
  public:
    std::vector<double> chainage_m;
    std::vector<float> offset_m;       ///< of the body's middle, left of the centre line
    std::vector<float> speed_mps;
    std::vector<double> next_chainage_m;
    std::vector<float> next_offset_m;
    std::vector<float> next_speed_mps;

    std::vector<std::uint32_t> runner;  ///< RunnerId
    std::vector<std::uint16_t> wave;
    std::vector<std::int8_t> drift_side;  ///< side last stepped to: −1 right, +1 left

    // Traits, copied from the Field so that a step reads memory in order.
    std::vector<float> flat_speed_mps;
    std::vector<float> hill_response;
    std::vector<float> drift;
    std::vector<double> withdraws_at_m;

    // The runner's own pace.
    std::vector<float> hills;             ///< lagged hill factor
    std::vector<std::int32_t> noise_node;
    std::vector<float> noise_from;        ///< standard normal at that node and at the next
    std::vector<float> noise_to;
    std::vector<float> free_speed_mps;    ///< with nobody else on the road
    std::vector<float> wanted_speed_mps;  ///< the same, or slower for a station
    std::vector<float> offset_goal_m;     ///< NaN: none

    std::vector<double> next_mark_m;      ///< nothing is to be noted before this chainage

    // What it costs.
    std::vector<float> lost_s;            ///< to other runners, since the start line
    std::vector<float> at_stations_s;     ///< slower than one would for a station's sake
    std::vector<float> lost_in_segment_s;
    std::vector<double> segment_since_s;  ///< when the segment was entered

    std::size_t size() const { return runner.size(); }

    /// Calls visit(array) for every array.
    template <class Visit>
    void for_each_array(const Visit& visit) {
        visit(chainage_m);
        visit(offset_m);
        visit(speed_mps);
        visit(next_chainage_m);
        visit(next_offset_m);
        visit(next_speed_mps);
        visit(runner);
        visit(wave);
        visit(drift_side);
        visit(flat_speed_mps);
        visit(hill_response);
        visit(drift);
        visit(withdraws_at_m);
        visit(hills);
        visit(noise_node);
        visit(noise_from);
        visit(noise_to);
        visit(free_speed_mps);
        visit(wanted_speed_mps);
        visit(offset_goal_m);
        visit(next_mark_m);
        visit(lost_s);
        visit(at_stations_s);
        visit(lost_in_segment_s);
        visit(segment_since_s);
    }

    void append_slot() {
        for_each_array([](auto& array) { array.emplace_back(); });
    }
    void swap_slots(std::size_t a, std::size_t b) {
        for_each_array([&](auto& array) { std::swap(array[a], array[b]); });
    }
    /// Moves slot `from` to slot `to`, which is given up.
    void move_slot(std::size_t from, std::size_t to) {
        for_each_array([&](auto& array) { array[to] = array[from]; });
    }
    void shrink(std::size_t size) {
        for_each_array([&](auto& array) { array.resize(size); });
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
};

}  // namespace gineste
