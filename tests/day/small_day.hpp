// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cmath>
#include <limits>
#include <string>
#include <vector>

#include "course/network.hpp"
#include "day/day_record.hpp"

namespace gineste {

// Days small enough to be worked out by hand: level roads of even width, runners of even speed.

inline Leg even_leg(const std::string& name, double length_m, double width_m = 5.0) {
    Leg leg;
    leg.name = name;
    leg.length_m = length_m;
    leg.spacing_m = length_m;
    leg.elevation_m = leg.grade = leg.heading_rad = leg.lon_deg = leg.lat_deg = {0.0, 0.0};
    leg.width_m = {width_m, width_m};
    return leg;
}

struct WayStep {
    std::size_t leg = 0;
    Direction direction = Direction::forward;
};
inline constexpr Direction kBack = Direction::back;

/// Even legs look the same from both ends, so that a route takes them as they are.
inline Route route_over(const std::vector<Leg>& legs, const std::vector<WayStep>& way) {
    std::vector<Leg> run;
    std::vector<LegId> ids;
    std::vector<RouteStep> steps;
    double begin_m = 0.0;
    for (const WayStep& step : way) {
        ids.emplace_back(run.size());
        run.push_back(legs[step.leg]);
        steps.push_back({LegId{step.leg}, step.direction, begin_m});
        begin_m += legs[step.leg].length_m;
    }
    return {Course(run, ids, {}, {}), steps};
}

inline Network network_of(const std::vector<Leg>& legs,
                          const std::vector<std::vector<WayStep>>& ways) {
    Network network;
    network.legs = legs;
    network.traffic.assign(legs.size(), Traffic::shared);
    network.forward_width_share.assign(legs.size(), 1.0);
    for (const auto& way : ways) network.routes.push_back(route_over(legs, way));
    return network;
}

struct EvenRunner {
    double start_s = 0.0;  ///< over the start line, after the race's own first gun; NaN: absent
    double speed_mps = 0.0;
    double until_m = std::numeric_limits<double>::infinity();  ///< withdraws there
};

/// Marks each 100 m, as every record has them.
inline Record even_race(double length_m, const std::vector<EvenRunner>& runners) {
    constexpr double nan = std::numeric_limits<double>::quiet_NaN();
    Record record;
    record.course_length_m = length_m;
    record.passages.marks = static_cast<std::size_t>(length_m / 100.0) + 1;
    for (const EvenRunner& runner : runners) {
        const auto at_s = [&](double at_m) {
            return at_m <= runner.until_m ? runner.start_s + at_m / runner.speed_mps : nan;
        };
        record.runners.start_s.push_back(runner.start_s);
        record.runners.finish_s.push_back(at_s(length_m));
        record.runners.lost_s.push_back(0.0F);
        for (std::size_t mark = 0; mark < record.passages.marks; ++mark) {
            const double time_s = at_s(100.0 * static_cast<double>(mark));
            record.passages.passage_ms.push_back(
                std::isnan(time_s) ? kNeverMs
                                   : static_cast<std::int32_t>(std::llround(1000.0 * time_s)));
        }
    }
    return record;
}

/// A day of races with these names.
inline DaySpec day_of(const std::vector<std::string>& names) {
    DaySpec day;
    for (const std::string& name : names) {
        day.races.emplace_back();
        day.races.back().name = name;
    }
    return day;
}

/// Each race on the whole of its route.
inline std::vector<Record> races_on(const Network& network,
                                    const std::vector<std::vector<EvenRunner>>& fields) {
    std::vector<Record> races;
    for (std::size_t k = 0; k < fields.size(); ++k) {
        races.push_back(even_race(network.routes[k].course.length_m(), fields[k]));
    }
    return races;
}

}  // namespace gineste
