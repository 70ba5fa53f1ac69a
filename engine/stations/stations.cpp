// SPDX-License-Identifier: Apache-2.0
// A runner's own half of a station: deciding, coming to a table, drinking on.
#include "stations/stations.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "core/contract.hpp"
#include "motion/weather.hpp"
#include "stations/thirst.hpp"

namespace gineste {
namespace {

constexpr double kSlowDown = 12.0;  // m before a table, besides those to cross the road
constexpr double kSeen = 10.0;      // m before a table: they see whether it is full
constexpr double kArm = 1.2;        // m sideways within which a cup can be taken
constexpr float kBeside = 0.9F;     // m from the edge: near enough, no need to hug the tables
constexpr double kAtTable = 0.9;    // m along the road within which a runner is at the table
constexpr double kMissed = 1.5;     // m beyond it: too late for this table
constexpr double kEaseOff = 1.0;    // m/s2, slowing down by choice
constexpr double kTableBias = 1.5;  // power of the uniform draw: first tables crowd
constexpr float kHalted = 0.5F;     // m/s: slower than anybody goes to a table
constexpr float kAnywhere = std::numeric_limits<float>::quiet_NaN();

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

// The speed from which one can ease off to the one at the table within the distance.
float easing_speed_mps(float at_mps, double distance_m) {
    const auto gain = static_cast<float>(2.0 * kEaseOff * std::max(0.0, distance_m));
    return std::sqrt(at_mps * at_mps + gain);
}

// Towards the edge, but only until the tables are near enough: those at a table stand two abreast.
float goal_near(float edge_m, float offset_m) {
    return std::abs(edge_m - offset_m) <= kBeside ? kAnywhere : edge_m;
}

// How far before their table runners begin to move over to its side: as far as crossing takes.
double move_over_m(double aside_m, double speed_mps, double lateral_speed_mps) {
    return kSlowDown + speed_mps * aside_m / lateral_speed_mps;
}

double area_m2(const Road& road, double from_m, double to_m) {
    double sum = 0.0;
    for (double at_m = from_m + 0.5; at_m < to_m; at_m += 1.0) {
        sum += 2.0 * static_cast<double>(road.half_width_m(at_m));
    }
    return sum;
}

}  // namespace

Stations::Stations(const Scenario& scenario, const Road& road, Guests guests)
    : random_(scenario.behaviour_seed),
      thirst_(scenario.thirst),
      step_s_(static_cast<float>(scenario.step_s)),
      heat_(heat_share(scenario.thirst, wbgt_c(scenario.weather))),
      lateral_speed_mps_(scenario.motion.lateral_speed_mps),
      half_body_m_(static_cast<float>(0.5 * scenario.motion.body_width_m)),
      road_(&road),
      guests_(std::move(guests)),
      visits_(guests_.rank.size()) {
    std::vector<StationSpec> specs = scenario.stations;
    std::stable_sort(specs.begin(), specs.end(),
                     [](const StationSpec& a, const StationSpec& b) { return a.at_m < b.at_m; });
    for (const StationSpec& spec : specs) {
        const StationLayout layout(spec, road.length_m());
        const Table table(spec.volunteers, 60.0 / spec.cups_per_minute);
        Post post{spec, layout,
                  StationBook(spec, layout, scenario.observe.interval_s, scenario.waves.size()),
                  std::make_shared<Counter>(
                      Counter{Stock(spec), std::vector<Table>(layout.tables(), table), {}})};
        post.book.zone().step_s = scenario.step_s;
        if (!layout.is_after_line()) {
            ++on_road_;
            post.book.zone().area_m2 = area_m2(road, layout.approach_m(), layout.zone_end_m());
        }
        posts_.push_back(std::move(post));
    }
}

void Stations::share(StationId own, Stations& with, StationId theirs, bool mirrored) {
    Post& post = posts_[own.value];
    Post& other = with.posts_[theirs.value];
    post.shared = other.shared = true;
    EXPECT(post.counter->tables.size() == other.counter->tables.size());
    post.counter = other.counter;
    post.mirrored = mirrored != other.mirrored;
}

double Stations::attention_m(RunnerId runner) const {
    const Visit& visit = visits_[runner.value];
    switch (visit.phase) {
        case VisitPhase::none:
            if (visit.station >= on_road_) return std::numeric_limits<double>::infinity();
            return posts_[visit.station].layout.approach_m();
        case VisitPhase::passing:
        case VisitPhase::leaving:
            return posts_[visit.station].layout.zone_end_m();
        default:
            return -std::numeric_limits<double>::infinity();
    }
}

double Stations::table_m(const Visit& visit) const {
    return posts_[visit.station].layout.table_m(visit.side, visit.table);
}

std::size_t Stations::table_index(const Visit& visit) const {
    return posts_[visit.station].index(visit.side, visit.table);
}

float Stations::edge_offset_m(const Visit& visit, double chainage_m) const {
    const float edge_m = std::max(0.0F, road_->half_width_m(chainage_m) - half_body_m_ - 0.05F);
    return road_->swerve_m(chainage_m) + (visit.side > 0 ? edge_m : -edge_m);
}

bool Stations::next_table(Visit& visit) const {
    const StationSpec& spec = posts_[visit.station].spec;
    if (visit.table + 1 < spec.tables) {
        ++visit.table;
    } else if (spec.side == StationSide::staggered && visit.side > 0) {
        visit.side = -1;  // across the road to the row that begins further on
        visit.table = 0;
    } else {
        return false;
    }
    visit.phase = VisitPhase::approaching;
    return true;
}

// Of the first good the cups, of each other one or none.
void Stations::fill_basket(const Post& post, RunnerId runner, Visit& visit) const {
    visit.cups = static_cast<std::uint8_t>(
        drawn_cups(mean_extra(thirst_, post.spec, heat_),
                   random_.uniform(runner, Purpose::cups, visit.station)));
    visit.others = 0;
    for (std::size_t k = 0; k < post.spec.goods.size(); ++k) {
        const auto step = static_cast<std::uint32_t>(visit.station * kMostGoods + k);
        const double share = post.spec.goods[k].share;
        const bool wanted = share >= 1.0 || random_.uniform(runner, Purpose::good, step) < share;
        if (k == 0 && !wanted) visit.cups = 0;
        if (k > 0 && wanted) visit.others |= static_cast<std::uint8_t>(1U << (k - 1));
    }
}

void Stations::decide(const Post& post, const StationApproach& approach, Visit& visit) const {
    const StationSpec& spec = post.spec;
    const auto kind = static_cast<std::size_t>(spec.kind);
    const auto draw = [&](Purpose purpose) {
        return random_.uniform(approach.runner, purpose, visit.station);
    };
    const auto rank = static_cast<double>(guests_.rank[approach.runner.value]);
    const double since_m = approach.chainage_m - static_cast<double>(visit.last_m[kind]);
    const double thirst =
        habitual_draw(thirst_.habit, random_.normal(approach.runner, Purpose::habit),
                      random_.normal(approach.runner, Purpose::thirst, visit.station));
    fill_basket(post, approach.runner, visit);
    visit.wants = thirst < take_probability(thirst_, spec.take_share, {heat_, since_m, rank}) &&
                  units(basket_of(visit)) > 0;
    visit.mode = drawn_mode(mode_shares(thirst_, spec, rank), units(basket_of(visit)),
                            draw(Purpose::drink_mode));
    visit.side = spec.side == StationSide::right ? -1 : 1;
    const float middle_m = road_->swerve_m(approach.chainage_m);
    if (post.layout.sides() == 2) visit.side = approach.offset_m >= middle_m ? 1 : -1;
    const double bias = spec.signs == StationSigns::none ? kTableBias : 1.0;
    const double first = std::pow(draw(Purpose::table), bias);
    visit.table = static_cast<std::uint16_t>(first * spec.tables);
    visit.stood_s = 0.0F;
}

void Stations::come_by(const StationApproach& approach, Visit& visit,
                       std::vector<StationEvent>& events) {
    const StationId station(visit.station);
    events.push_back({StationEvent::Kind::arrived, station, approach.runner});
    decide(posts_[visit.station], approach, visit);
    visit.entered_s = approach.time_s;
    visit.lost_before_s = approach.lost_s;
    visit.phase = visit.wants ? VisitPhase::approaching : VisitPhase::passing;
    if (visit.wants) events.push_back({StationEvent::Kind::wants, station, approach.runner});
}

// Nobody slows down for a table where all places are taken, as long as there is another.
void Stations::pass_full_table(const StationApproach& approach, Visit& visit) const {
    const Post& post = posts_[visit.station];
    const auto places = static_cast<std::size_t>(post.spec.places);
    if (table_m(visit) - approach.chainage_m > kSeen) return;
    if (post.table(visit.side, visit.table).queue() >= places) next_table(visit);
}

// Who cannot move on and has a table with a free place at hand waits for no other.
bool Stations::takes_nearest_table(const StationApproach& approach, Visit& visit) const {
    const Post& post = posts_[visit.station];
    const auto beside = post.layout.table_beside(visit.side, approach.chainage_m);
    if (!beside || *beside > visit.table) return false;
    const auto places = static_cast<std::size_t>(post.spec.places);
    if (post.table(visit.side, *beside).queue() >= places) return false;
    visit.table = static_cast<std::uint16_t>(*beside);
    return true;
}

Wish Stations::approach_table(const StationApproach& approach, Visit& visit,
                              std::vector<StationEvent>& events) const {
    const Post& post = posts_[visit.station];
    const StationId station(visit.station);
    Wish wish{approach.free_speed_mps, kAnywhere};
    const auto go_without = [&](StationEvent::Kind kind) {
        events.push_back({kind, station, approach.runner});
        visit.phase = VisitPhase::leaving;
    };
    pass_full_table(approach, visit);
    const double ahead_m = table_m(visit) - approach.chainage_m;
    const float edge_m = edge_offset_m(visit, approach.chainage_m);
    const double aside_m = std::abs(static_cast<double>(edge_m - approach.offset_m));
    const auto free_mps = static_cast<double>(approach.free_speed_mps);
    if (ahead_m > move_over_m(aside_m, free_mps, lateral_speed_mps_)) return wish;
    if (post.counter->stock.is_dry()) {
        go_without(StationEvent::Kind::found_none);
        return wish;
    }
    const bool within_arm = aside_m <= kArm;
    const auto ask = [&] {
        visit.phase = VisitPhase::asking;
        events.push_back({StationEvent::Kind::asks, station, approach.runner});
    };
    if (approach.speed_mps < kHalted) {
        visit.stood_s += step_s_;
        if (within_arm && takes_nearest_table(approach, visit)) {
            ask();
            return {0.0F, approach.offset_m};
        }
    }
    wish.offset_m = goal_near(edge_m, approach.offset_m);
    const float slow_mps = speed_at_table_mps(post.spec, visit.mode, approach.free_speed_mps);
    wish.speed_mps = std::min(wish.speed_mps, easing_speed_mps(slow_mps, ahead_m - kAtTable));
    if (ahead_m > kAtTable) return wish;
    if (within_arm && ahead_m >= -kMissed) {
        ask();
    } else if (ahead_m < -kMissed && !next_table(visit)) {
        go_without(StationEvent::Kind::gave_up);
    }
    return wish;
}

// Along the tables' side, so that those who go by have the middle of the road.
Wish Stations::drink_on(const StationApproach& approach, const Visit& visit) const {
    const StationSpec& spec = posts_[visit.station].spec;
    const DrinkMode mode = visit.mode == DrinkMode::grab ? DrinkMode::grab : DrinkMode::walk;
    const float edge_m = edge_offset_m(visit, approach.chainage_m);
    return {speed_at_table_mps(spec, mode, approach.free_speed_mps),
            goal_near(edge_m, approach.offset_m)};
}

Wish Stations::steer(const StationApproach& approach, std::vector<StationEvent>& events) {
    Visit& visit = visits_[approach.runner.value];
    const Wish anything{approach.free_speed_mps, kAnywhere};
    if (approach.chainage_m < attention_m(approach.runner)) return anything;
    if (visit.phase == VisitPhase::none) come_by(approach, visit, events);
    const bool over = (visit.phase == VisitPhase::standing && approach.time_s >= visit.until_s) ||
                      (visit.phase == VisitPhase::drinking &&
                       approach.chainage_m >= static_cast<double>(visit.until_m));
    if (over) visit.phase = VisitPhase::leaving;
    switch (visit.phase) {
        case VisitPhase::approaching:
            return approach_table(approach, visit, events);
        case VisitPhase::asking:
        case VisitPhase::waiting:
        case VisitPhase::standing:
            return {0.0F, approach.offset_m};
        case VisitPhase::drinking:
            return drink_on(approach, visit);
        case VisitPhase::none:
        case VisitPhase::passing:
        case VisitPhase::leaving:
            break;
    }
    if (approach.chainage_m >= posts_[visit.station].layout.zone_end_m()) {
        events.push_back({StationEvent::Kind::left, StationId(visit.station), approach.runner,
                          approach.time_s, approach.lost_s - visit.lost_before_s});
        visit.phase = VisitPhase::none;
        ++visit.station;
    }
    return anything;
}

}  // namespace gineste
