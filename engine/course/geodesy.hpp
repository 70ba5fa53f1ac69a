// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <span>
#include <vector>

namespace gineste {

inline constexpr double kSemiMajorAxis_m = 6378137.0;  ///< of the WGS 84 ellipsoid

/// A place on the WGS 84 ellipsoid.
struct GeoPoint {
    double lon_deg = 0.0;
    double lat_deg = 0.0;
};

/// Length and direction of the shortest way over the ellipsoid. Karney 2013, J. Geodesy 87:43-55.
struct Geodesic {
    double length_m = 0.0;
    double heading_rad = 0.0;  ///< at the first point, clockwise from north, 0..2π
};
Geodesic geodesic_between(GeoPoint from, GeoPoint to);

/// Distance of each point from the first one along the line, in metres; as many as points.
std::vector<double> chainages_along(std::span<const GeoPoint> points);

}  // namespace gineste
