// SPDX-License-Identifier: Apache-2.0
#include "course/profile_marks.hpp"

#include <algorithm>
#include <cmath>

#include "core/contract.hpp"

namespace gineste {
namespace {

constexpr double kLook_m = 5.0;         // between two looks at the profile: its samples
constexpr double kNameReach_m = 300.0;  // a surveyed height names the summit this near

}  // namespace

std::vector<double> steps_along(const Course& course, double step_m) {
    EXPECT(step_m > 0.0);
    std::vector<double> at_m;
    for (int k = 0; k * step_m < course.length_m() - 1e-6; ++k) at_m.push_back(k * step_m);
    at_m.push_back(course.length_m());
    return at_m;
}

Summit highest_point(const Course& course) {
    Summit summit{0.0, course.elevation_m(0.0), ""};
    for (const double s : steps_along(course, kLook_m)) {
        if (course.elevation_m(s) > summit.elevation_m) summit = {s, course.elevation_m(s), ""};
    }
    for (const PinnedHeight& pin : course.notes().pins) {
        if (std::abs(pin.at_m - summit.at_m) <= kNameReach_m && !pin.name.empty()) {
            summit.name = pin.name;
        }
    }
    return summit;
}

std::string section_letter(std::size_t index) {
    std::string letters(1, static_cast<char>('a' + index % 26));
    return index < 26 ? letters : section_letter(index / 26 - 1) + letters;
}

double steepest_grade(const Course& course, double from_m, double to_m) {
    double steepest = 0.0;
    for (double s = from_m; s <= to_m; s += kLook_m) {
        if (std::abs(course.grade(s)) > std::abs(steepest)) steepest = course.grade(s);
    }
    return steepest;
}

double nice_step(double least) {
    EXPECT(least > 0.0);
    const double power = std::pow(10.0, std::floor(std::log10(least)));
    for (const double digit : {1.0, 2.0, 5.0}) {
        if (digit * power >= least * (1.0 - 1e-9)) return digit * power;
    }
    return 10.0 * power;
}

}  // namespace gineste
