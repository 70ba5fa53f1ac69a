// SPDX-License-Identifier: Apache-2.0
// What the map says against a day: legs that do not meet, places where no road is.
#include <fmt/format.h>

#include <string>

#include "course/geodesy.hpp"
#include "course/line_tolerances.hpp"
#include "course/road_plan.hpp"

namespace gineste {
namespace {

constexpr double kSameJunction_m = 30.0;  // two lines traced through one junction

enum class End { begin, end };

GeoPoint end_of(const RoadPlan& plan, const RouteStep& step, End end) {
    const Leg& leg = plan.piece(step.leg).leg;
    const bool is_last = (end == End::end) == (step.direction == Direction::forward);
    return is_last ? GeoPoint{leg.lon_deg.back(), leg.lat_deg.back()}
                   : GeoPoint{leg.lon_deg.front(), leg.lat_deg.front()};
}

std::string title(const RoadPlan& plan, const RouteStep& step) {
    return plan.piece(step.leg).leg.name + (step.direction == Direction::back ? " back" : "");
}

Problem gap(const DayRaceSpec& race, std::size_t step, const RoadPlan& plan,
            const std::vector<RouteStep>& way, double apart_m) {
    const GeoPoint from = end_of(plan, way[step - 1], End::end);
    const GeoPoint to = end_of(plan, way[step], End::begin);
    return {place_of_step(race, step),
            fmt::format("the route of '{}' does not connect: '{}' begins {:.0f} m from where '{}' "
                        "ends",
                        race.name, title(plan, way[step]), apart_m, title(plan, way[step - 1])),
            fmt::format("the one ends at {:.5f}, {:.5f} and the other begins at {:.5f}, {:.5f}; "
                        "30 m is the most for one junction",
                        from.lat_deg, from.lon_deg, to.lat_deg, to.lon_deg),
            "Add the leg between them, or `back` to one of them.", ""};
}

class BeyondLegs {
  public:
    explicit BeyondLegs(const RoadPlan& plan) : plan_(plan) {}

    void look(const SourcePlace& where, const std::string& what, const std::string& leg,
              double at_m) {
        for (const RoadPiece& piece : plan_.pieces) {
            if (piece.leg.name != leg) continue;
            const double length_m = piece.leg.length_m;
            if (at_m >= 0.0 && at_m <= length_m + kSameEnd_m) return;
            problems.push_back(
                {where, fmt::format("{} is at {:.3f} km of the leg '{}'", what, at_m / 1000.0, leg),
                 fmt::format("that leg is {:.3f} km long", length_m / 1000.0),
                 "Give its distance from the beginning of the leg, as run forward.", ""});
            return;
        }
        problems.push_back({where, fmt::format("{} is on the leg '{}'", what, leg),
                            "there is no such leg", "Name a leg of this day.", ""});
    }

    std::vector<Problem> problems;

  private:
    const RoadPlan& plan_;
};

}  // namespace

std::vector<Problem> gaps_between_legs(const DaySpec& day, const RoadPlan& plan) {
    std::vector<Problem> problems;
    for (std::size_t k = 0; k < plan.ways.size(); ++k) {
        const std::vector<RouteStep>& way = plan.ways[k];
        for (std::size_t step = 1; step < way.size(); ++step) {
            const bool is_known =
                plan.piece(way[step - 1].leg).is_on_map && plan.piece(way[step].leg).is_on_map;
            if (!is_known) continue;
            const double apart_m = geodesic_between(end_of(plan, way[step - 1], End::end),
                                                    end_of(plan, way[step], End::begin))
                                       .length_m;
            if (apart_m <= kSameJunction_m) continue;
            problems.push_back(gap(day.races[k], step, plan, way, apart_m));
        }
    }
    return problems;
}

std::vector<Problem> places_beyond(const DaySpec& day, const RoadPlan& plan) {
    BeyondLegs beyond(plan);
    for (const CrossingSpec& crossing : day.crossings) {
        const std::string what = fmt::format("the crossing '{}'", crossing.name);
        beyond.look(crossing.where, what, crossing.leg, crossing.at_m);
        beyond.look(crossing.where, what, crossing.other_leg, crossing.other_at_m);
    }
    for (const DayStationSpec& station : day.stations) {
        beyond.look(station.where, fmt::format("the station '{}'", station.station.name),
                    station.leg, station.station.at_m);
    }
    for (const PlaceSpec& place : day.places) {
        beyond.look(place.where, fmt::format("the place '{}'", place.name), place.leg, place.at_m);
    }
    return beyond.problems;
}

}  // namespace gineste
