// SPDX-License-Identifier: Apache-2.0
// The parallel phase: everything that a slot does by itself, one block of slots after the other.
#include <omp.h>

#include <algorithm>
#include <cmath>

#include "core/parallel.hpp"
#include "race/phases.hpp"
#include "race/stopwatch.hpp"

namespace gineste {
namespace {

template <class Event>
void clear_blocks(std::vector<std::vector<Event>>& blocks, std::size_t count) {
    blocks.resize(std::max(blocks.size(), count / kBlock + 1));
    for (std::vector<Event>& block : blocks) block.clear();
}

// The first multiple of a length beyond a chainage.
double next_multiple(double chainage_m, double length_m) {
    return length_m * (std::floor(chainage_m / length_m) + 1.0);
}

}  // namespace

void Race::Parts::prepare_move() {
    clear_blocks(station_events, state.size());
    clear_blocks(line_events, state.size());
}

void Race::Parts::move() {
    prepare_move();
    for_blocks(state.size(), threads,
               [&](std::size_t begin, std::size_t end) { move_block(begin, end); });
}

void Race::Parts::move_block(std::size_t begin, std::size_t end) {
    const std::size_t block = begin / kBlock;
    const int thread = omp_get_thread_num();
    MoveTimes& took = move_times[static_cast<std::size_t>(thread)];
    Stopwatch watch = Stopwatch::for_turn(step + block);
    pace(instructions, pace_step, state.now.place, state.pace, state.footing.body_ahead_m,
         state.free_mps, state.intent, begin, end);
    watch.lap(took.pace_s);
    for (std::size_t slot = begin; slot < end; ++slot) {
        if (state.now.place[slot] >= state.attention[slot]) {
            steer_slot(slot, station_events[block]);
        }
    }
    hold_at_gates(begin, end);
    watch.lap(took.steer_s);
    jostle(instructions, crowd, road, state.now, state.intent, company, state.next, state.footing,
           begin, end);
    watch.lap(took.jostle_s);
    BlockStrides& seen = strides[static_cast<std::size_t>(thread)];
    observe_strides(instructions, congestion.segments(), scenario.step_s,
                    {state.now.place, state.next.place, state.intent.wanted_mps, state.next_event,
                     state.lost_s},
                    begin, end, seen);
    congestion.see(thread, seen.segments);
    for (const std::size_t slot : seen.eventful) note_event(slot, thread, line_events[block]);
    watch.lap(took.observe_s);
    state.reorder(state.next, begin, end);
    watch.lap(took.order_s);
}

void Race::Parts::steer_slot(std::size_t slot, std::vector<StationEvent>& events) {
    const RunnerId id(state.runner[slot]);
    const double chainage_m = chainage_of(state.now.place[slot], state.footing.part[slot]);
    const float free_mps = state.free_mps[slot];
    const Wish wish = stations.steer({id, chainage_m, state.now.offset_m[slot], free_mps, time_s,
                                      state.now.speed_mps[slot], state.lost_s[slot]},
                                     events);
    float& wanted_mps = state.intent.wanted_mps[slot];
    wanted_mps = std::min(wanted_mps, wish.speed_mps);
    state.intent.goal_m[slot] = wish.offset_m;
    state.attention[slot] = place_reaching(stations.attention_m(id));
    if (chainage_m < 0.0 || chainage_m >= course.length_m()) return;
    notes[id.value].at_stations_s +=
        static_cast<float>(scenario.step_s) * (1.0F - wish.speed_mps / free_mps);
}

void Race::Parts::hold_at_gates(std::size_t begin, std::size_t end) {
    for (const Gate& gate : gates) {
        const double sight_m = gate.at_m - Gate::kSight;
        if (!gate.closed || state.chainage_m(begin) < sight_m) continue;
        if (state.chainage_m(end - 1) > gate.at_m) continue;
        for (std::size_t slot = begin; slot < end; ++slot) {
            const double before_m = gate.at_m - state.chainage_m(slot);
            if (before_m < 0.0 || before_m > Gate::kSight) continue;
            const auto now_mps = static_cast<double>(state.speed_mps(slot));
            const double most_mps = Gate::speed_mps(before_m, now_mps, scenario.step_s);
            float& wanted_mps = state.intent.wanted_mps[slot];
            wanted_mps = std::min(wanted_mps, static_cast<float>(most_mps));
        }
    }
}

// Pace noise is drawn for two nodes at a time, whenever a runner passes one.
void Race::Parts::draw_noise(std::size_t slot, double from_m, double to_m) {
    if (pacing.noise_sd <= 0.0) return;
    const auto node_of = [&](double at_m) {
        return static_cast<std::uint32_t>(std::max(0.0, at_m) / pacing.noise_length_m);
    };
    const std::uint32_t node = node_of(to_m);
    if (node == node_of(from_m) && from_m >= 0.0) return;
    const RunnerId id(state.runner[slot]);
    const auto at = [&](std::uint32_t k) {
        return static_cast<float>(behaviour.normal(id, Purpose::pace_noise, k));
    };
    state.pace.noise_from[slot] = at(node);
    state.pace.noise_to[slot] = at(node + 1);
}

// One segment is left and another entered.
void Race::Parts::note_segment(std::size_t slot, const Stride& stride, int thread) {
    const Segments& segments = congestion.segments();
    Notes& own = notes[stride.runner.value];
    const double entered_m = segments.length_m() * std::floor(stride.to_m / segments.length_m());
    const double at_s = stride.time_at_s(std::max(0.0, std::min(entered_m, course.length_m())));
    const float lost_s = state.lost_s[slot];
    if (stride.from_m >= 0.0) {
        const double taken_s = at_s - own.segment_since_s;
        const double lost_here_s = static_cast<double>(lost_s - own.lost_before_s);
        const bool delayed = lost_here_s > scenario.observe.delayed_share * (taken_s - lost_here_s);
        congestion.see_leave(
            thread, segments.at(state.now.place[slot]),
            delayed ? CongestionObserver::Leaving::delayed : CongestionObserver::Leaving::freely);
    }
    own.segment_since_s = at_s;
    own.lost_before_s = lost_s;
    if (stride.to_m < course.length_m()) {
        congestion.see_wave(thread, segments.at(state.next.place[slot]),
                            field.wave[stride.runner.value]);
    }
}

Place Race::Parts::next_event(std::size_t slot, double chainage_m) const {
    const double withdraws_m = field.withdraws_at_m[state.runner[slot]];
    double next_m = std::min(passages.next_mark_m(chainage_m),
                             next_multiple(chainage_m, congestion.segments().length_m()));
    if (pacing.noise_sd > 0.0) {
        next_m = std::min(next_m, next_multiple(chainage_m, pacing.noise_length_m));
    }
    for (const double at_m : {course.length_m(), withdraws_m}) {
        if (at_m > chainage_m) next_m = std::min(next_m, at_m);
    }
    return place_reaching(next_m);
}

void Race::Parts::note_event(std::size_t slot, int thread, std::vector<LineEvent>& events) {
    const RunnerId id(state.runner[slot]);
    const double from_m = chainage_of(state.now.place[slot], 0.0F);
    const double to_m = chainage_of(state.next.place[slot], state.footing.part[slot]);
    const Stride stride{id, from_m, to_m, time_s, scenario.step_s};
    const double length_m = course.length_m();
    const double segment_m = congestion.segments().length_m();
    passages.see(stride);
    draw_noise(slot, from_m, to_m);
    const bool was_on_course = from_m < length_m;
    if (was_on_course && (std::floor(from_m / segment_m) < std::floor(to_m / segment_m) ||
                          stride.crosses(length_m))) {
        note_segment(slot, stride, thread);
    }
    const auto tell = [&](LineEvent::Kind kind, double at_m) {
        events.push_back({kind, id, stride.time_at_s(at_m), state.lost_s[slot]});
    };
    const double withdraws_m = field.withdraws_at_m[id.value];
    if (stride.crosses(0.0)) tell(LineEvent::Kind::started, 0.0);
    if (stride.crosses(withdraws_m)) {
        tell(LineEvent::Kind::withdrew, withdraws_m);
    } else if (stride.crosses(length_m)) {
        tell(LineEvent::Kind::finished, length_m);
    }
    state.next_event[slot] = next_event(slot, to_m);
}

}  // namespace gineste
