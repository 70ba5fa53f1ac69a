// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <vector>

#include "course/road_plan.hpp"

namespace gineste {

/// Surveys the course of each race and finds the roads that they have in common.
/// @throws InputError, MissingInput
RoadPlan matched_roads(const DaySpec& day, const std::vector<Scenario>& races);

}  // namespace gineste
