// SPDX-License-Identifier: Apache-2.0
#include "course/geodesy.hpp"

#include <geodesic.h>

#include <cstddef>
#include <numbers>

namespace gineste {
namespace {

constexpr double kFlattening = 1.0 / 298.257223563;

}  // namespace

Geodesic geodesic_between(GeoPoint from, GeoPoint to) {
    geod_geodesic ellipsoid;
    geod_init(&ellipsoid, kSemiMajorAxis_m, kFlattening);
    double length_m = 0.0;
    double azimuth_deg = 0.0;
    geod_inverse(&ellipsoid, from.lat_deg, from.lon_deg, to.lat_deg, to.lon_deg, &length_m,
                 &azimuth_deg, nullptr);
    const double heading_rad = azimuth_deg * std::numbers::pi / 180.0;
    return {length_m, heading_rad < 0.0 ? heading_rad + 2.0 * std::numbers::pi : heading_rad};
}

std::vector<double> chainages_along(std::span<const GeoPoint> points) {
    std::vector<double> chainage_m(points.size(), 0.0);
    for (std::size_t k = 1; k < points.size(); ++k) {
        chainage_m[k] = chainage_m[k - 1] + geodesic_between(points[k - 1], points[k]).length_m;
    }
    return chainage_m;
}

}  // namespace gineste
