// SPDX-License-Identifier: Apache-2.0
#include "course/line.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <cmath>
#include <cstddef>
#include <utility>

#include "core/csv.hpp"
#include "course/gdal_guard.hpp"

namespace gineste {
namespace {

constexpr double kLongestJump_m = 1000.0;  // between two points of a line somebody traced
constexpr std::size_t kMostProblems = 20;  // of one file: nobody reads the thousandth

std::string lower_extension(const std::filesystem::path& file) {
    std::string extension = file.extension().string();
    for (char& c : extension) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return extension;
}

TracedLine read_by_extension(const std::filesystem::path& file, std::vector<Problem>& problems) {
    const std::string extension = lower_extension(file);
    if (extension == ".gpx") return read_gpx_line(file, problems);
    if (extension == ".csv") return read_csv_line(file, problems);
    for (const char* known : {".geojson", ".json", ".gpkg", ".kml"}) {
        if (extension == known) return read_vector_line(file);
    }
    throw InputError(Problem{{file.string()},
                             fmt::format("the line has the unknown ending '{}'", extension),
                             "its format is told by its ending",
                             "Use .gpx, .geojson, .gpkg, .kml or .csv.",
                             ""});
}

void check_coordinates(const TracedLine& line, std::vector<Problem>& problems) {
    for (std::size_t k = 0; k < line.points.size(); ++k) {
        const auto [lon_deg, lat_deg] = line.points[k].at;
        const bool on_earth = std::abs(lat_deg) <= 90.0 && std::abs(lon_deg) <= 180.0;
        if (on_earth) continue;  // false for NaN too
        problems.push_back(
            {{line.file, line.points[k].line, 0},
             fmt::format("point {} is at longitude {}, latitude {}", k + 1, lon_deg, lat_deg),
             "longitude runs from -180 to 180 and latitude from -90 to 90",
             "Correct the point, or name the coordinate system of the file.",
             ""});
    }
}

void check_jumps(const TracedLine& line, std::vector<Problem>& problems) {
    double from_start_m = 0.0;
    for (std::size_t k = 1; k < line.points.size(); ++k) {
        const double step_m = geodesic_between(line.points[k - 1].at, line.points[k].at).length_m;
        if (step_m > kLongestJump_m) {
            problems.push_back({{line.file, line.points[k].line, 0},
                                fmt::format("the line jumps {:.0f} m from point {} to point {}, "
                                            "at km {:.2f}",
                                            step_m, k, k + 1, from_start_m / 1000.0),
                                "points of a traced line are at most 1 km apart",
                                "Trace the missing stretch, or remove the stray point.",
                                ""});
        }
        from_start_m += step_m;
    }
}

void drop_repeated_points(TracedLine& line) {
    const auto same = [](const LinePoint& a, const LinePoint& b) {
        return a.at.lon_deg == b.at.lon_deg && a.at.lat_deg == b.at.lat_deg;
    };
    line.points.erase(std::unique(line.points.begin(), line.points.end(), same), line.points.end());
}

void throw_if_any(std::vector<Problem> problems, const std::string& file) {
    if (problems.empty()) return;
    const std::size_t more = problems.size() - std::min(problems.size(), kMostProblems);
    problems.resize(problems.size() - more);
    if (more > 0) problems.push_back({{file}, fmt::format("{} more like these", more), "", "", ""});
    throw InputError(std::move(problems));
}

}  // namespace

TracedLine read_line(const std::filesystem::path& file) {
    require_plain_file(file);
    std::vector<Problem> problems;
    TracedLine line = read_by_extension(file, problems);
    check_coordinates(line, problems);
    throw_if_any(std::move(problems), line.file);
    drop_repeated_points(line);  // a watch that waits writes the same point again
    if (line.points.size() < 2) {
        throw InputError(
            Problem{{line.file},
                    fmt::format("the line has {} different points", line.points.size()),
                    "a road has two ends",
                    "Export the whole track of the course.",
                    ""});
    }
    check_jumps(line, problems);
    throw_if_any(std::move(problems), line.file);
    return line;
}

TracedLine read_csv_line(const std::filesystem::path& file, std::vector<Problem>& problems) {
    const CsvTable table = read_csv(file);
    const auto lon = table.column({"lon_deg", "lon", "lng", "long", "longitude"});
    const auto lat = table.column({"lat_deg", "lat", "latitude"});
    const auto ground = table.column({"ground_m", "elevation_m", "ele", "elevation"});
    if (!lon || !lat) {
        throw InputError(Problem{{table.file(), 1, 0},
                                 "no columns of longitude and latitude",
                                 "the line is read from the columns lon_deg and lat_deg",
                                 "Name the two columns lon_deg and lat_deg, in degrees.",
                                 ""});
    }
    TracedLine line{table.file(), {}};
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const auto lon_deg = table.number(row, *lon);
        const auto lat_deg = table.number(row, *lat);
        if (lon_deg && lat_deg) {
            line.points.push_back({{*lon_deg, *lat_deg}, table.cell(row, *lon).line});
            if (ground) line.points.back().ground_m = table.number(row, *ground);
            continue;
        }
        const std::size_t column = lon_deg ? *lat : *lon;
        problems.push_back(
            table.problem_at(row, column, "'" + table.text(row, column) + "' is no coordinate",
                             "degrees are wanted, such as 5.3959", "Correct or remove the row."));
    }
    return line;
}

}  // namespace gineste
