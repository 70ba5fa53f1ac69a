// SPDX-License-Identifier: Apache-2.0
#include "course/map_sheet.hpp"

#include <algorithm>

namespace gineste {
namespace {

constexpr double kLeastHeight = 160.0;  // without margins
constexpr double kMostHeight = 760.0;

}  // namespace

MapSheet::MapSheet(const std::vector<std::vector<MapPlace>>& lines, double width, double top,
                   double margin) {
    MapPlace least = lines.front().front();
    MapPlace most = least;
    for (const auto& line : lines) {
        for (const MapPlace& place : line) {
            least = {std::min(least.east_m, place.east_m), std::min(least.north_m, place.north_m)};
            most = {std::max(most.east_m, place.east_m), std::max(most.north_m, place.north_m)};
        }
    }
    const double east_m = std::max(1.0, most.east_m - least.east_m);
    const double north_m = std::max(1.0, most.north_m - least.north_m);
    pixels_per_m_ = std::min((width - 2.0 * margin) / east_m, kMostHeight / north_m);
    const double height = std::max(kLeastHeight, north_m * pixels_per_m_);
    left_ = (width - east_m * pixels_per_m_) / 2.0 - least.east_m * pixels_per_m_;
    top_ = top + margin + (height + north_m * pixels_per_m_) / 2.0 + least.north_m * pixels_per_m_;
    bottom_ = top + 2.0 * margin + height;
}

SheetLine MapSheet::line(const std::vector<MapPlace>& places) const {
    SheetLine line;
    for (const MapPlace& place : places) line.push_back(point(place));
    return line;
}

}  // namespace gineste
