// SPDX-License-Identifier: Apache-2.0
// The serial phases of a step: what concerns more than one slot.
#include "race/phases.hpp"

#include <omp.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/contract.hpp"
#include "core/no_value.hpp"
#include "core/parallel.hpp"
#include "field/conditions.hpp"
#include "motion/pens.hpp"

namespace gineste {
namespace {

constexpr double kPassageSpacing = 100.0;
constexpr double kLeaveRoad = 50.0;  // m beyond the finish

int threads_or_all(int threads) { return threads > 0 ? threads : omp_get_max_threads(); }

std::size_t count_present(const Field& field) {
    return static_cast<std::size_t>(std::count(field.present.begin(), field.present.end(), 1));
}

// Who is let go by a release has no pen to walk out of.
float approach_mps(const Scenario& scenario, const Field& field) {
    if (!field.line_due_s.empty()) return kFastest;
    return static_cast<float>(scenario.start.approach_speed_mps);
}

Guests guests(const Field& field) {
    const std::vector<double> rank = ranks(field);
    return {std::vector<float>(rank.begin(), rank.end()), field.wave};
}

RunnerRecord blank_runners(const Field& field) {
    const std::size_t count = field.size();
    RunnerRecord runners;
    runners.bib = field.bib;
    for (const Sex sex : field.sex) runners.woman.push_back(sex == Sex::woman ? 1 : 0);
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

}  // namespace

Race::Parts::Parts(const Scenario& scenario_, const Course& course_, Field field_,
                   RaceOptions options)
    : scenario(scenario_),
      course(course_),
      field(std::move(field_)),
      threads(threads_or_all(options.threads)),
      road(course, scenario.start, scenario.motion.grade,
           pens_length_m(scenario, field.size()) + options.more_pens_m, scenario.weather),
      incidents(scenario, road, discard_zones(scenario, road)),
      vehicles(scenario),
      sweeper(scenario),
      pacing(pacing_law(scenario, course.length_m())),
      pace_step{pacing,
                pacing.lag_over(scenario.step_s),
                road,
                Headways::of(scenario.motion),
                approach_mps(scenario, field),
                static_cast<float>(approach_gap_m(scenario)),
                static_cast<float>(scenario.weather.shelter),
                static_cast<float>(scenario.weather.shelter_reach_m)},
      crowd(crowd_law(scenario)),
      instructions(options.instructions),
      behaviour(scenario.behaviour_seed),
      starts(scenario, field),
      stations(scenario, road, guests(field)),
      passages(field.size(), course.length_m(), kPassageSpacing),
      congestion(course.length_m(), scenario.observe.segment_m, scenario.observe.interval_s,
                 scenario.step_s, threads),
      trajectories(options.trajectories),
      runners(blank_runners(field)),
      notes(field.size()),
      present(count_present(field)),
      began_wall_s(omp_get_wtime()),
      move_times(static_cast<std::size_t>(threads)),
      strides(static_cast<std::size_t>(threads)) {
    EXPECT(course.length_m() < kLongestCourse);
}

void Race::Parts::release() {
    vehicles.drive(time_s, scenario.step_s, road, state);
    incidents.tick(time_s, vehicles.closures(road));
    starts.release(time_s, free_before_m, field, road, state);
}

void Race::Parts::count(const LineEvent& event) {
    const std::size_t i = event.runner.value;
    runners.lost_s[i] = event.lost_s;
    runners.at_stations_s[i] = notes[i].at_stations_s;
    switch (event.kind) {
        case LineEvent::Kind::started:
            runners.status[i] = RunnerStatus::running;
            runners.start_s[i] = event.time_s;
            starts.note_over_line(WaveId(field.wave[i]), event.time_s);
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
    for (std::size_t begin = kBlock; begin < state.size(); begin += kBlock) {
        state.reorder_across(state.next, begin);
    }
    state.flip();
    // Taking one runner out moves all behind it up a slot, so those beyond the finish go in
    // batches.
    constexpr std::uint64_t batch_steps = 64;
    if (someone_withdrew || step % batch_steps == 0) clear_road();
    someone_withdrew = false;
}

void Race::Parts::clear_road() {
    const Place gone = place_reaching(course.length_m() + kLeaveRoad);
    state.keep_only([&](std::size_t slot) {
        return state.now.place[slot] < gone &&
               runners.status[state.runner[slot]] != RunnerStatus::withdrawn;
    });
}

// Takes off the road those who have started and are behind a place.
std::size_t Race::Parts::withdraw_behind(double chainage_m) {
    std::size_t taken_off = 0;
    for (std::size_t slot = state.size(); slot-- > 0;) {
        if (state.chainage_m(slot) >= chainage_m) break;
        const std::size_t i = state.runner[slot];
        if (runners.status[i] != RunnerStatus::running) continue;
        ++taken_off;
        runners.lost_s[i] = state.lost_s[slot];
        runners.at_stations_s[i] = notes[i].at_stations_s;
        runners.status[i] = RunnerStatus::withdrawn;
        stations.forget(RunnerId(i), time_s);
        ++withdrawn;
    }
    return taken_off;
}

void Race::Parts::withdraw_everyone() {
    withdraw_behind(std::numeric_limits<double>::infinity());
    state.keep_only([](std::size_t) { return false; });
}

void Race::Parts::sweep(double before_s) {
    const bool all_started = starts.all_released() && started == present;
    std::size_t taken_off = 0;
    for (const Sweeper::Limit& limit : sweeper.limits(before_s, time_s, all_started)) {
        const std::size_t here = withdraw_behind(limit.behind_m);
        *limit.taken_off += here;
        taken_off += here;
    }
    if (taken_off == 0) return;
    state.keep_only([&](std::size_t slot) {
        return runners.status[state.runner[slot]] != RunnerStatus::withdrawn;
    });
}

// Who is in a segment when an interval begins is there in that interval.
void Race::Parts::note_waves() {
    for (std::size_t slot = 0; slot < state.size(); ++slot) {
        const Place place = state.now.place[slot];
        if (place < 0 || place >= congestion.segments().bounds().back()) continue;
        congestion.see_wave(0, congestion.segments().at(place), field.wave[state.runner[slot]]);
    }
}

void Race::Parts::note_positions() {
    trajectories.begin_frame(time_s, road);
    for (std::size_t slot = 0; slot < state.size(); ++slot) {
        const double chainage_m = state.chainage_m(slot);
        if (!trajectories.covers(chainage_m)) continue;
        const float across_m =
            road.middle_m(chainage_m) + state.offset_m(slot) - road.centre_m(chainage_m);
        trajectories.see(runners.bib[state.runner[slot]], chainage_m,
                         static_cast<double>(across_m));
    }
}

void Race::Parts::tick() {
    const double before_s = time_s;
    ++step;
    time_s = static_cast<double>(step) * scenario.step_s;
    if (congestion.end_step(time_s)) note_waves();
    if (trajectories.due(time_s)) note_positions();
    if (std::floor(time_s / 60.0) > std::floor(before_s / 60.0)) hashes.push_back(state.hash());
    sweep(before_s);
    if (time_s > starts.last_gun_s() + scenario.limit_s) withdraw_everyone();
}

bool Race::Parts::over() const {
    const bool too_late = time_s > starts.last_gun_s() + scenario.limit_s;
    return too_late || (starts.all_released() && state.size() == 0 && stations.waiting() == 0);
}

}  // namespace gineste
