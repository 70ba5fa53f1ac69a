// SPDX-License-Identifier: Apache-2.0
#include "day/crossing.hpp"

#include <algorithm>

#include "day/crowd.hpp"
#include "motion/pace.hpp"

namespace gineste {
namespace {

constexpr double kStands = 0.5;  // m/s, and slower: stands
constexpr double kQueue = 60.0;  // m before a gate, where those stand whom it holds
constexpr double kBody = 0.5;    // m more than the road that is crossed
constexpr double kStep = 0.7;    // m/s at least, at which somebody before a crossing comes on

// Calls visit(slot) for who is on [from_m, to_m) of the road; stops where it returns true.
template <class Visit>
bool any_between(const Race::State& state, double from_m, double to_m, const Visit& visit) {
    const std::size_t last = first_behind(state.now, place_reaching(from_m));
    for (std::size_t slot = first_behind(state.now, place_reaching(to_m)); slot < last; ++slot) {
        if (visit(slot)) return true;
    }
    return false;
}

}  // namespace

void Crossing::decide(double time_s, double step_s, const std::vector<RoadUser>& users) {
    if (spec_.rule == CrossingRule::none) return;
    if (spec_.rule == CrossingRule::gaps) {
        const bool open = has_gap(users);
        if (open && !open_[1] && is_held(1, users)) ++releases_;
        open_ = {true, open};
    } else {
        pulse(time_s, users);
    }
    note_held(step_s, users);
}

// Nobody of the first flow on the crossing or there before the gap is over.
bool Crossing::has_gap(const std::vector<RoadUser>& users) const {
    for (const Way& way : ways_[0]) {
        const Race::State& state = *users[way.race].state;
        const double edge_m = way.at_m - way.half_zone_m;
        const double sight_m = spec_.gap_s * static_cast<double>(kFastest);
        const bool comes =
            any_between(state, edge_m - sight_m, way.at_m + way.half_zone_m, [&](std::size_t slot) {
                const double speed_mps =
                    std::max(kStep, static_cast<double>(state.speed_mps(slot)));
                return (edge_m - state.chainage_m(slot)) / speed_mps < spec_.gap_s;
            });
        if (comes) return false;
    }
    return true;
}

bool Crossing::is_clear(const std::vector<RoadUser>& users) const {
    for (const std::vector<Way>& flow : ways_) {
        for (const Way& way : flow) {
            const Race::State& state = *users[way.race].state;
            const double half_m = way.half_zone_m + 1.0;
            if (count_between(state, way.at_m - half_m, way.at_m + half_m) > 0) return false;
        }
    }
    return true;
}

bool Crossing::is_held(std::size_t flow, const std::vector<RoadUser>& users) const {
    return std::any_of(ways_[flow].begin(), ways_[flow].end(), [&](const Way& way) {
        const Race::State& state = *users[way.race].state;
        const double gate_m = gate_of(way).at_m;
        return any_between(state, gate_m - Gate::kSight, gate_m, [&](std::size_t slot) {
            return static_cast<double>(state.speed_mps(slot)) < kStands;
        });
    });
}

void Crossing::pulse(double time_s, const std::vector<RoadUser>& users) {
    const std::size_t other = 1 - turn_;
    if (open_[turn_] && !open_[other]) {  // under way
        if (time_s - since_s_ < spec_.pulse_s || !is_held(other, users)) return;
        open_ = {false, false};
        turn_ = other;
        since_s_ = time_s;
    } else if (open_[other]) {  // nobody has been held yet
        open_[other] = false;
        since_s_ = time_s;
    } else if (time_s - since_s_ >= spec_.clearing_s && is_clear(users)) {
        open_[turn_] = true;
        since_s_ = time_s;
        if (turn_ == 1) ++releases_;
    }
}

// Who stands before a closed line, or behind those who do.
void Crossing::note_held(double step_s, const std::vector<RoadUser>& users) {
    for (std::size_t flow = 0; flow < 2; ++flow) {
        if (open_[flow]) continue;
        for (Way& way : ways_[flow]) {
            const Race::State& state = *users[way.race].state;
            const double gate_m = gate_of(way).at_m;
            any_between(state, gate_m - kQueue, gate_m, [&](std::size_t slot) {
                if (static_cast<double>(state.speed_mps(slot)) >= kStands) return false;
                const std::size_t runner = state.runner[slot];
                if (runner >= way.held_s.size()) way.held_s.resize(runner + 1, 0.0F);
                way.held_s[runner] += static_cast<float>(step_s);
                return false;
            });
        }
    }
}

HoldNotes Crossing::notes() const {
    HoldNotes notes;
    notes.releases = releases_;
    for (const std::vector<Way>& flow : ways_) {
        HoldNotes::Flow& sum = notes.flows.emplace_back();
        for (const Way& way : flow) {
            for (const float held_s : way.held_s) {
                if (held_s == 0.0F) continue;
                ++sum.held;
                sum.held_sum_s += static_cast<double>(held_s);
                sum.held_most_s = std::max(sum.held_most_s, static_cast<double>(held_s));
            }
        }
    }
    return notes;
}

namespace {

LegId leg_named(const Network& network, const std::string& name) {
    const auto leg = std::find_if(network.legs.begin(), network.legs.end(),
                                  [&](const Leg& one) { return one.name == name; });
    return LegId(leg - network.legs.begin());
}

std::vector<Crossing::Way> ways_over(const Network& network, LegId leg, double at_m,
                                     double half_zone_m) {
    std::vector<Crossing::Way> ways;
    for (const std::vector<LegRun>& runs : leg_runs(network)) {
        for (const LegRun& run : runs) {
            if (run.leg == leg) {
                ways.push_back({run.race, run.chainage_m(at_m), half_zone_m + kBody, 0, {}});
            }
        }
    }
    return ways;
}

}  // namespace

std::vector<Crossing> crossings_of(const DaySpec& day, const Network& network) {
    std::vector<Crossing> crossings;
    for (const CrossingSpec& spec : day.crossings) {
        const LegId leg = leg_named(network, spec.leg);
        const LegId other = leg_named(network, spec.other_leg);
        const double half_m = 0.5 * leg_width_m(network.legs[leg.value], spec.at_m);
        const double other_half_m = 0.5 * leg_width_m(network.legs[other.value], spec.other_at_m);
        crossings.emplace_back(spec,
                               std::array{ways_over(network, leg, spec.at_m, other_half_m),
                                          ways_over(network, other, spec.other_at_m, half_m)});
    }
    return crossings;
}

}  // namespace gineste
