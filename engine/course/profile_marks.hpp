// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include "course/course.hpp"

namespace gineste {

/// The highest point of a course and what it is called.
struct Summit {
    double at_m = 0.0;
    double elevation_m = 0.0;
    std::string name;  ///< of the surveyed height within 300 m, else empty
};
Summit highest_point(const Course& course);

/// 0, step, 2·step ... and the end: where a profile is written down.
std::vector<double> steps_along(const Course& course, double step_m);

/// a, b ... z, aa, ab ...: how the plot and the table call the section of this index.
std::string section_letter(std::size_t index);

/// The steepest grade between two chainages, with its sign.
double steepest_grade(const Course& course, double from_m, double to_m);

/// The least number of the series 1, 2, 5, 10, 20 ... × 10ⁿ that is at least `least` > 0.
double nice_step(double least);

}  // namespace gineste
