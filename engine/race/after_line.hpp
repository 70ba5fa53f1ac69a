// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "observers/record.hpp"
#include "scenario/scenario.hpp"

namespace gineste {

/// Fills in what follows from the race without touching it: the services after the line, the
/// medical cover and the roster of volunteers, each where the scenario asks for it.
void follow_after_line(const Scenario& scenario, Record& record);

}  // namespace gineste
