// SPDX-License-Identifier: Apache-2.0
// Races that bring courses of their own get the roads that they have in common. A stretch that runs
// on an earlier road is replaced by that road, which is replaced in its turn where it runs on one
// before; what is left are roads that are there once. They are cut where anybody comes or goes.
#include "course/match.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>
#include <set>
#include <utility>

#include "course/cut_roads.hpp"
#include "course/line_match.hpp"
#include "course/survey.hpp"

namespace gineste {
namespace {

std::vector<Course> surveyed(const DaySpec& day, const std::vector<Scenario>& races) {
    std::vector<Course> courses;
    for (std::size_t k = 0; k < races.size(); ++k) {
        CourseSpec spec = races[k].course;
        if (day.races[k].length_m) spec.length_m = day.races[k].length_m;
        courses.push_back(survey_line(spec, races[k].file));
    }
    return courses;
}

std::vector<MatchLine> drawn(const std::vector<Course>& courses) {
    const Leg& first = courses.front().legs().front();
    const MapPlane plane({first.lon_deg.front(), first.lat_deg.front()});
    std::vector<MatchLine> lines;
    for (const Course& course : courses) {
        const Leg& leg = course.legs().front();
        std::vector<MapPlace> places;
        for (std::size_t k = 0; k < leg.lon_deg.size(); ++k) {
            places.push_back(plane.place(leg.lon_deg[k], leg.lat_deg[k]));
        }
        lines.emplace_back(std::move(places));
    }
    return lines;
}

std::size_t at_share(std::size_t from, std::size_t to, double share) {
    const auto start = static_cast<double>(from);
    return static_cast<std::size_t>(std::lround(start + share * (static_cast<double>(to) - start)));
}

// The roads under the way of a line from one sample to another, in that order.
std::vector<LineMatch> roads_under(const std::vector<LineMatch>& way, std::size_t from,
                                   std::size_t to) {
    const auto [least, most] = std::pair(std::min(from, to), std::max(from, to));
    std::vector<LineMatch> roads;
    for (LineMatch part : way) {
        const std::size_t begin = std::max(part.begin, least);
        const std::size_t end = std::min(part.end, most);
        if (end <= begin) continue;
        const auto length = static_cast<double>(part.end - part.begin);
        const auto road_at = [&](std::size_t k) {
            return at_share(part.road_begin, part.road_end,
                            static_cast<double>(k - part.begin) / length);
        };
        roads.push_back({begin, end, part.line, road_at(begin), road_at(end)});
        if (from > to) std::swap(roads.back().road_begin, roads.back().road_end);
    }
    if (from > to) std::reverse(roads.begin(), roads.end());
    return roads;
}

// The way of line k over roads that are there once: its own where it does not match.
std::vector<LineMatch> way_over_roads(const std::vector<MatchLine>& lines, std::size_t k,
                                      double tolerance_m,
                                      const std::vector<std::vector<LineMatch>>& ways) {
    std::vector<LineMatch> way;
    std::size_t at = 0;
    const auto go_on_to = [&](std::size_t sample) {
        if (sample > at) way.push_back({at, sample, k, at, sample});
        at = sample;
    };
    for (const LineMatch& match : matches_of(lines, k, tolerance_m)) {
        go_on_to(match.begin);
        const std::vector<LineMatch>& below = match.line == k ? way : ways[match.line];
        for (LineMatch road : roads_under(below, match.road_begin, match.road_end)) {
            const auto own_at = [&](std::size_t sample) {
                const auto done =
                    std::abs(static_cast<double>(sample) - static_cast<double>(match.road_begin));
                const auto whole = std::abs(static_cast<double>(match.road_end) -
                                            static_cast<double>(match.road_begin));
                return at_share(match.begin, match.end, done / whole);
            };
            const std::size_t first = own_at(road.begin);
            const std::size_t last = own_at(road.end);
            way.push_back({std::min(first, last), std::max(first, last), road.line, road.road_begin,
                           road.road_end});
        }
        at = match.end;
    }
    go_on_to(lines[k].at.size() - 1);
    return way;
}

// "half+marathon 3": who runs the leg, and which it is of the first one's line.
std::string name_of(const std::set<std::size_t>& users, std::size_t number, const DaySpec& day) {
    std::string name;
    for (const std::size_t race : users) name += (name.empty() ? "" : "+") + day.races[race].name;
    return fmt::format("{} {}", name, number);
}

std::optional<double> certified_m(const DaySpec& day, const std::vector<Scenario>& races,
                                  std::size_t race) {
    return day.races[race].length_m ? day.races[race].length_m : races[race].course.length_m;
}

void add_pieces(const DaySpec& day, const std::vector<Course>& courses, const CutRoads& roads,
                RoadPlan& plan) {
    std::vector<std::size_t> numbers(courses.size(), 0);
    for (std::size_t leg = 0; leg < roads.legs().size(); ++leg) {
        const CutRoads::RoadLeg& cut = roads.legs()[leg];
        std::set<std::size_t> users;
        std::set<Direction> directions;
        for (std::size_t race = 0; race < plan.ways.size(); ++race) {
            for (const RouteStep& step : plan.ways[race]) {
                if (step.leg != LegId(leg)) continue;
                users.insert(race);
                directions.insert(step.direction);
            }
        }
        RoadPiece piece = cut_piece(courses[cut.line], cut.from_m, cut.to_m,
                                    name_of(users, ++numbers[cut.line], day));
        if (cut.stretch != 1.0) piece = stretched_piece(piece, cut.length_m());
        plan.pieces.push_back(std::move(piece));
        plan.traffic.push_back(directions.size() > 1 ? Traffic::shared : Traffic::one_way);
        plan.forward_width_share.push_back(1.0);
    }
}

}  // namespace

RoadPlan matched_roads(const DaySpec& day, const std::vector<Scenario>& races) {
    const std::vector<Course> courses = surveyed(day, races);
    const std::vector<MatchLine> lines = drawn(courses);
    std::vector<std::vector<LineMatch>> ways;
    std::vector<double> lengths_m;
    for (std::size_t k = 0; k < lines.size(); ++k) {
        ways.push_back(way_over_roads(lines, k, day.matching_tolerance_m, ways));
        lengths_m.push_back(courses[k].length_m());
    }
    CutRoads roads(ways, lengths_m);
    for (std::size_t k = 0; k < races.size(); ++k) {
        const auto length_m = certified_m(day, races, k);
        if (length_m) roads.reach(k, *length_m);
    }
    RoadPlan plan;
    plan.ways = roads.ways();
    add_pieces(day, courses, roads, plan);
    return plan;
}

}  // namespace gineste
