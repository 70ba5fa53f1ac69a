// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <vector>

#include "calibration/compare.hpp"
#include "course/course.hpp"
#include "scenario/scenario.hpp"

namespace gineste {

/// Runs a race to its end; what a timer with mats at these marks would have seen of it.
Results timed_race(const Scenario& scenario, const Course& course,
                   const std::vector<double>& marks_m, int threads);

}  // namespace gineste
