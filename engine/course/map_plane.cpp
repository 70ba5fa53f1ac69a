// SPDX-License-Identifier: Apache-2.0
#include "course/map_plane.hpp"

#include <cmath>
#include <numbers>

#include "course/geodesy.hpp"

namespace gineste {
namespace {

constexpr double kSquaredEccentricity = 0.00669437999014;

}  // namespace

double apart_m(MapPlace a, MapPlace b) {
    return std::hypot(a.east_m - b.east_m, a.north_m - b.north_m);
}

// By the radii of curvature along the parallel and the meridian.
MapPlane::MapPlane(GeoPoint origin) : origin_(origin) {
    constexpr double rad_per_deg = std::numbers::pi / 180.0;
    const double lat_rad = origin.lat_deg * rad_per_deg;
    const double flat = 1.0 - kSquaredEccentricity * std::sin(lat_rad) * std::sin(lat_rad);
    const double across_m = kSemiMajorAxis_m / std::sqrt(flat);
    const double along_m = across_m * (1.0 - kSquaredEccentricity) / flat;
    east_m_per_deg_ = across_m * std::cos(lat_rad) * rad_per_deg;
    north_m_per_deg_ = along_m * rad_per_deg;
}

}  // namespace gineste
