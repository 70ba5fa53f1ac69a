// SPDX-License-Identifier: Apache-2.0
#include "race/phases.hpp"

#include <omp.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/parallel.hpp"

namespace gineste {
namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr float kSlowest = 0.5F;  // m/s: nobody's own pace falls below a stroll
constexpr float kFastest = 7.9F;  // m/s: what the crowd law looks back for
constexpr double kPassageSpacing = 100.0;
constexpr double kLeaveRoad = 50.0;  // m beyond the finish

int threads_or_all(int threads) { return threads > 0 ? threads : omp_get_max_threads(); }

std::size_t count_present(const Field& field) {
    return static_cast<std::size_t>(std::count(field.present.begin(), field.present.end(), 1));
}

RunnerRecord blank_runners(const Field& field) {
    const std::size_t count = field.size();
    RunnerRecord runners;
    runners.bib = field.bib;
    runners.wave = field.wave;
    for (const auto present : field.present) {
        runners.status.push_back(present != 0 ? RunnerStatus::waiting : RunnerStatus::absent);
    }
    runners.gun_s.assign(count, kNaN);
    runners.start_s.assign(count, kNaN);
    runners.finish_s.assign(count, kNaN);
    runners.lost_s.assign(count, 0.0F);
    runners.at_stations_s.assign(count, 0.0F);
    runners.ideal_s.assign(field.ideal_s.begin(), field.ideal_s.end());
    return runners;
}

template <class Event>
void clear_blocks(std::vector<std::vector<Event>>& blocks, std::size_t count) {
    blocks.resize(std::max(blocks.size(), count / kBlock + 1));
    for (std::vector<Event>& block : blocks) block.clear();
}

}  // namespace

Race::Parts::Parts(const Scenario& scenario_, const Course& course_, Field field_,
                   RaceOptions options)
    : scenario(scenario_),
      course(course_),
      field(std::move(field_)),
      threads(threads_or_all(options.threads)),
      road(course, scenario.start, scenario.motion.grade, pens_length_m(scenario, field.size())),
      pacing(pacing_law(scenario, course.length_m())),
      lag(pacing.lag_over(scenario.step_s)),
      crowd(crowd_law(scenario)),
      instructions(options.instructions),
      behaviour(scenario.behaviour_seed),
      starts(scenario, field),
      stations(scenario, road, field.size()),
      passages(field.size(), course.length_m(), kPassageSpacing),
      congestion(course.length_m(), scenario.observe.segment_m, scenario.observe.interval_s,
                 scenario.step_s, threads),
      runners(blank_runners(field)),
      present(count_present(field)),
      began_wall_s(omp_get_wtime()) {}

void Race::Parts::release() { starts.release(time_s, field, road, state); }

float Race::Parts::pace_noise(std::size_t slot, double chainage_m) {
    if (pacing.noise_sd <= 0.0) return 0.0F;
    Carried& own = state.carried[slot];
    const double nodes = std::max(0.0, chainage_m) / pacing.noise_length_m;
    const auto node = static_cast<std::int32_t>(nodes);
    if (node != own.noise_node) {
        const RunnerId id(state.runner[slot]);
        const auto at = [&](std::int32_t k) {
            return static_cast<float>(
                behaviour.normal(id, Purpose::pace_noise, static_cast<std::uint32_t>(k)));
        };
        own.noise_from = at(node);
        own.noise_to = at(node + 1);
        own.noise_node = node;
    }
    return PacingLaw::noise(own.noise_from, own.noise_to, static_cast<float>(nodes - node));
}

void Race::Parts::intend_slot(std::size_t slot, std::vector<StationEvent>& events) {
    const double chainage_m = state.chainage_m[slot];
    Carried& own = state.carried[slot];
    const float target =
        PacingLaw::hill_factor(road.log_grade_ratio(chainage_m), own.hill_response);
    own.hills = lag.next(own.hills, target);
    const float drift = pacing.drift_factor(own.drift, chainage_m);
    const float noise = static_cast<float>(pacing.noise_sd) * pace_noise(slot, chainage_m);
    const float pace_mps = own.flat_speed_mps * drift * own.hills / std::max(0.5F, 1.0F + noise);
    const float free_mps = std::clamp(pace_mps, kSlowest, kFastest);
    state.free_speed_mps[slot] = free_mps;
    state.wanted_speed_mps[slot] = free_mps;
    state.offset_goal_m[slot] = std::numeric_limits<float>::quiet_NaN();
    const RunnerId id(state.runner[slot]);
    if (chainage_m < static_cast<double>(own.attention_m)) return;
    const Wish wish =
        stations.steer({id, chainage_m, state.offset_m[slot], free_mps, time_s}, events);
    state.wanted_speed_mps[slot] = wish.speed_mps;
    state.offset_goal_m[slot] = wish.offset_m;
    own.attention_m = static_cast<float>(stations.attention_m(id));
}

void Race::Parts::intend() {
    clear_blocks(station_events, state.size());
    frozen.resize(state.size());
    for_blocks(state.size(), threads, [&](std::size_t begin, std::size_t end) {
        for (std::size_t slot = begin; slot < end; ++slot) {
            intend_slot(slot, station_events[begin / kBlock]);
            frozen.set(slot, state.chainage_m[slot], state.offset_m[slot], state.speed_mps[slot],
                       crowd.reach_m(state.speed_mps[slot]));
        }
    });
}

void Race::Parts::leave_segment(std::size_t slot, const Stride& stride, int thread) {
    Carried& own = state.carried[slot];
    const double segment_m = congestion.segment_m();
    const double end_m = segment_m * std::floor(stride.to_m / segment_m);
    const double left_s = stride.time_at_s(end_m);
    const double taken_s = left_s - own.segment_since_s;
    const double lost_s = own.lost_in_segment_s;
    const bool delayed = lost_s > scenario.observe.delayed_share * (taken_s - lost_s);
    if (end_m > 0.0) {
        congestion.see_leave(
            thread, end_m,
            delayed ? CongestionObserver::Leaving::delayed : CongestionObserver::Leaving::freely);
    }
    own.segment_since_s = left_s;
    own.lost_in_segment_s = 0.0F;
}

void Race::Parts::observe_slot(std::size_t slot, int thread, std::vector<LineEvent>& events) {
    const RunnerId id(state.runner[slot]);
    Carried& own = state.carried[slot];
    const double step_s = scenario.step_s;
    const Stride stride{id, state.chainage_m[slot], state.next_chainage_m[slot], time_s, step_s};
    if (stride.to_m < 0.0) return;
    const double moved_m = stride.to_m - stride.from_m;
    const double wanted_m = step_s * static_cast<double>(state.wanted_speed_mps[slot]);
    const double free_m = step_s * static_cast<double>(state.free_speed_mps[slot]);
    if (stride.from_m >= 0.0 && stride.from_m < course.length_m()) {
        const double lost = wanted_m > 0.0 ? std::max(0.0, 1.0 - moved_m / wanted_m) : 0.0;
        own.lost_s += static_cast<float>(step_s * lost);
        own.lost_in_segment_s += static_cast<float>(step_s * lost);
        own.at_stations_s += static_cast<float>(step_s * (1.0 - wanted_m / free_m));
        congestion.see(thread,
                       {stride.from_m, moved_m, std::max(wanted_m, moved_m), state.wave[slot]});
    }
    if (stride.to_m >= own.next_mark_m) pass_marks(slot, stride, thread, events);
}

void Race::Parts::pass_marks(std::size_t slot, const Stride& stride, int thread,
                             std::vector<LineEvent>& events) {
    passages.see(stride);
    Carried& own = state.carried[slot];
    const double segment_m = congestion.segment_m();
    if (std::floor(stride.from_m / segment_m) < std::floor(stride.to_m / segment_m)) {
        leave_segment(slot, stride, thread);
    }
    const auto tell = [&](LineEvent::Kind kind, double at_m) {
        events.push_back({kind, stride.runner, state.wave[slot], stride.time_at_s(at_m), own.lost_s,
                          own.at_stations_s});
    };
    const double length_m = course.length_m();
    if (stride.crosses(0.0)) tell(LineEvent::Kind::started, 0.0);
    const double withdraws_at_m = own.withdraws_at_m;
    if (stride.crosses(withdraws_at_m)) {
        tell(LineEvent::Kind::withdrew, withdraws_at_m);
    } else if (stride.crosses(length_m)) {
        tell(LineEvent::Kind::finished, length_m);
    }
    double next_m = std::min(passages.next_mark_m(stride.to_m),
                             segment_m * (std::floor(stride.to_m / segment_m) + 1.0));
    for (const double at_m : {length_m, withdraws_at_m}) {
        if (at_m > stride.to_m) next_m = std::min(next_m, at_m);
    }
    own.next_mark_m = next_m;
}

// One pass: where a runner comes to stand, and what is seen of that, concern its own slot alone.
void Race::Parts::move() {
    clear_blocks(line_events, state.size());
    const CrowdIntent intent{state.wanted_speed_mps, state.offset_goal_m};
    const CrowdNext next{state.chainage_m, state.next_chainage_m, state.next_offset_m,
                         state.next_speed_mps, state.drift_side};
    for_blocks(state.size(), threads, [&](std::size_t begin, std::size_t end) {
        jostle(instructions, crowd, road, frozen, intent, next, begin, end);
        const int thread = omp_get_thread_num();
        for (std::size_t slot = begin; slot < end; ++slot) {
            observe_slot(slot, thread, line_events[begin / kBlock]);
        }
    });
    congestion.end_step(time_s + scenario.step_s);
}

void Race::Parts::count(const LineEvent& event) {
    const std::size_t i = event.runner.value;
    runners.lost_s[i] = event.lost_s;
    runners.at_stations_s[i] = event.at_stations_s;
    switch (event.kind) {
        case LineEvent::Kind::started:
            runners.status[i] = RunnerStatus::running;
            runners.start_s[i] = event.time_s;
            starts.note_over_line(WaveId(event.wave), event.time_s);
            ++started;
            break;
        case LineEvent::Kind::finished:
            runners.status[i] = RunnerStatus::finished;
            runners.finish_s[i] = event.time_s;
            stations.welcome(event.runner, event.time_s);
            ++finished;
            break;
        case LineEvent::Kind::withdrew:
            runners.status[i] = RunnerStatus::withdrawn;
            stations.forget(event.runner, event.time_s);
            someone_withdrew = true;
            ++withdrawn;
            break;
    }
}

void Race::Parts::serve() {
    for (const std::vector<LineEvent>& block : line_events) {
        for (const LineEvent& event : block) count(event);
    }
    std::vector<StationEvent> events;
    for (const std::vector<StationEvent>& block : station_events) {
        events.insert(events.end(), block.begin(), block.end());
    }
    stations.serve(events, time_s + scenario.step_s);
}

void Race::Parts::reorder() {
    runner_steps += state.size();
    state.flip();
    // Taking one runner out moves all behind it up a slot, so those beyond the finish go in
    // batches.
    constexpr std::uint64_t batch_steps = 32;
    if (someone_withdrew || step % batch_steps == 0) clear_road();
    someone_withdrew = false;
    state.reorder();
}

void Race::Parts::clear_road() {
    std::size_t kept = 0;
    for (std::size_t slot = 0; slot < state.size(); ++slot) {
        const bool gone = state.chainage_m[slot] > course.length_m() + kLeaveRoad ||
                          runners.status[state.runner[slot]] == RunnerStatus::withdrawn;
        if (gone) continue;
        if (kept != slot) state.move_slot(slot, kept);
        ++kept;
    }
    state.shrink(kept);
}

void Race::Parts::withdraw_everyone() {
    for (std::size_t slot = 0; slot < state.size(); ++slot) {
        const std::size_t i = state.runner[slot];
        if (runners.status[i] != RunnerStatus::running) continue;
        const Carried& own = state.carried[slot];
        runners.lost_s[i] = own.lost_s;
        runners.at_stations_s[i] = own.at_stations_s;
        runners.status[i] = RunnerStatus::withdrawn;
        stations.forget(RunnerId(i), time_s);
        ++withdrawn;
    }
    state.shrink(0);
}

void Race::Parts::tick() {
    const double before_s = time_s;
    ++step;
    time_s = static_cast<double>(step) * scenario.step_s;
    if (std::floor(time_s / 60.0) > std::floor(before_s / 60.0)) hashes.push_back(state.hash());
    if (time_s > starts.last_gun_s() + scenario.limit_s) withdraw_everyone();
}

bool Race::Parts::over() const {
    const bool too_late = time_s > starts.last_gun_s() + scenario.limit_s;
    return too_late || (starts.all_released() && state.size() == 0 && stations.waiting() == 0);
}

}  // namespace gineste
