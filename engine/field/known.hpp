// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <vector>

#include "course/course.hpp"
#include "field/entrants.hpp"
#include "field/field.hpp"
#include "field/ideal_times.hpp"

namespace gineste {

// What is known of some of the field beyond its distributions, in the order in which it applies.

/// Gives the named runners the last places among the entrants, or places after those of a file:
/// wave, sex and bib are theirs. Returns who they are, in the order of Scenario::named.
std::vector<RunnerId> add_named(const Scenario& scenario, std::vector<Entrant>& entrants);

/// Those who go together take the pace, and the prediction, of the slowest of them.
void join_parties(const Scenario& scenario, Field& field);

/// Slows the share of each group. `times`: undisturbed times in normal weather.
void slow_groups(const Scenario& scenario, const IdealTimes& times, Field& field);

/// Gives the named runners their pace: even effort, hills as everybody's, there from line to line.
void set_named(const Scenario& scenario, const Course& course, const IdealTimes& times,
               Field& field);

}  // namespace gineste
