// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include "course/network.hpp"
#include "course/road_piece.hpp"

namespace gineste {

/// The legs of a day and who runs them in which order, before they are joined. All arrays but
/// `ways` are by leg.
struct RoadPlan {
    std::vector<RoadPiece> pieces;
    std::vector<Traffic> traffic;
    std::vector<double> forward_width_share;
    std::vector<std::vector<RouteStep>> ways;  ///< by race; where they begin is not known yet
    std::vector<std::string> remarks;

    const RoadPiece& piece(LegId leg) const { return pieces[leg.value]; }
};

/// Surveys the lines of a day and cuts its legs out of them. @throws InputError, MissingInput
RoadPlan planned_roads(const DaySpec& day);

/// Stretches legs until every race has its certified length, and tells what cannot be reached: only
/// legs that this race alone runs, once, and by 3 % of their length at most.
std::vector<Problem> certify(const DaySpec& day, const std::vector<Scenario>& races,
                             RoadPlan& plan);

/// Gives straight roads a place: each begins where the leg before it ends, in the first race that
/// runs it, and goes due north from there. Nothing but pictures depends on it; heights follow one
/// another too.
void place_straight_roads(RoadPlan& plan);

/// Where the day says which way a race takes.
const SourcePlace& place_of_step(const DayRaceSpec& race, std::size_t step);

/// Legs that follow one another and end and begin more than 30 m apart on the map.
std::vector<Problem> gaps_between_legs(const DaySpec& day, const RoadPlan& plan);

/// Crossings, stations and places of the day that are beyond the end of their leg.
std::vector<Problem> places_beyond(const DaySpec& day, const RoadPlan& plan);

/// Joins the legs of each race to its route.
Network joined_network(const DaySpec& day, RoadPlan plan);

}  // namespace gineste
