// SPDX-License-Identifier: Apache-2.0
#include "day/day.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "core/contract.hpp"
#include "core/parallel.hpp"
#include "day/counterflow.hpp"
#include "day/crossing.hpp"
#include "day/crowd.hpp"
#include "day/day_stations.hpp"
#include "day/merge.hpp"
#include "day/sight.hpp"
#include "race/phases.hpp"

namespace gineste {
namespace {

constexpr double kLinesEvery = 2.0;  // s, between two looks at where lines should lie
constexpr double kMorePens = 200.0;  // m: behind a road where others run past, in a narrower part
constexpr double kEverywhere = std::numeric_limits<double>::infinity();

void check_clocks(const std::vector<DayRace>& races, const std::vector<double>& starts_s) {
    const double step_s = races.front().scenario->step_s;
    std::vector<Problem> problems;
    for (std::size_t k = 0; k < races.size(); ++k) {
        const Scenario& scenario = *races[k].scenario;
        if (scenario.step_s != step_s) {
            problems.push_back({{scenario.file.string()},
                                fmt::format("the step is {} s", scenario.step_s),
                                fmt::format("that of the day's first race is {} s", step_s),
                                "Give all races of a day one `step`.",
                                ""});
        }
        const double steps = starts_s[k] / step_s;
        if (steps != std::floor(steps)) {
            problems.push_back({{scenario.file.string()},
                                fmt::format("its gun is {} s after the day's first", starts_s[k]),
                                fmt::format("that is no whole number of steps of {} s", step_s),
                                "Move the gun, or take another `step`.",
                                ""});
        }
    }
    if (!problems.empty()) throw InputError(std::move(problems));
}

void check_sights(const DaySpec& spec, const std::vector<std::vector<Sight>>& sights) {
    for (std::size_t k = 0; k < sights.size(); ++k) {
        if (sights[k].size() <= kMostCompany) continue;
        throw InputError(Problem{
            spec.races[k].where,
            fmt::format("'{}' meets runners on {} stretches", spec.races[k].name, sights[k].size()),
            fmt::format("{} is the most that a race is simulated with", kMostCompany),
            "Join legs that always follow one another, or run fewer laps.", ""});
    }
}

}  // namespace

struct Day::Parts {
    std::vector<Race> races;
    std::vector<RoadUser> users;
    std::vector<std::vector<Sight>> sights;     ///< by race
    std::vector<std::vector<double>> begins_m;  ///< by race: chainages at which its legs begin
    std::vector<Merge> merges;
    std::vector<Counterflow> counterflows;
    std::vector<Crossing> crossings;
    std::vector<double> pens_before_m;  ///< by race: where others run past the line, not up to it
    double lines_due_s = 0.0;
    int threads = 1;
};

Day::~Day() = default;

Day::Day(const DaySpec& spec, const Network& network, std::vector<DayRace> races,
         const std::vector<StationPass>& stations, RaceOptions options)
    : parts_(std::make_unique<Parts>()) {
    EXPECT(!races.empty() && races.size() == network.routes.size());
    first_gun_instant_s_ = kEverywhere;
    for (const DayRace& race : races) {
        first_gun_instant_s_ =
            std::min(first_gun_instant_s_, gineste::first_gun_instant_s(*race.scenario));
    }
    for (const DayRace& race : races) {
        starts_s_.push_back(gineste::first_gun_instant_s(*race.scenario) - first_gun_instant_s_);
    }
    check_clocks(races, starts_s_);
    step_s_ = races.front().scenario->step_s;
    options.more_pens_m = kMorePens;
    for (DayRace& race : races) {
        parts_->races.emplace_back(*race.scenario, *race.course, std::move(race.field), options);
    }
    parts_->threads = parts_->races.front().parts_->threads;
    for (Race& race : parts_->races) {
        parts_->users.push_back({&race.parts_->road, &race.parts_->state, true});
    }
    connect(spec, network);
    share_stations(stations);
}

// Who sees whom, whose road is divided, where gates stand.
void Day::connect(const DaySpec& spec, const Network& network) {
    Parts& parts = *parts_;
    for (const Route& route : network.routes) {
        std::vector<double>& begins_m = parts.begins_m.emplace_back();
        for (const RouteStep& step : route.steps) begins_m.push_back(step.begin_m);
    }
    parts.sights.resize(size());
    for (const Sight& sight : sights(network)) parts.sights[sight.race].push_back(sight);
    check_sights(spec, parts.sights);
    parts.counterflows = counterflows_of(network, parts.users);
    parts.merges = merges_of(spec, network, parts.users);
    parts.pens_before_m.assign(size(), kEverywhere);
    for (const Merge& merge : parts.merges) {
        for (const Merge::Stream& stream : merge.streams()) {
            if (stream.from) continue;
            for (const Merge::Inlet& inlet : stream.inlets) {
                parts.pens_before_m[inlet.race] = -kSideBySide - 1.0;
            }
        }
    }
    parts.crossings = crossings_of(spec, network);
    for (Crossing& crossing : parts.crossings) {
        for (std::vector<Crossing::Way>& flow : crossing.ways()) {
            for (Crossing::Way& way : flow) {
                std::vector<Gate>& gates = parts.races[way.race].parts_->gates;
                way.gate = gates.size();
                gates.push_back(Crossing::gate_of(way));
            }
        }
    }
}

// The first to pass a station of the day brings its tables, all others share them.
void Day::share_stations(const std::vector<StationPass>& stations) {
    for (std::size_t k = 0; k < size(); ++k) {
        parts_->races[k].parts_->stations.set_clock(starts_s_[k]);
    }
    for (const StationPass& pass : stations) {
        const auto first =
            std::find_if(stations.begin(), stations.end(),
                         [&](const StationPass& one) { return one.station == pass.station; });
        if (&*first == &pass) continue;
        parts_->races[pass.race].parts_->stations.share(
            StationId(pass.own), parts_->races[first->race].parts_->stations, StationId(first->own),
            pass.direction != first->direction);
    }
}

const Race& Day::race(std::size_t k) const { return parts_->races[k]; }
const Road& Day::road(std::size_t k) const { return *parts_->users[k].road; }

bool Day::is_on(std::size_t k) const {
    return time_s_ >= starts_s_[k] && !parts_->races[k].parts_->over();
}

// In pens that races share, behind whoever still stands there.
void Day::release(std::size_t k) {
    Race::Parts& race = *parts_->races[k].parts_;
    race.free_before_m = parts_->pens_before_m[k];
    for (const Sight& sight : parts_->sights[k]) {
        const Race::State& others = *parts_->users[sight.other].state;
        if (sight.from != -kBeyond || others.size() == 0) continue;
        const Place last = others.now.place[others.size() - 1] + sight.shift;
        race.free_before_m = std::min(race.free_before_m, chainage_of(last, 0.0F));
    }
    race.release();
}

void Day::divide_roads() {
    Parts& parts = *parts_;
    if (time_s_ < parts.lines_due_s) return;
    parts.lines_due_s += kLinesEvery;
    for (std::size_t k = 0; k < size(); ++k) {
        const Race& race = parts.races[k];
        parts.users[k].starts = !race.parts_->starts.all_released() || race.waiting() > 0;
    }
    bool moved = false;
    for (Counterflow& counterflow : parts.counterflows) {
        moved = counterflow.move_line(kLinesEvery, parts.users) || moved;
    }
    for (Merge& merge : parts.merges) {
        merge.move_lines(kLinesEvery, parts.users);
        if (moved) merge.lay_out(parts.users);
    }
}

void Day::rule_crossings() {
    for (Crossing& crossing : parts_->crossings) {
        crossing.decide(time_s_, step_s_, parts_->users);
        for (std::size_t flow = 0; flow < 2; ++flow) {
            for (const Crossing::Way& way : crossing.ways()[flow]) {
                Gate& gate = parts_->races[way.race].parts_->gates[way.gate];
                gate.closed = crossing.is_closed(flow);
            }
        }
    }
}

// How far left of our own centre the others' lies where the stretch begins, and on all of it.
float Day::left_m(const Sight& sight) const {
    const auto centre_m = [&](std::size_t race, std::size_t step) {
        constexpr double beyond_seam_m = 2.0 * Road::kSpacing;
        const double begin_m = parts_->begins_m[race][step];
        return parts_->users[race].road->centre_m(begin_m + beyond_seam_m);
    };
    return centre_m(sight.race, sight.step) - centre_m(sight.other, sight.other_step);
}

// Who of the others is where a race can see them.
void Day::look_round(std::size_t k) {
    std::vector<Company>& company = parts_->races[k].parts_->company;
    company.clear();
    for (const Sight& sight : parts_->sights[k]) {
        const Generation& now = parts_->users[sight.other].state->now;
        const std::size_t first = first_behind(now, sight.to - sight.shift);
        const std::size_t last = first_behind(now, sight.from - sight.shift);
        company.push_back({&now, first, last, sight.shift, left_m(sight), sight.ahead_if_level});
    }
}

// The blocks of all races, on all threads: everybody reads the frozen generations and writes his
// own slots.
void Day::move(const std::vector<std::size_t>& on) {
    struct Block {
        Race::Parts* race = nullptr;
        std::size_t begin = 0;
    };
    std::vector<Block> blocks;
    for (const std::size_t k : on) {
        Race::Parts& race = *parts_->races[k].parts_;
        race.prepare_move();
        for (std::size_t begin = 0; begin < race.state.size(); begin += kBlock) {
            blocks.push_back({&race, begin});
        }
    }
    const auto count = static_cast<std::ptrdiff_t>(blocks.size());
#pragma omp parallel for schedule(dynamic, 1) num_threads(parts_->threads) if (count > 4)
    for (std::ptrdiff_t k = 0; k < count; ++k) {
        const Block& block = blocks[static_cast<std::size_t>(k)];
        block.race->move_block(block.begin,
                               std::min(block.begin + kBlock, block.race->state.size()));
    }
}

bool Day::advance() {
    std::vector<std::size_t> on;
    for (std::size_t k = 0; k < size(); ++k) {
        if (is_on(k)) on.push_back(k);
    }
    for (const std::size_t k : on) release(k);
    divide_roads();
    rule_crossings();
    for (const std::size_t k : on) look_round(k);
    move(on);
    for (const std::size_t k : on) parts_->races[k].parts_->serve();
    const auto count = static_cast<std::ptrdiff_t>(on.size());
#pragma omp parallel for schedule(dynamic, 1) num_threads(parts_->threads) if (count > 1)
    for (std::ptrdiff_t k = 0; k < count; ++k) {
        parts_->races[on[static_cast<std::size_t>(k)]].parts_->reorder();
    }
    // Who is taken off the road leaves the lines at tables that races share.
    for (const std::size_t k : on) parts_->races[k].parts_->tick();
    ++step_;
    time_s_ = static_cast<double>(step_) * step_s_;
    for (std::size_t k = 0; k < size(); ++k) {
        if (time_s_ < starts_s_[k] || is_on(k)) return true;
    }
    return false;
}

std::vector<Record> Day::records() const {
    std::vector<Record> records;
    for (const Race& race : parts_->races) records.push_back(race.record());
    return records;
}

std::vector<HoldNotes> Day::holds() const {
    std::vector<HoldNotes> holds;
    for (const Crossing& crossing : parts_->crossings) holds.push_back(crossing.notes());
    return holds;
}

}  // namespace gineste
