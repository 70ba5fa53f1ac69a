// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <vector>

namespace gineste {

/// A point of a GPX file, WGS 84. Points of a track have a place alone; what else is empty is left
/// out.
struct GpxPoint {
    double lon_deg = 0.0;
    double lat_deg = 0.0;
    double elevation_m = 0.0;
    std::string name = {};
    std::string type = {};
    std::string time = {};  ///< ISO 8601, UTC
    std::string description = {};
};

/// A GPX 1.1 file of waypoints and one track; no track where it has no points.
std::string gpx_text(const std::string& name, const std::vector<GpxPoint>& waypoints,
                     const std::vector<GpxPoint>& track);

}  // namespace gineste
