// SPDX-License-Identifier: Apache-2.0
#include "day/places_of_day.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>

#include "core/no_value.hpp"
#include "core/text.hpp"
#include "day/leg_run.hpp"
#include "day/nodes.hpp"
#include "day/sorted_times.hpp"

namespace gineste {
namespace {

using Kind = PlaceRecord::Kind;

bool before(double a_s, double b_s) { return std::isnan(b_s) ? !std::isnan(a_s) : a_s < b_s; }

PlacePassRecord pass_at(const std::vector<RunnerTimes>& races, RouteSpot spot) {
    const std::vector<double> times_s = races[spot.race].all_s(spot.at_m);
    PlacePassRecord pass{spot.race, spot.at_m, kNaN, kNaN, kNaN, times_s.size()};
    if (times_s.empty()) return pass;
    pass.first_s = times_s.front();
    pass.median_s = quantile_of_sorted(times_s, 0.5);
    pass.last_s = times_s.back();
    return pass;
}

PlaceRecord place_at(Kind kind, std::string name, const std::vector<RouteSpot>& spots,
                     const std::vector<RunnerTimes>& races) {
    PlaceRecord place{kind, std::move(name), {}};
    for (const RouteSpot spot : spots) place.passes.push_back(pass_at(races, spot));
    std::stable_sort(place.passes.begin(), place.passes.end(),
                     [](const auto& a, const auto& b) { return before(a.first_s, b.first_s); });
    return place;
}

bool is_turn(const NodePass& pass) {
    return pass.in && pass.out && pass.in->leg == pass.out->leg &&
           pass.in->direction != pass.out->direction;
}

Kind kind_of(const DayNode& node) {
    const auto any = [&node](const auto& holds) {
        return std::any_of(node.passes.begin(), node.passes.end(), holds);
    };
    if (any([](const NodePass& pass) { return !pass.in; })) return Kind::start;
    if (any([](const NodePass& pass) { return !pass.out; })) return Kind::finish;
    if (any([&](const NodePass& pass) { return node.ways_in(pass.out).size() > 1; })) {
        return Kind::merge;
    }
    if (any([&](const NodePass& pass) { return node.ways_out(pass.in).size() > 1; })) {
        return Kind::split;
    }
    return any(is_turn) ? Kind::turn : Kind::joint;
}

std::string listed(const Network& network, const std::vector<LegWay>& ways) {
    std::vector<std::string> names;
    for (const LegWay way : ways) names.push_back(way_text(network, way));
    return joined(names, " + ");
}

std::string names_of(const DaySpec& day, const std::vector<std::size_t>& races) {
    std::vector<std::string> names;
    for (const std::size_t race : races) names.push_back(day.races[race].name);
    return joined(names, ", ");
}

// "start of half", "finish of marathon, half", "north + south → avenue"
std::string name_of(const DayNode& node, const DaySpec& day, const Network& network) {
    const std::string starts = names_of(day, node.starters());
    const std::string finishes = names_of(day, node.finishers());
    if (starts.empty() && finishes.empty()) {
        return listed(network, node.ways_in()) + " → " + listed(network, node.ways_out());
    }
    if (starts == finishes) return "start and finish of " + starts;
    if (finishes.empty()) return "start of " + starts;
    if (starts.empty()) return "finish of " + finishes;
    return "start of " + starts + "; finish of " + finishes;
}

void add_nodes(std::vector<PlaceRecord>& places, const DaySpec& day, const Network& network,
               const std::vector<RunnerTimes>& races) {
    for (const DayNode& node : day_nodes(network)) {
        std::vector<RouteSpot> spots;
        for (const NodePass& pass : node.passes) spots.push_back({pass.race, pass.at_m});
        places.push_back(place_at(kind_of(node), name_of(node, day, network), spots, races));
    }
}

// Race and chainage of the place on the first route that comes by it.
std::tuple<std::size_t, double> first_spot(const PlaceRecord& place) {
    std::tuple<std::size_t, double> first{std::numeric_limits<std::size_t>::max(), 0.0};
    for (const PlacePassRecord& pass : place.passes) {
        first = std::min(first, std::tuple(pass.race, pass.at_m));
    }
    return first;
}

}  // namespace

std::vector<RouteSpot> spots_on_routes(const Network& network, const std::string& leg,
                                       double at_m) {
    std::vector<RouteSpot> spots;
    for (const std::vector<LegRun>& runs : leg_runs(network)) {
        for (const LegRun& run : runs) {
            if (network.legs[run.leg.value].name != leg) continue;
            spots.push_back({run.race, run.chainage_m(at_m)});
        }
    }
    return spots;
}

std::vector<PlaceRecord> places_of_day(const DaySpec& day, const Network& network,
                                       const std::vector<RunnerTimes>& races) {
    std::vector<PlaceRecord> places;
    add_nodes(places, day, network, races);
    for (const CrossingSpec& crossing : day.crossings) {
        std::vector<RouteSpot> spots = spots_on_routes(network, crossing.leg, crossing.at_m);
        const auto others = spots_on_routes(network, crossing.other_leg, crossing.other_at_m);
        spots.insert(spots.end(), others.begin(), others.end());
        places.push_back(place_at(Kind::crossing, crossing.name, spots, races));
    }
    for (const PlaceSpec& place : day.places) {
        const auto spots = spots_on_routes(network, place.leg, place.at_m);
        places.push_back(place_at(Kind::named, place.name, spots, races));
    }
    std::stable_sort(places.begin(), places.end(),
                     [](const auto& a, const auto& b) { return first_spot(a) < first_spot(b); });
    return places;
}

}  // namespace gineste
