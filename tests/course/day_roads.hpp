// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <fmt/format.h>

#include <cmath>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "course/network.hpp"
#include "course_files.hpp"

namespace gineste::test {

/// Metres east and north of 5° E 43° N.
using Metres = std::pair<double, double>;

inline GeoPoint geo_point(const Metres& place) {
    // metres of a degree on the WGS 84 ellipsoid at 43° N
    return {5.0 + place.first / 81541.1, 43.0 + place.second / 111104.7};
}

/// Points every ten metres along straight lines between these.
inline std::vector<Metres> every_ten_metres(const std::vector<Metres>& corners) {
    std::vector<Metres> points{corners.front()};
    for (std::size_t k = 1; k < corners.size(); ++k) {
        const auto [x0, y0] = corners[k - 1];
        const auto [x1, y1] = corners[k];
        const double steps = std::max(1.0, std::round(std::hypot(x1 - x0, y1 - y0) / 10.0));
        for (double step = 1.0; step <= steps; step += 1.0) {
            points.push_back({x0 + (x1 - x0) * step / steps, y0 + (y1 - y0) * step / steps});
        }
    }
    return points;
}

/// A line with heights of its own, rolling by place, so that both ways see the same road.
inline std::string csv_with_ground(const std::vector<Metres>& points) {
    std::string text = "lon_deg,lat_deg,ground_m\n";
    for (const Metres& place : points) {
        const GeoPoint point = geo_point(place);
        text += fmt::format(
            "{:.10f},{:.10f},{:.4f}\n", point.lon_deg, point.lat_deg,
            100.0 + 20.0 * std::sin(place.first / 400.0) + 15.0 * std::cos(place.second / 300.0));
    }
    return text;
}

/// A course along a line of the folder: 8 m wide, 5 m on its second half.
inline CourseSpec course_along(const TestFolder& folder, const std::string& name,
                               const std::vector<Metres>& points, std::optional<double> length_m) {
    CourseSpec course;
    course.line = folder.write(name + ".csv", csv_with_ground(points));
    course.length_m = length_m;
    double traced_m = 0.0;
    for (std::size_t k = 1; k < points.size(); ++k) {
        traced_m += std::hypot(points[k].first - points[k - 1].first,
                               points[k].second - points[k - 1].second);
    }
    const double end_m = length_m.value_or(traced_m);
    course.sections = {{{}, 0.0, end_m / 2.0, 8.0, name + " wide"},
                       {{}, end_m / 2.0, end_m, 5.0, name + " narrow"}};
    return course;
}

inline LegSpec leg_of(std::string name, std::string line, std::optional<double> from_m = {},
                      std::optional<double> to_m = {}) {
    LegSpec leg;
    leg.name = std::move(name);
    leg.line = std::move(line);
    leg.from_m = from_m;
    leg.to_m = to_m;
    return leg;
}

inline LegSpec straight_leg(std::string name, double length_m, double grade = 0.0) {
    LegSpec leg;
    leg.name = std::move(name);
    leg.length_m = length_m;
    leg.width_m = 6.0;
    leg.grade = grade;
    return leg;
}

/// "a", "b back": the legs of a route.
inline DayRaceSpec race_along(std::string name, const std::vector<std::string>& legs) {
    DayRaceSpec race;
    race.name = std::move(name);
    race.where = {"day.yaml", 20, 3};
    for (const std::string& leg : legs) {
        const std::size_t back = leg.rfind(" back");
        race.route.push_back({{"day.yaml", 21, 5},
                              leg.substr(0, back),
                              back == std::string::npos ? Direction::forward : Direction::back});
    }
    return race;
}

/// The network of a day whose races have routes.
inline Network network_of(const DaySpec& day) {
    return survey_network(day, std::vector<Scenario>(day.races.size()));
}

inline std::string complaint_about(const DaySpec& day) {
    return complaint_of([&] { network_of(day); });
}

}  // namespace gineste::test
