// SPDX-License-Identifier: Apache-2.0
// A day's lines are surveyed, and its legs cut out of them.
#include "course/road_plan.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "course/line_tolerances.hpp"
#include "course/survey.hpp"

namespace gineste {
namespace {

constexpr double kShortest_m = 1.0;  // a shorter leg is a slip of the pen

using Lines = std::vector<std::optional<Course>>;  // by DaySpec::lines; what no leg needs is none

template <class Spec>
std::optional<std::size_t> index_of(const std::vector<Spec>& specs, const std::string& name) {
    for (std::size_t k = 0; k < specs.size(); ++k) {
        if (specs[k].name == name) return k;
    }
    return std::nullopt;
}

Problem unknown(const SourcePlace& where, const char* what, const std::string& name) {
    return {where, fmt::format("there is no {} '{}'", what, name), "the day names none so",
            fmt::format("Name a {} of this day.", what), ""};
}

Lines survey_lines(const DaySpec& day, RoadPlan& plan) {
    Lines lines(day.lines.size());
    for (std::size_t k = 0; k < day.lines.size(); ++k) {
        const LineSpec& line = day.lines[k];
        const auto is_from_it = [&](const LegSpec& leg) { return leg.line == line.name; };
        if (std::any_of(day.legs.begin(), day.legs.end(), is_from_it)) {
            lines[k] = survey_line(line.course, day.file, WidthSource::legs);
        } else {
            plan.remarks.push_back(fmt::format("No leg is cut from the line '{}'.", line.name));
        }
    }
    return lines;
}

bool is_wide(const CourseSpec& line) {
    return !line.sections.empty() || !line.sections_file.empty();
}

std::optional<RoadPiece> cut_leg(const LegSpec& spec, const LineSpec& from, const Course& line,
                                 std::vector<Problem>& problems) {
    if (!spec.width_m && !is_wide(from.course)) {
        problems.push_back({spec.where, fmt::format("the leg '{}' has no width", spec.name),
                            fmt::format("its line '{}' has no sections", from.name),
                            "Give the leg a `width`, or the line `sections`.", ""});
        return std::nullopt;
    }
    const double length_m = line.length_m();
    const double from_m = spec.from_m.value_or(0.0);
    double to_m = spec.to_m.value_or(length_m);
    if (from_m < 0.0 || to_m > length_m + kSameEnd_m || to_m < from_m + kShortest_m) {
        problems.push_back(
            {spec.where,
             fmt::format("the leg '{}' runs from {:.3f} to {:.3f} km of the line '{}'", spec.name,
                         from_m / 1000.0, to_m / 1000.0, spec.line),
             fmt::format("that line is {:.3f} km long, and a leg at least 1 m", length_m / 1000.0),
             "Give both distances from the beginning of the line.", ""});
        return std::nullopt;
    }
    to_m = to_m > length_m - kSameEnd_m ? length_m : to_m;
    RoadPiece piece = cut_piece(line, from_m, to_m, spec.name);
    if (spec.width_m) std::fill(piece.leg.width_m.begin(), piece.leg.width_m.end(), *spec.width_m);
    return piece;
}

std::optional<RoadPiece> straight_leg(const LegSpec& spec, std::vector<Problem>& problems) {
    if (spec.length_m && *spec.length_m >= kShortest_m && spec.width_m) {
        return straight_piece(spec.name, *spec.length_m, spec.grade, *spec.width_m);
    }
    problems.push_back({spec.where, fmt::format("the leg '{}' has no length or width", spec.name),
                        "no line says how long and wide it is",
                        "Name its line, or give its length and width.", ""});
    return std::nullopt;
}

// The share of a separated leg's width that those have who run it forward.
double forward_share(const LegSpec& spec, const Leg& leg, std::vector<Problem>& problems) {
    if (spec.traffic != Traffic::separated) return 1.0;
    double sum_m = 0.0;
    for (const double width_m : leg.width_m) sum_m += width_m;
    const double mean_m = sum_m / static_cast<double>(leg.width_m.size());
    const double share = spec.forward_width_m ? *spec.forward_width_m / mean_m : 0.5;
    const double least_m = *std::min_element(leg.width_m.begin(), leg.width_m.end());
    const double rest_m = least_m * std::min(share, 1.0 - share);
    if (rest_m < kNarrowest_m) {
        problems.push_back(
            {spec.where,
             fmt::format("the leg '{}' leaves {:.1f} m to one direction", spec.name,
                         std::max(0.0, rest_m)),
             fmt::format("it is {:.1f} m wide at its narrowest, and runners need at least 1 m",
                         least_m),
             "Move the cones, or let the directions share it.", ""});
    }
    return share;
}

void add_leg(const LegSpec& spec, const DaySpec& day, const Lines& lines, RoadPlan& plan,
             std::vector<Problem>& problems) {
    std::optional<RoadPiece> piece;
    if (spec.line.empty()) {
        piece = straight_leg(spec, problems);
    } else if (const auto line = index_of(day.lines, spec.line); line) {
        piece = cut_leg(spec, day.lines[*line], *lines[*line], problems);
    } else {
        problems.push_back(unknown(spec.where, "line", spec.line));
    }
    if (!piece) return;
    plan.forward_width_share.push_back(forward_share(spec, piece->leg, problems));
    plan.traffic.push_back(spec.traffic);
    plan.pieces.push_back(std::move(*piece));
}

std::vector<RouteStep> way_of(const DayRaceSpec& race, const std::vector<LegSpec>& legs,
                              std::vector<Problem>& problems) {
    std::vector<RouteStep> way;
    for (const RouteStepSpec& step : race.route) {
        const auto leg = index_of(legs, step.leg);
        if (leg) {
            way.push_back({LegId(*leg), step.direction, 0.0});
        } else {
            problems.push_back(unknown(step.where, "leg", step.leg));
        }
    }
    return way;
}

}  // namespace

RoadPlan planned_roads(const DaySpec& day) {
    RoadPlan plan;
    std::vector<Problem> problems;
    const Lines lines = survey_lines(day, plan);
    for (const LegSpec& spec : day.legs) add_leg(spec, day, lines, plan, problems);
    for (const DayRaceSpec& race : day.races) {
        plan.ways.push_back(way_of(race, day.legs, problems));
    }
    if (!problems.empty()) throw InputError(std::move(problems));
    return plan;
}

}  // namespace gineste
