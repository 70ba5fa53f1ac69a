// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <vector>

#include "field/entrants.hpp"
#include "field/field.hpp"
#include "scenario/scenario.hpp"

namespace gineste {

/// Fills `line_due_s`: from start offsets where entrants have them, else over the `window` of their
/// wave, else by `start.release` in the order of the pens; leaves it empty where the scenario has
/// none of them. Who has no offset among those
/// who have goes by the release, or by its defaults where it is absent.
void open_line(const Scenario& scenario, const std::vector<Entrant>& entrants, Field& field);

}  // namespace gineste
