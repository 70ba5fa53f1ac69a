// SPDX-License-Identifier: Apache-2.0
// From line and terrain model to a road: trace, measure, scale, sample, smooth, pin.
#include "course/survey.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>

#include "core/csv.hpp"
#include "course/course.hpp"
#include "course/dem.hpp"
#include "course/geodesy.hpp"
#include "course/line.hpp"
#include "course/line_tolerances.hpp"
#include "course/smooth.hpp"
#include "course/widths.hpp"

namespace gineste {
namespace {

constexpr double kPinTolerance_m = 100.0;    // beyond, a surveyed height is in feet or misplaced
constexpr double kPinReach = 8.0;            // wavelength of the pin's bump, in smoothing lengths
constexpr double kLeastPinReach_m = 2000.0;  // where there is little smoothing

// Certified chainages of the samples: every 5 m and the end.
std::vector<double> sample_chainages(double length_m) {
    std::vector<double> at_m;
    for (std::size_t k = 0; static_cast<double>(k) * kSpacing_m < length_m - 1e-6; ++k) {
        at_m.push_back(static_cast<double>(k) * kSpacing_m);
    }
    at_m.push_back(length_m);
    return at_m;
}

// The traced line, with the traced chainage of each of its points.
struct SurveyedLine {
    std::vector<GeoPoint> points;
    std::vector<double> chainage_m;
    std::vector<double> ground_m;  // as many as points, or none
    double length_m() const { return chainage_m.back(); }

    // Straight between points in degrees: over the kilometre that they are apart at most, this
    // differs from the geodesic by centimetres.
    GeoPoint at(double s) const {
        const auto [k, share] = between(s);
        const GeoPoint a = points[k];
        const GeoPoint b = points[k + 1];
        return {a.lon_deg + (b.lon_deg - a.lon_deg) * share,
                a.lat_deg + (b.lat_deg - a.lat_deg) * share};
    }
    double ground_at(double s) const {
        const auto [k, share] = between(s);
        return ground_m[k] + (ground_m[k + 1] - ground_m[k]) * share;
    }

  private:
    // The point before, and the share of the way to the next one.
    std::pair<std::size_t, double> between(double s) const {
        const auto after =
            std::upper_bound(chainage_m.begin() + 1, chainage_m.end() - 1, s) - chainage_m.begin();
        const auto k = static_cast<std::size_t>(after) - 1;
        return {k, (s - chainage_m[k]) / (chainage_m[k + 1] - chainage_m[k])};
    }
};

SurveyedLine trace_of(const TracedLine& line) {
    SurveyedLine trace;
    for (const LinePoint& point : line.points) {
        trace.points.push_back(point.at);
        if (point.ground_m) trace.ground_m.push_back(*point.ground_m);
    }
    if (trace.ground_m.size() < trace.points.size()) trace.ground_m.clear();
    trace.chainage_m = chainages_along(trace.points);
    return trace;
}

std::vector<Problem> length_problems(const CourseSpec& spec, double traced_m) {
    if (!spec.length_m) return {};
    const double apart = std::abs(traced_m / *spec.length_m - 1.0);
    if (apart <= kLengthTolerance) return {};
    return {{{spec.line.string()},
             fmt::format("the line is {:.3f} km long and the course is certified at {:.3f} km",
                         traced_m / 1000.0, *spec.length_m / 1000.0),
             fmt::format("they are {:.1f} % apart, and 3 % is the most that tracing explains",
                         apart * 100.0),
             "Correct the certified length, or take the line of this edition of the course.",
             ""}};
}

void check_pins(const CourseSpec& spec, double length_m, const std::vector<double>& at_m,
                const std::vector<double>& smooth_m, std::vector<Problem>& problems) {
    double last_m = -1.0;
    std::vector<SurveyedHeight> heights = spec.heights;
    std::stable_sort(heights.begin(), heights.end(),
                     [](const auto& a, const auto& b) { return a.at_m < b.at_m; });
    for (const SurveyedHeight& height : heights) {
        const auto complain = [&](std::string problem, const char* why, const char* suggestion) {
            problems.push_back({height.where, std::move(problem), why, suggestion, ""});
        };
        const std::string title =
            fmt::format("the surveyed height {} m at {} m", height.elevation_m, height.at_m);
        if (!(height.at_m >= 0.0 && height.at_m <= length_m)) {
            complain(title + " is off the course", "the road is not there",
                     "Give its distance from the start.");
            continue;
        }
        if (height.at_m - last_m < kSpacing_m) {
            complain(title + " stands beside another", "one place has one height",
                     "Keep one of the two.");
        }
        last_m = height.at_m;
        const auto near = std::lower_bound(at_m.begin(), at_m.end() - 1, height.at_m);
        const double ground_m = smooth_m[static_cast<std::size_t>(near - at_m.begin())];
        if (!(std::abs(height.elevation_m - ground_m) <= kPinTolerance_m)) {
            complain(fmt::format("{}, and the terrain model has {:.0f} m there", title, ground_m),
                     "they are over 100 m apart", "Give the height in metres above the sea.");
        }
    }
}

// The road, and the surveyed heights it was made to pass through.
struct Road {
    std::vector<double> elevation_m;
    std::vector<PinnedHeight> pins;
};

// The ground under the line becomes the road: smooth it, then pass it through what was surveyed.
Road road_of(const CourseSpec& spec, const std::vector<double>& at_m,
             const std::vector<double>& ground_m) {
    Road road{smoothed(at_m, ground_m, spec.smoothing_m), {}};
    std::vector<Problem> problems;
    check_pins(spec, at_m.back(), at_m, road.elevation_m, problems);
    if (!problems.empty()) throw InputError(std::move(problems));
    std::vector<Pin> pins;
    for (const SurveyedHeight& height : spec.heights) {
        pins.push_back({height.at_m, height.elevation_m});
    }
    const double reach_m = std::max(kLeastPinReach_m, kPinReach * spec.smoothing_m);
    const std::vector<double> lift_m = pin_correction(at_m, road.elevation_m, pins, reach_m);
    for (std::size_t k = 0; k < lift_m.size(); ++k) road.elevation_m[k] += lift_m[k];
    for (const SurveyedHeight& height : spec.heights) {
        const auto near = std::lower_bound(at_m.begin(), at_m.end() - 1, height.at_m);
        road.pins.push_back({height.at_m, height.elevation_m,
                             lift_m[static_cast<std::size_t>(near - at_m.begin())], height.name});
    }
    return road;
}

// From the terrain model, or from the line where there is none.
GroundProfile ground_of(const CourseSpec& spec, const SurveyedLine& trace,
                        const std::vector<GeoPoint>& points, const std::vector<double>& at_m) {
    if (!spec.dem.empty()) return ground_under(spec.dem, points, at_m);
    if (trace.ground_m.empty()) {
        throw InputError(Problem{{spec.line.string()},
                                 "the line brings no heights, and there is no terrain model",
                                 "a road has a height at every point",
                                 "Add `dem:` to the course, or a column ground_m to a CSV line.",
                                 ""});
    }
    GroundProfile ground{{}, "heights of the line"};
    const double stretch = trace.length_m() / at_m.back();
    for (const double s : at_m) ground.height_m.push_back(trace.ground_at(s * stretch));
    return ground;
}

std::vector<SectionSpec> sections_of(const CourseSpec& spec, double length_m, WidthSource widths) {
    if (!spec.sections_file.empty()) return read_sections(spec.sections_file);
    if (!spec.sections.empty() || widths == WidthSource::sections) return spec.sections;
    return {{{}, 0.0, length_m, 1.0, ""}};
}

Leg leg_of(const CourseSpec& spec, const SurveyedLine& trace, const std::vector<double>& at_m,
           const std::vector<GeoPoint>& points, const std::vector<SectionSpec>& sections) {
    Leg leg;
    leg.name = spec.line.stem().string();
    leg.length_m = at_m.back();
    leg.spacing_m = kSpacing_m;
    leg.width_m = widths_along(at_m, sections, spec.taper_m);
    for (const GeoPoint& point : points) {
        leg.lon_deg.push_back(point.lon_deg);
        leg.lat_deg.push_back(point.lat_deg);
    }
    const double stretch = trace.length_m() / leg.length_m;
    for (const double s : at_m) {
        const double from_m = std::max(0.0, s - kSpacing_m);
        const double to_m = std::min(leg.length_m, s + kSpacing_m);
        leg.heading_rad.push_back(
            geodesic_between(trace.at(from_m * stretch), trace.at(to_m * stretch)).heading_rad);
    }
    return leg;
}

}  // namespace

Course survey_line(const CourseSpec& spec, const std::filesystem::path& file, WidthSource widths) {
    const SurveyedLine trace = trace_of(read_line(spec.line));
    std::vector<Problem> problems = length_problems(spec, trace.length_m());
    const double length_m = spec.length_m.value_or(trace.length_m());
    const std::vector<SectionSpec> sections = sections_of(spec, length_m, widths);
    if (problems.empty()) {
        problems = section_problems(sections, length_m,
                                    spec.sections_file.empty() ? file : spec.sections_file);
    }
    if (!problems.empty()) throw InputError(std::move(problems));

    const std::vector<double> at_m = sample_chainages(length_m);
    std::vector<GeoPoint> points;
    for (const double s : at_m) points.push_back(trace.at(s * trace.length_m() / length_m));
    const GroundProfile ground = ground_of(spec, trace, points, at_m);

    Leg leg = leg_of(spec, trace, at_m, points, sections);
    Road road = road_of(spec, at_m, ground.height_m);
    leg.elevation_m = std::move(road.elevation_m);
    leg.grade = grades(at_m, leg.elevation_m);
    std::vector<NamedSection> places;
    for (const SectionSpec& section : sections) {
        places.push_back({section.from_m, section.to_m, section.name});
    }
    places.back().to_m = length_m;
    SurveyNotes notes{trace.length_m(), spec.smoothing_m, climb_of(ground.height_m),
                      ground.description, std::move(road.pins)};
    return Course({std::move(leg)}, {LegId{0}}, std::move(places), std::move(notes));
}

Course survey_course(const Scenario& scenario) {
    return survey_line(scenario.course, scenario.file);
}

std::vector<std::filesystem::path> line_files(const CourseSpec& spec) {
    std::vector<std::filesystem::path> files{spec.line};
    if (!spec.dem.empty()) files.push_back(spec.dem);
    for (const char* ending : {".prj", ".PRJ"}) {
        if (spec.dem.empty()) break;
        std::filesystem::path beside = spec.dem;
        beside.replace_extension(ending);
        if (!beside.empty() && std::filesystem::exists(beside)) files.push_back(beside);
    }
    if (!spec.sections_file.empty()) files.push_back(spec.sections_file);
    return files;
}

std::vector<std::filesystem::path> survey_files(const Scenario& scenario) {
    return line_files(scenario.course);
}

}  // namespace gineste
