// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>
#include <utility>

#include "core/contract.hpp"
#include "course/course.hpp"
#include "course/road_piece.hpp"

namespace gineste {

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
        legs.push_back(
            leg_between(whole, ends[k - 1], ends[k], whole.name + " " + std::to_string(k)));
    }
    return Course(std::move(legs), std::move(route), course.sections(), course.notes());
}

}  // namespace gineste
