// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "scenario/scenario.hpp"

namespace gineste {

/// Whether a scenario, read from what a search wrote, is the plan that was meant: line, waves with
/// their order and guns to half a second, stations.
bool is_same_plan(const Scenario& read, const Scenario& plan);

}  // namespace gineste
