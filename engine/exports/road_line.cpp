// SPDX-License-Identifier: Apache-2.0
#include "exports/road_line.hpp"

#include <algorithm>
#include <cmath>

#include "core/contract.hpp"

namespace gineste {

RoadLine::RoadLine(const Record& record)
    : profile_(record.profile), length_m_(record.course_length_m) {}

RoadPoint RoadLine::at(double chainage_m) const {
    EXPECT(is_on_earth());
    const double last = static_cast<double>(profile_.lon_deg.size() - 1);
    const double at = std::clamp(chainage_m / profile_.spacing_m, 0.0, last);
    const auto k = static_cast<std::size_t>(at);
    const std::size_t next = std::min(k + 1, profile_.lon_deg.size() - 1);
    const auto between = [&](const auto& values) {
        const double from = static_cast<double>(values[k]);
        return from + (at - std::floor(at)) * (static_cast<double>(values[next]) - from);
    };
    return {between(profile_.lon_deg), between(profile_.lat_deg), between(profile_.elevation_m)};
}

std::vector<RoadPoint> RoadLine::between(double from_m, double to_m) const {
    const double spacing_m = profile_.spacing_m;
    std::vector<RoadPoint> points{at(from_m)};
    for (double k = std::floor(from_m / spacing_m) + 1.0; k * spacing_m < to_m; k += 1.0) {
        points.push_back(at(k * spacing_m));
    }
    points.push_back(at(to_m));
    return points;
}

}  // namespace gineste
