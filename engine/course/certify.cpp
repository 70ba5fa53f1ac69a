// SPDX-License-Identifier: Apache-2.0
// A route is as long as it was certified: what no other race runs is stretched.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>

#include "course/line_tolerances.hpp"
#include "course/road_plan.hpp"

namespace gineste {
namespace {

// How often each leg is run, by all races together.
std::vector<int> times_run(const RoadPlan& plan) {
    std::vector<int> times(plan.pieces.size(), 0);
    for (const auto& way : plan.ways) {
        for (const RouteStep& step : way) ++times[step.leg.value];
    }
    return times;
}

struct OwnLegs {
    std::vector<LegId> legs;
    double length_m = 0.0;  // of these
    double all_m = 0.0;     // of all legs of the race
};

OwnLegs own_legs(const RoadPlan& plan, std::size_t race, const std::vector<int>& times) {
    OwnLegs own;
    for (const RouteStep& step : plan.ways[race]) {
        const double length_m = plan.piece(step.leg).leg.length_m;
        own.all_m += length_m;
        if (times[step.leg.value] != 1) continue;
        own.legs.push_back(step.leg);
        own.length_m += length_m;
    }
    return own;
}

Problem unreachable(const DayRaceSpec& race, const OwnLegs& own, double certified_m) {
    const double apart_m = certified_m - own.all_m;
    const std::string why =
        own.legs.empty()
            ? std::string("it has no leg of its own, run once, which could be stretched")
            : fmt::format(
                  "its own legs, {:.3f} km, would have to change by {:+.1f} %, and 3 % is "
                  "the most that tracing explains",
                  own.length_m / 1000.0, 100.0 * apart_m / own.length_m);
    return {race.where,
            fmt::format("the legs of '{}' add up to {:.3f} km and it is certified at {:.3f} km",
                        race.name, own.all_m / 1000.0, certified_m / 1000.0),
            why,
            race.route.empty() ? "Correct the certified length, or give every race a route over "
                                 "legs of the day."
                               : "Correct the certified length, or where its legs begin and end.",
            ""};
}

void stretch(RoadPlan& plan, const OwnLegs& own, double certified_m) {
    const double rate = 1.0 + (certified_m - own.all_m) / own.length_m;
    for (const LegId leg : own.legs) {
        RoadPiece& piece = plan.pieces[leg.value];
        piece = stretched_piece(piece, piece.leg.length_m * rate);
    }
}

}  // namespace

std::vector<Problem> certify(const DaySpec& day, const std::vector<Scenario>& races,
                             RoadPlan& plan) {
    const std::vector<int> times = times_run(plan);
    std::vector<Problem> problems;
    for (std::size_t k = 0; k < day.races.size(); ++k) {
        const DayRaceSpec& race = day.races[k];
        const auto certified_m = race.length_m ? race.length_m : races[k].course.length_m;
        if (!certified_m) continue;
        const OwnLegs own = own_legs(plan, k, times);
        const double apart_m = std::abs(*certified_m - own.all_m);
        if (apart_m <= kSameLength_m) continue;
        if (own.legs.empty() || apart_m > kLengthTolerance * own.length_m) {
            problems.push_back(unreachable(race, own, *certified_m));
        } else {
            stretch(plan, own, *certified_m);
        }
    }
    return problems;
}

}  // namespace gineste
