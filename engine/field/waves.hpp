// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <vector>

#include "field/entrants.hpp"
#include "field/field.hpp"
#include "scenario/scenario.hpp"

namespace gineste {

/// How many entrants the scenario asks for: field.entrants, or the sum over its waves.
int entrants_of_waves(const Scenario& scenario);

/// Gives every entrant a wave: the one named in the entrants' file, else waves are filled in their
/// order, each by predicted time or by lot. Mis-seeded runners trade places at random.
void assign_waves(const Scenario& scenario, const std::vector<Entrant>& entrants, Field& field);

/// Ranks those present in each pen from its front, as WaveSpec::order says.
void order_pens(const Scenario& scenario, Field& field);

/// Those present, by wave and from the front of each pen.
std::vector<std::vector<RunnerId>> pens_in_order(const Field& field, std::size_t waves);

}  // namespace gineste
