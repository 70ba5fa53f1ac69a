// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <vector>

#include "course/course.hpp"
#include "scenario/day_spec.hpp"

namespace gineste {

/// One leg of a route, in the order in which it is run.
struct RouteStep {
    LegId leg;
    Direction direction = Direction::forward;
    double begin_m = 0.0;  ///< chainage of the route at which it begins
};

/// A race's way through the network.
struct Route {
    /// Its legs one after the other, each as it is run and as wide as cones leave it; its route()
    /// has one id each.
    Course course;
    std::vector<RouteStep> steps;

    double end_m(std::size_t step) const {
        return step + 1 < steps.size() ? steps[step + 1].begin_m : course.length_m();
    }
};

/// Two legs that cross on the map where the day names no crossing.
struct MetOnMap {
    LegId leg;
    double at_m = 0.0;
    LegId other;
    double other_at_m = 0.0;
};

/// The roads of a day, and each race's way through them.
struct Network {
    std::vector<Leg> legs;                    ///< as run forward
    std::vector<Traffic> traffic;             ///< of each leg
    std::vector<double> forward_width_share;  ///< of each separated leg's width, in (0, 1); else 1
    std::vector<bool> is_on_map;              ///< by leg; else its lon and lat are made up
    std::vector<Route> routes;                ///< by race
    std::vector<MetOnMap> unnamed_crossings;
    std::vector<std::string> remarks;  ///< to be known and not refused: a leg nobody uses
};

/// Surveys lines, cuts legs out of them and joins them to routes; or, where races bring courses of
/// their own, finds the legs that they have in common. Then no `lines` and `legs` stand in the day.
/// A certified length is reached by stretching the legs that only this race runs, once.
/// @throws InputError, MissingInput
Network survey_network(const DaySpec& day, const std::vector<Scenario>& races);

/// A leg as those see it who run it the other way.
Leg reversed(const Leg& leg);

}  // namespace gineste
