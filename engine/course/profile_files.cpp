// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <cmath>
#include <cstddef>
#include <nlohmann/json.hpp>
#include <numbers>
#include <utility>

#include "course/gpx.hpp"
#include "course/profile_marks.hpp"
#include "course/profile_text.hpp"

namespace gineste {
namespace {

// RFC 4180, and a text that a spreadsheet would take for a formula is kept a text.
std::string csv_cell(std::string text) {
    if (!text.empty() && std::string_view("=+-@\t").find(text.front()) != std::string_view::npos) {
        text.insert(0, 1, '\'');
    }
    if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
    std::string quoted = "\"";
    for (const char c : text) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
    return quoted + "\"";
}

// A point of the course worth a mark on a map.
struct Mark {
    std::string kind;  // "summit", "kilometre", "section"
    std::string name;
    double at_m = 0.0;
};

std::vector<Mark> marks_of(const Course& course) {
    const Summit summit = highest_point(course);
    const std::string title = summit.name.empty() ? "highest point" : summit.name;
    std::vector<Mark> marks{
        {"summit", fmt::format("{} ({:.0f} m)", title, summit.elevation_m), summit.at_m}};
    for (int km = 1; km * 1000.0 <= course.length_m() + 1e-6; ++km) {
        marks.push_back({"kilometre", fmt::format("km {}", km), km * 1000.0});
    }
    for (const NamedSection& section : course.sections()) {
        if (!section.name.empty()) marks.push_back({"section", section.name, section.from_m});
    }
    return marks;
}

GpxPoint gpx_point(const Course& course, double s) {
    return {course.lon_deg(s), course.lat_deg(s), course.elevation_m(s)};
}

nlohmann::ordered_json json_place(const Course& course, double s) {
    const auto rounded = [](double value, double scale) {
        return std::round(value * scale) / scale;
    };
    return {rounded(course.lon_deg(s), 1e7), rounded(course.lat_deg(s), 1e7),
            rounded(course.elevation_m(s), 100.0)};
}

nlohmann::ordered_json json_feature(const char* type, nlohmann::ordered_json coordinates,
                                    nlohmann::ordered_json properties) {
    return {{"type", "Feature"},
            {"properties", std::move(properties)},
            {"geometry", {{"type", type}, {"coordinates", std::move(coordinates)}}}};
}

}  // namespace

std::string profile_csv(const Course& course, double step_m) {
    std::string text = "chainage_m,elevation_m,grade,width_m,heading_deg,lon_deg,lat_deg,place\r\n";
    for (const double s : steps_along(course, step_m)) {
        text += fmt::format("{:.1f},{:.2f},{:.4f},{:.2f},{:.1f},{:.7f},{:.7f},{}\r\n", s,
                            course.elevation_m(s), course.grade(s), course.width_m(s),
                            course.heading_rad(s) * 180.0 / std::numbers::pi, course.lon_deg(s),
                            course.lat_deg(s), csv_cell(course.place_name(s)));
    }
    return text;
}

std::string profile_gpx(const Course& course, const std::string& name, double step_m) {
    std::vector<GpxPoint> waypoints;
    for (const Mark& mark : marks_of(course)) {
        GpxPoint& point = waypoints.emplace_back(gpx_point(course, mark.at_m));
        point.name = mark.name;
        point.type = mark.kind;
    }
    std::vector<GpxPoint> track;
    for (const double s : steps_along(course, step_m)) track.push_back(gpx_point(course, s));
    return gpx_text(name, waypoints, track);
}

std::string profile_geojson(const Course& course, const std::string& name, double step_m) {
    auto coordinates = nlohmann::ordered_json::array();
    for (const double s : steps_along(course, step_m)) coordinates.push_back(json_place(course, s));
    const auto tenth = [](double value) { return std::round(value * 10.0) / 10.0; };
    auto features = nlohmann::ordered_json::array();
    features.push_back(json_feature("LineString", std::move(coordinates),
                                    {{"name", name},
                                     {"length_m", tenth(course.length_m())},
                                     {"climb_m", tenth(course.climb_m())},
                                     {"descent_m", tenth(course.descent_m())}}));
    for (const Mark& mark : marks_of(course)) {
        features.push_back(json_feature("Point", json_place(course, mark.at_m),
                                        {{"name", mark.name},
                                         {"kind", mark.kind},
                                         {"chainage_m", tenth(mark.at_m)},
                                         {"width_m", tenth(course.width_m(mark.at_m))}}));
    }
    const nlohmann::ordered_json whole{{"type", "FeatureCollection"},
                                       {"features", std::move(features)}};
    // A name that is not UTF-8 is shown with replacement characters instead of stopping the run.
    return whole.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

}  // namespace gineste
