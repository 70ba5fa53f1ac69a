// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/error.hpp"
#include "course/geodesy.hpp"

namespace gineste {

/// A point of a traced line, and the line of the file it stands on (0 where the format has none).
struct LinePoint {
    GeoPoint at;
    int line = 0;
    std::optional<double> ground_m{};  ///< height above the sea, of a CSV that has it
};

/// The course as somebody traced it, in running order, WGS 84.
struct TracedLine {
    std::string file;
    std::vector<LinePoint> points;
};

/// Reads the one line of a GPX (track, else route), GeoJSON, GPKG, KML or CSV file, and checks it:
/// at least two points, coordinates that are on Earth, no gap of over 1 km.
/// @throws InputError with every problem found, MissingInput
TracedLine read_line(const std::filesystem::path& file);

/// The readers behind read_line, by format; they check nothing but the format itself and add to
/// `problems` the points that have no position.
TracedLine read_gpx_line(const std::filesystem::path& file, std::vector<Problem>& problems);
TracedLine read_csv_line(const std::filesystem::path& file, std::vector<Problem>& problems);
TracedLine read_vector_line(const std::filesystem::path& file);

}  // namespace gineste
