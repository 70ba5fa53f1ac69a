// SPDX-License-Identifier: Apache-2.0
#include "stations/stations.hpp"

#include <algorithm>
#include <cmath>

#include "core/contract.hpp"

namespace gineste {
namespace {

constexpr double kNotice = 60.0;    // m before the first table: runners decide
constexpr double kMoveOver = 40.0;  // m before their table: they move to its side
constexpr double kArm = 1.2;        // m sideways within which a cup can be taken
constexpr float kBeside = 0.9F;     // m from the edge: near enough, no need to hug the tables
constexpr double kAtTable = 0.9;    // m along the road within which a runner is at the table
constexpr double kMissed = 1.5;     // m beyond it: too late for this table
constexpr double kEaseOff = 1.0;    // m/s2, slowing down by choice
constexpr double kTableBias = 1.5;  // power of the uniform draw: first tables crowd
constexpr float kAnywhere = std::numeric_limits<float>::quiet_NaN();

const char* kind_text(StationKind kind) {
    return kind == StationKind::refreshment ? "refreshment" : "sponge";
}

const char* side_text(StationSide side) {
    if (side == StationSide::both) return "both";
    return side == StationSide::left ? "left" : "right";
}

// One cup and a Poisson number of further ones, by inversion of a uniform draw.
int drawn_cups(double mean_extra, double uniform) {
    int extra = 0;
    double probability = std::exp(-mean_extra);
    double below = probability;
    while (uniform > below && extra < 9) {
        ++extra;
        probability *= mean_extra / extra;
        below += probability;
    }
    return 1 + extra;
}

DrinkMode drawn_mode(const StationSpec& spec, double uniform) {
    if (uniform < spec.grab_share) return DrinkMode::grab;
    return uniform < spec.grab_share + spec.walk_share ? DrinkMode::walk : DrinkMode::stop;
}

float speed_at_table_mps(const StationSpec& spec, DrinkMode mode, float free_speed_mps) {
    const auto walk_mps = static_cast<float>(spec.walk_speed_mps);
    switch (mode) {
        case DrinkMode::grab:
            return static_cast<float>(spec.grab_speed_share) * free_speed_mps;
        case DrinkMode::walk:
            return std::min(free_speed_mps, walk_mps);
        case DrinkMode::stop:
            return std::min(free_speed_mps, 0.5F * walk_mps);
    }
    return free_speed_mps;
}

// Slowing down evenly so as to have `at_mps` after `distance_m`.
float easing_speed_mps(float at_mps, double distance_m) {
    const auto gain = static_cast<float>(2.0 * kEaseOff * std::max(0.0, distance_m));
    return std::sqrt(at_mps * at_mps + gain);
}

// Towards the edge, but only until the tables are near enough: those at a table stand two abreast.
float goal_near(float edge_m, float offset_m) {
    return std::abs(edge_m - offset_m) <= kBeside ? kAnywhere : edge_m;
}

StationRecord described(const StationSpec& spec, int sides, double length_m) {
    StationRecord record;
    record.name = spec.name;
    record.kind = kind_text(spec.kind);
    record.side = side_text(spec.side);
    record.at_m = std::min(spec.at_m, length_m);
    record.length_m = spec.length_m;
    record.tables = spec.tables * sides;
    record.volunteers = record.tables * spec.volunteers;
    record.cups_per_minute = record.volunteers * spec.cups_per_minute;
    record.after_line = spec.at_m >= length_m;
    return record;
}

}  // namespace

Stations::Stations(const Scenario& scenario, const Road& road, std::size_t runners)
    : random_(scenario.behaviour_seed),
      interval_s_(scenario.observe.interval_s),
      half_body_m_(static_cast<float>(0.5 * scenario.motion.body_width_m)),
      road_(&road),
      visits_(runners) {
    std::vector<StationSpec> specs = scenario.stations;
    std::stable_sort(specs.begin(), specs.end(),
                     [](const StationSpec& a, const StationSpec& b) { return a.at_m < b.at_m; });
    for (const StationSpec& spec : specs) {
        Post post;
        post.spec = spec;
        post.approach_m = spec.at_m - kNotice;
        post.pitch_m = spec.length_m / spec.tables;
        post.sides = spec.side == StationSide::both ? 2 : 1;
        post.tables.assign(static_cast<std::size_t>(spec.tables * post.sides),
                           Table(spec.volunteers, 60.0 / spec.cups_per_minute));
        records_.push_back(described(spec, post.sides, road.length_m()));
        if (!records_.back().after_line) ++on_road_;
        posts_.push_back(std::move(post));
    }
}

double Stations::attention_m(RunnerId runner) const {
    const Visit& visit = visits_[runner.value];
    if (visit.phase != VisitPhase::none) return -std::numeric_limits<double>::infinity();
    if (visit.station >= on_road_) return std::numeric_limits<double>::infinity();
    return posts_[visit.station].approach_m;
}

double Stations::table_m(const Visit& visit) const {
    const Post& post = posts_[visit.station];
    return post.spec.at_m + (visit.table + 0.5) * post.pitch_m;
}

std::size_t Stations::table_index(const Visit& visit) const {
    const Post& post = posts_[visit.station];
    const bool second_side = post.sides == 2 && visit.side < 0;
    return visit.table + (second_side ? static_cast<std::size_t>(post.spec.tables) : 0);
}

float Stations::edge_offset_m(const Visit& visit, double chainage_m) const {
    const float edge_m = std::max(0.0F, road_->half_width_m(chainage_m) - half_body_m_ - 0.05F);
    return visit.side > 0 ? edge_m : -edge_m;
}

void Stations::next_station(Visit& visit) const {
    visit.phase = VisitPhase::none;
    ++visit.station;
}

bool Stations::next_table(Visit& visit) const {
    if (visit.table + 1 >= posts_[visit.station].spec.tables) return false;
    ++visit.table;
    visit.phase = VisitPhase::approaching;
    return true;
}

Visit Stations::decided(const Post& post, const StationApproach& approach, bool& wants) const {
    const StationSpec& spec = post.spec;
    Visit visit = visits_[approach.runner.value];
    const auto draw = [&](Purpose purpose) {
        return random_.uniform(approach.runner, purpose, visit.station);
    };
    wants = draw(Purpose::thirst) < spec.take_share;
    visit.cups = static_cast<std::uint8_t>(drawn_cups(spec.extra_cups, draw(Purpose::cups)));
    visit.mode = drawn_mode(spec, draw(Purpose::drink_mode));
    visit.side = spec.side == StationSide::left ? 1 : -1;
    if (spec.side == StationSide::both) visit.side = approach.offset_m >= 0.0F ? 1 : -1;
    const double first = std::pow(draw(Purpose::table), kTableBias);
    visit.table = static_cast<std::uint16_t>(first * spec.tables);
    return visit;
}

void Stations::come_by(const StationApproach& approach, Visit& visit,
                       std::vector<StationEvent>& events) {
    const StationId station(visit.station);
    events.push_back({StationEvent::Kind::arrived, station, approach.runner});
    bool wants = false;
    visit = decided(posts_[visit.station], approach, wants);
    if (!wants) return next_station(visit);
    events.push_back({StationEvent::Kind::wants, station, approach.runner});
    visit.phase = VisitPhase::approaching;
}

Wish Stations::approach_table(const StationApproach& approach, Visit& visit,
                              std::vector<StationEvent>& events) {
    const double ahead_m = table_m(visit) - approach.chainage_m;
    Wish wish{approach.free_speed_mps, kAnywhere};
    if (ahead_m > kMoveOver) return wish;
    const float edge_m = edge_offset_m(visit, approach.chainage_m);
    wish.offset_m = goal_near(edge_m, approach.offset_m);
    const float slow_mps =
        speed_at_table_mps(posts_[visit.station].spec, visit.mode, approach.free_speed_mps);
    wish.speed_mps = std::min(wish.speed_mps, easing_speed_mps(slow_mps, ahead_m - kAtTable));
    if (ahead_m > kAtTable) return wish;
    const bool within_arm = std::abs(edge_m - approach.offset_m) <= kArm;
    if (within_arm && ahead_m >= -kMissed) {
        visit.phase = VisitPhase::asking;
        events.push_back({StationEvent::Kind::asks, StationId(visit.station), approach.runner});
    } else if (ahead_m < -kMissed && !next_table(visit)) {
        events.push_back({StationEvent::Kind::gave_up, StationId(visit.station), approach.runner});
        next_station(visit);
    }
    return wish;
}

Wish Stations::steer(const StationApproach& approach, std::vector<StationEvent>& events) {
    Visit& visit = visits_[approach.runner.value];
    if (approach.chainage_m < attention_m(approach.runner))
        return {approach.free_speed_mps, kAnywhere};
    if (visit.phase == VisitPhase::none) come_by(approach, visit, events);
    const bool over = (visit.phase == VisitPhase::standing && approach.time_s >= visit.until_s) ||
                      (visit.phase == VisitPhase::walking &&
                       approach.chainage_m >= static_cast<double>(visit.until_m));
    if (over) next_station(visit);
    switch (visit.phase) {
        case VisitPhase::none:
            return {approach.free_speed_mps, kAnywhere};
        case VisitPhase::approaching:
            return approach_table(approach, visit, events);
        case VisitPhase::asking:
        case VisitPhase::waiting:
        case VisitPhase::standing:
            return {0.0F, approach.offset_m};
        case VisitPhase::walking: {
            // Along the tables' side, so that those who go by have the middle of the road.
            const auto walk_mps = static_cast<float>(posts_[visit.station].spec.walk_speed_mps);
            const float edge_m = edge_offset_m(visit, approach.chainage_m);
            return {std::min(approach.free_speed_mps, walk_mps),
                    goal_near(edge_m, approach.offset_m)};
        }
    }
    return {approach.free_speed_mps, kAnywhere};
}

void Stations::welcome(RunnerId runner, double time_s) {
    for (std::size_t station = on_road_; station < posts_.size(); ++station) {
        Visit& visit = visits_[runner.value];
        visit.station = static_cast<std::uint16_t>(station);
        bool wants = false;
        visit = decided(posts_[station], {runner, 0.0, 0.0F, 0.0F, time_s}, wants);
        note({StationEvent::Kind::arrived, StationId(station), runner}, time_s);
        visit.phase = VisitPhase::none;
        if (!wants) continue;
        note({StationEvent::Kind::wants, StationId(station), runner}, time_s);
        Post& post = posts_[station];
        const auto shortest =
            std::min_element(post.tables.begin(), post.tables.end(),
                             [](const Table& a, const Table& b) { return a.queue() < b.queue(); });
        if (shortest->queue() == 0) {
            post.busy.push_back(static_cast<std::size_t>(shortest - post.tables.begin()));
        }
        shortest->join({runner, visit.cups, time_s});
        ++post.waiting;
    }
}

}  // namespace gineste
