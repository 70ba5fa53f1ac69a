// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>
#include <utility>

#include "core/contract.hpp"
#include "course/course.hpp"

namespace gineste {
namespace {

using Samples = std::vector<double>;

Samples slice(const Samples& values, std::size_t first, std::size_t last) {
    return {values.begin() + static_cast<std::ptrdiff_t>(first),
            values.begin() + static_cast<std::ptrdiff_t>(last) + 1};
}

Leg piece(const Leg& leg, std::size_t first, std::size_t last, std::size_t number) {
    const double begin_m = static_cast<double>(first) * leg.spacing_m;
    const bool is_end = last + 1 == leg.elevation_m.size();
    const double end_m = is_end ? leg.length_m : static_cast<double>(last) * leg.spacing_m;
    return {leg.name + " " + std::to_string(number),  //
            end_m - begin_m,
            leg.spacing_m,
            slice(leg.elevation_m, first, last),
            slice(leg.grade, first, last),
            slice(leg.width_m, first, last),
            slice(leg.heading_rad, first, last),
            slice(leg.lon_deg, first, last),
            slice(leg.lat_deg, first, last)};
}

}  // namespace

Course cut_course(const Course& course, const std::vector<double>& at_m) {
    EXPECT(course.legs().size() == 1 && course.route().size() == 1);
    const Leg& whole = course.legs().front();
    const std::size_t last = whole.elevation_m.size() - 1;
    std::vector<std::size_t> ends{0, last};
    for (const double cut_m : at_m) {
        EXPECT(cut_m > 0.0 && cut_m < course.length_m());
        const auto nearest = static_cast<std::size_t>(std::lround(cut_m / whole.spacing_m));
        ends.push_back(std::min(nearest, last));
    }
    std::sort(ends.begin(), ends.end());
    ends.erase(std::unique(ends.begin(), ends.end()), ends.end());
    std::vector<Leg> legs;
    std::vector<LegId> route;
    for (std::size_t k = 1; k < ends.size(); ++k) {
        route.emplace_back(legs.size());
        legs.push_back(piece(whole, ends[k - 1], ends[k], k));
    }
    return Course(std::move(legs), std::move(route), course.sections(), course.notes());
}

}  // namespace gineste
