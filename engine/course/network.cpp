// SPDX-License-Identifier: Apache-2.0
// From a day's lines and legs, or its races' own courses, to a network of roads.
#include "course/network.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "core/contract.hpp"
#include "course/map_crossings.hpp"
#include "course/match.hpp"
#include "course/road_plan.hpp"

namespace gineste {
namespace {

std::vector<Problem> mixed_ways(const DaySpec& day) {
    std::vector<Problem> problems;
    for (const DayRaceSpec& race : day.races) {
        if (!race.route.empty()) continue;
        problems.push_back({race.where, fmt::format("the race '{}' has no route", race.name),
                            "the others have one, and their legs are not looked for on its course",
                            "Give every race a route, or none.", ""});
    }
    return problems.size() == day.races.size() ? std::vector<Problem>{} : problems;
}

void tell_of_unused(RoadPlan& plan) {
    std::vector<bool> is_run(plan.pieces.size(), false);
    for (const auto& way : plan.ways) {
        for (const RouteStep& step : way) is_run[step.leg.value] = true;
    }
    for (std::size_t k = 0; k < is_run.size(); ++k) {
        if (is_run[k]) continue;
        plan.remarks.push_back(fmt::format("No race runs the leg '{}'.", plan.pieces[k].leg.name));
    }
}

// Whether they are there at the same time only a run can tell.
void tell_of_crossings_without_rule(const DaySpec& day, RoadPlan& plan) {
    for (const CrossingSpec& crossing : day.crossings) {
        if (crossing.rule != CrossingRule::none) continue;
        plan.remarks.push_back(
            fmt::format("The crossing '{}' has no rule: who comes there at the same time runs "
                        "through one another.",
                        crossing.name));
    }
}

void raise(std::vector<Problem> problems) {
    if (!problems.empty()) throw InputError(std::move(problems));
}

}  // namespace

const SourcePlace& place_of_step(const DayRaceSpec& race, std::size_t step) {
    return step < race.route.size() ? race.route[step].where : race.where;
}

Network survey_network(const DaySpec& day, const std::vector<Scenario>& races) {
    EXPECT(!day.races.empty() && races.size() == day.races.size());
    raise(mixed_ways(day));
    const bool is_matched = day.races.front().route.empty();
    RoadPlan plan = is_matched ? matched_roads(day, races) : planned_roads(day);
    std::vector<Problem> problems;  // roads that were matched meet within the tolerance
    if (!is_matched) problems = gaps_between_legs(day, plan);
    const std::vector<Problem> lengths = certify(day, races, plan);
    problems.insert(problems.end(), lengths.begin(), lengths.end());
    const std::vector<Problem> beyond = places_beyond(day, plan);
    problems.insert(problems.end(), beyond.begin(), beyond.end());
    raise(std::move(problems));
    tell_of_unused(plan);
    tell_of_crossings_without_rule(day, plan);
    place_straight_roads(plan);
    Network network = joined_network(day, std::move(plan));
    network.unnamed_crossings = unnamed_crossings(network, day.crossings);
    return network;
}

}  // namespace gineste
