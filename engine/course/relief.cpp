// SPDX-License-Identifier: Apache-2.0
#include "course/relief.hpp"

#include <Eigen/Core>
#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

#include "course/dem_file.hpp"
#include "course/gdal_guard.hpp"

namespace gineste {
namespace {

constexpr double kReliefMargin = 0.07;  // of the longer side, all around
constexpr double kLeastSide = 0.45;     // of the longer side: a straight road is no thread
constexpr double kExaggeration = 1.6;   // of slopes: hills of 300 m are to be seen
constexpr int kTones = 128;
constexpr int kLattice = 16;  // pixels between places that are projected
constexpr double kMetresPerDegree = 111195.0;
constexpr float kReliefVoid = std::numeric_limits<float>::quiet_NaN();

using Heights = Eigen::Array<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

double metres_per_degree_east(double lat_deg) {
    return kMetresPerDegree * std::cos(lat_deg * std::numbers::pi / 180.0);
}

// Where the picture lies: everything of a Relief but its tones.
Relief frame_around(const std::vector<GeoPoint>& line, int columns_most) {
    Relief frame{0, 0, 0.0, 180.0, -180.0, 90.0, -90.0, {}};
    for (const GeoPoint& point : line) {
        frame.west_deg = std::min(frame.west_deg, point.lon_deg);
        frame.east_deg = std::max(frame.east_deg, point.lon_deg);
        frame.south_deg = std::min(frame.south_deg, point.lat_deg);
        frame.north_deg = std::max(frame.north_deg, point.lat_deg);
    }
    const double lon_deg = 0.5 * (frame.west_deg + frame.east_deg);
    const double lat_deg = 0.5 * (frame.south_deg + frame.north_deg);
    const double east_m = metres_per_degree_east(lat_deg);
    const double wide_m = (frame.east_deg - frame.west_deg) * east_m;
    const double high_m = (frame.north_deg - frame.south_deg) * kMetresPerDegree;
    const double longer_m = std::max(wide_m, high_m);
    if (!(longer_m > 0.0)) return {};
    const auto framed = [&](double side_m) {
        return std::max(side_m + 2.0 * kReliefMargin * longer_m, kLeastSide * longer_m);
    };
    frame.pixel_m = framed(longer_m) / columns_most;
    frame.columns = static_cast<int>(std::ceil(framed(wide_m) / frame.pixel_m - 1e-9));
    frame.rows = static_cast<int>(std::ceil(framed(high_m) / frame.pixel_m - 1e-9));
    const double half_wide_deg = 0.5 * frame.columns * frame.pixel_m / east_m;
    const double half_high_deg = 0.5 * frame.rows * frame.pixel_m / kMetresPerDegree;
    frame.west_deg = lon_deg - half_wide_deg;
    frame.east_deg = lon_deg + half_wide_deg;
    frame.south_deg = lat_deg - half_high_deg;
    frame.north_deg = lat_deg + half_high_deg;
    return frame;
}

// Where the pixels fall on the raster. Every 16th is projected and the others interpolated, which
// is right to centimetres over 200 m.
class Lattice {
  public:
    Lattice(const DemFile& dem, const Relief& frame)
        : columns_(frame.columns / kLattice + 2), rows_(frame.rows / kLattice + 2) {
        std::vector<GeoPoint> points;
        for (int r = 0; r < rows_; ++r) {
            for (int c = 0; c < columns_; ++c) {
                const double right = (c * kLattice + 0.5) / frame.columns;
                const double down = (r * kLattice + 0.5) / frame.rows;
                points.push_back({frame.west_deg + (frame.east_deg - frame.west_deg) * right,
                                  frame.north_deg + (frame.south_deg - frame.north_deg) * down});
            }
        }
        places_ = dem.places(points);
    }

    const std::vector<RasterPoint>& places() const { return places_; }

    RasterPoint at(int row, int column) const {
        const int r = row / kLattice;
        const int c = column / kLattice;
        const double down = static_cast<double>(row % kLattice) / kLattice;
        const double right = static_cast<double>(column % kLattice) / kLattice;
        const auto mixed = [&](double RasterPoint::*part) {
            const double above = node(r, c).*part * (1.0 - right) + node(r, c + 1).*part * right;
            const double below =
                node(r + 1, c).*part * (1.0 - right) + node(r + 1, c + 1).*part * right;
            return above * (1.0 - down) + below * down;
        };
        return {mixed(&RasterPoint::column), mixed(&RasterPoint::row)};
    }

  private:
    const RasterPoint& node(int r, int c) const {
        return places_[static_cast<std::size_t>(r * columns_ + c)];
    }
    int columns_;
    int rows_;
    std::vector<RasterPoint> places_;
};

Heights heights_in(const DemFile& dem, const Relief& frame, const std::vector<GeoPoint>& line) {
    const Lattice lattice(dem, frame);
    std::vector<RasterPoint> covered;
    for (const RasterPoint& place : lattice.places()) {
        if (dem.covers(place)) covered.push_back(place);
    }
    for (const RasterPoint& place : dem.places(line)) covered.push_back(place);
    const HeightWindow window = dem.read_window(covered);
    const double right = static_cast<double>(window.height_m.cols()) * window.cell;
    const double bottom = static_cast<double>(window.height_m.rows()) * window.cell;
    Heights heights(frame.rows, frame.columns);
    for (int r = 0; r < frame.rows; ++r) {
        for (int c = 0; c < frame.columns; ++c) {
            const RasterPoint at = lattice.at(r, c);
            const double x = at.column - static_cast<double>(window.first_column);
            const double y = at.row - static_cast<double>(window.first_row);
            const bool within = x >= 0.0 && x <= right && y >= 0.0 && y <= bottom;
            heights(r, c) =
                within ? static_cast<float>(window.sample(at).value_or(kReliefVoid)) : kReliefVoid;
        }
    }
    return heights;
}

// Brightness 0..1 of the ground around a pixel, by Horn's weighted differences.
double brightness(const Heights& z, Eigen::Index r, Eigen::Index c, double pixel_m) {
    const auto row = [&](Eigen::Index k) {
        return std::clamp<Eigen::Index>(r + k, 0, z.rows() - 1);
    };
    const auto column = [&](Eigen::Index k) {
        return std::clamp<Eigen::Index>(c + k, 0, z.cols() - 1);
    };
    const auto height = [&](Eigen::Index down, Eigen::Index right) {
        const float value = z(row(down), column(right));
        return static_cast<double>(std::isnan(value) ? z(r, c) : value);
    };
    const double to_slope = kExaggeration / (8.0 * pixel_m);
    const double east = (height(-1, 1) + 2.0 * height(0, 1) + height(1, 1) - height(-1, -1) -
                         2.0 * height(0, -1) - height(1, -1)) *
                        to_slope;
    const double south = (height(1, -1) + 2.0 * height(1, 0) + height(1, 1) - height(-1, -1) -
                          2.0 * height(-1, 0) - height(-1, 1)) *
                         to_slope;
    // The light comes from the north-west, 45° high: (-1/2, -1/2, √½) in east, south, up.
    const double lit = (0.5 * east + 0.5 * south + std::numbers::sqrt2 / 2.0) /
                       std::sqrt(1.0 + east * east + south * south);
    return std::clamp(lit, 0.0, 1.0);
}

std::uint8_t tone_of(const Heights& heights, Eigen::Index r, Eigen::Index c, double pixel_m) {
    const float height_m = heights(r, c);
    if (std::isnan(height_m)) return Relief::kUnknown;
    if (height_m <= 0.0F) return Relief::kWater;
    const auto step = static_cast<int>(brightness(heights, r, c, pixel_m) * (kTones - 1) + 0.5);
    constexpr int span = 255 - Relief::kDarkest;
    return static_cast<std::uint8_t>(Relief::kDarkest + step * span / (kTones - 1));
}

}  // namespace

Relief draw_relief(const Scenario& scenario, const Course& course, int columns_most) {
    constexpr double spacing_m = 50.0;
    std::vector<GeoPoint> line;
    for (double at_m = 0.0; at_m < course.length_m() + spacing_m; at_m += spacing_m) {
        line.push_back({course.lon_deg(at_m), course.lat_deg(at_m)});
    }
    Relief relief = frame_around(line, columns_most);
    if (relief.columns == 0) return relief;
    if (scenario.course.dem.empty()) return relief;  // the heights came with the line
    require_plain_file(scenario.course.dem);
    const DemFile dem(scenario.course.dem);
    const Heights heights = heights_in(dem, relief, line);
    relief.tone.reserve(static_cast<std::size_t>(heights.size()));
    for (Eigen::Index r = 0; r < heights.rows(); ++r) {
        for (Eigen::Index c = 0; c < heights.cols(); ++c) {
            relief.tone.push_back(tone_of(heights, r, c, relief.pixel_m));
        }
    }
    return relief;
}

}  // namespace gineste
