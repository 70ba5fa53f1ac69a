// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

#include "course/course.hpp"

namespace gineste {

/// What a profile is drawn with.
enum class PlotMarks {
    blocks,  ///< block characters of Unicode, eight heights to a line
    ascii,   ///< for a terminal that knows no others
};

/// How large the drawing is.
struct PlotSize {
    int columns = 100;  ///< of the whole text, at least 40
    int rows = 16;      ///< of the ground above the axis, at least 4
};

/// The profile as a drawing for a terminal: heights, kilometres, mean grade of each stretch between
/// two ticks, sections by letter and the highest point by name. Lines end with "\n".
std::string profile_plot(const Course& course, PlotSize size = {},
                         PlotMarks marks = PlotMarks::blocks);

/// The profile in figures: the course in a few lines, its sections (with the letters of the plot),
/// and each kilometre.
std::string profile_table(const Course& course);

/// chainage_m, elevation_m, grade, width_m, heading_deg, lon_deg, lat_deg, place; a row every
/// `step_m` and one at the end. RFC 4180, UTF-8, decimal points.
std::string profile_csv(const Course& course, double step_m = 10.0);

/// GPX 1.1: the course as one track with elevations, waypoints at the highest point, each kilometre
/// and the beginning of each section.
std::string profile_gpx(const Course& course, const std::string& name, double step_m = 10.0);

/// GeoJSON (RFC 7946): the course as one LineString with elevations; the highest point, each
/// kilometre and the beginning of each section as Points.
std::string profile_geojson(const Course& course, const std::string& name, double step_m = 10.0);

}  // namespace gineste
