// SPDX-License-Identifier: Apache-2.0
#include "race/race.hpp"

#include <omp.h>

#include <limits>
#include <utility>

#include "core/state_hash.hpp"
#include "observers/summaries.hpp"
#include "race/after_line.hpp"
#include "race/phases.hpp"
#include "race/stopwatch.hpp"

namespace gineste {

Race::Race(const Scenario& scenario, const Course& course, Field field, RaceOptions options)
    : parts_(std::make_unique<Parts>(scenario, course, std::move(field), options)) {}
Race::~Race() = default;
Race::Race(Race&&) noexcept = default;

bool Race::advance() {
    Parts& race = *parts_;
    if (race.over()) return false;
    Stopwatch watch;
    race.release();
    watch.lap(race.phases.release_s);
    race.move();
    watch.lap(race.phases.move_s);
    race.serve();
    watch.lap(race.phases.serve_s);
    race.reorder();
    watch.lap(race.phases.reorder_s);
    race.tick();
    watch.lap(race.phases.tick_s);
    return !race.over();
}

double Race::time_s() const { return parts_->time_s; }
std::size_t Race::on_course() const {
    return parts_->started - parts_->finished - parts_->withdrawn;
}
std::size_t Race::waiting() const { return parts_->present - parts_->started; }
std::size_t Race::finished() const { return parts_->finished; }
std::size_t Race::withdrawn() const { return parts_->withdrawn; }
Record Race::record() const { return parts_->record(); }
const Race::State& Race::state() const { return parts_->state; }

namespace {
std::uint64_t whole_hash(const Record& record) {
    StateHash sum;
    sum.add(std::span(record.state_hash_per_minute));
    sum.add(std::span(record.runners.start_s));
    sum.add(std::span(record.runners.finish_s));
    return sum.value();
}

std::vector<ThresholdRecord> threshold_records(const Scenario& scenario) {
    const ThresholdsSpec& spec = scenario.thresholds;
    const auto after_gun_s = [&](std::optional<double> clock_s) -> std::optional<double> {
        if (!clock_s) return std::nullopt;
        return after_first_gun_s(scenario, *clock_s);
    };
    std::vector<ThresholdRecord> records;
    const auto add = [&](Threshold what, std::optional<double> most) {
        if (most) records.push_back({what, *most});
    };
    add(Threshold::peak_density_per_m2, spec.peak_density_per_m2);
    add(Threshold::lost_p95_s, spec.lost_p95_s);
    add(Threshold::wait_p95_s, spec.wait_p95_s);
    add(Threshold::unserved_share, spec.unserved_share);
    add(Threshold::finishers_per_min, spec.finishers_per_min);
    add(Threshold::last_start_s, after_gun_s(spec.last_start_s));
    add(Threshold::last_finish_s, after_gun_s(spec.last_finish_s));
    return records;
}

std::optional<RoadsRecord> roads_record(const Scenario& scenario) {
    if (!scenario.roads) return std::nullopt;
    RoadsRecord roads;
    roads.clearing_s = scenario.roads->clearing_s;
    for (const RoadClosureSpec& spec : scenario.roads->closures) {
        const double closes_s = spec.closes_s - 86400.0 * spec.days_before;
        roads.closures.push_back({spec.name, spec.from_m, spec.to_m,
                                  after_first_gun_s(scenario, closes_s),
                                  spec.opens_s ? after_first_gun_s(scenario, *spec.opens_s)
                                               : std::numeric_limits<double>::quiet_NaN()});
    }
    for (const JunctionSpec& spec : scenario.roads->junctions) {
        roads.junctions.push_back({spec.name, spec.at_m});
    }
    return roads;
}

MoveTimes summed(const std::vector<MoveTimes>& threads) {
    MoveTimes sum;
    for (const MoveTimes& one : threads) {
        sum.pace_s += one.pace_s;
        sum.steer_s += one.steer_s;
        sum.jostle_s += one.jostle_s;
        sum.observe_s += one.observe_s;
        sum.order_s += one.order_s;
    }
    return sum;
}
}  // namespace

Record Race::Parts::record() const {
    constexpr double never = std::numeric_limits<double>::quiet_NaN();
    Record record;
    record.scenario = scenario.name;
    record.scenario_file = scenario.file.string();
    record.zone = scenario.zone.name();
    record.first_gun_instant_s = first_gun_instant_s(scenario);
    record.seed = scenario.seed;
    record.behaviour_seed = scenario.behaviour_seed;
    record.course_length_m = course.length_m();
    record.complete = over();
    record.runners = runners;
    record.passages = passages.record();
    for (std::size_t mark = 0; mark < record.passages.marks; ++mark) {
        const double at_m = record.passages.spacing_m * static_cast<double>(mark);
        record.passages.lon_deg.push_back(course.lon_deg(at_m));
        record.passages.lat_deg.push_back(course.lat_deg(at_m));
    }
    record.segments = segment_records(course, scenario.observe.segment_m);
    record.profile = profile_record(course);
    record.congestion = congestion.record();
    for (std::size_t w = 0; w < scenario.waves.size(); ++w) {
        WaveRecord wave;
        wave.name = scenario.waves[w].name;
        wave.gun_due_s = starts.due_s(WaveId(w)).value_or(never);
        wave.gun_s = starts.gun_s(WaveId(w)).value_or(never);
        wave.line_width_m = scenario.start.line_width_m;
        record.waves.push_back(wave);
    }
    count_waves(record.runners, record.waves);
    for (std::size_t i = 0; i < record.runners.wave.size(); ++i) {
        record.runners.gun_s[i] = record.waves[record.runners.wave[i]].gun_s;
    }
    record.trajectories = trajectories.record();
    record.stations = stations.records();
    for (std::size_t k = 0; k < field.named.size(); ++k) {
        record.named.push_back({scenario.named[k].name, field.named[k]});
        if (scenario.named[k].name == scenario.pursuer) record.pursuer = k;
    }
    record.sweeper = sweeper.record();
    record.vehicles = vehicles.records();
    record.roads = roads_record(scenario);
    record.thresholds = threshold_records(scenario);
    follow_after_line(scenario, record);
    record.road = road_records(record.passages, record.runners, record.course_length_m);
    record.engine = {
        threads, scenario.step_s,   step, runner_steps, omp_get_wtime() - began_wall_s, time_s,
        phases,  summed(move_times)};
    record.state_hash_per_minute = hashes;
    record.state_hash = whole_hash(record);
    return record;
}

}  // namespace gineste
