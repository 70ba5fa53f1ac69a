// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <vector>

#include "field/field.hpp"
#include "field/ideal_times.hpp"

namespace gineste {

/// Undisturbed times over the course in normal weather, which is what predictions are meant for.
IdealTimes normal_times(const Scenario& scenario, const Course& course);

/// Share of the field that is faster by undisturbed time, of each entrant; ties by id.
std::vector<double> ranks(const Field& field);

/// Turns a field drawn for normal weather into that of the day: `weather_factor` by rank among all
/// entrants, and with it `flat_speed_mps` and `ideal_s`, wind included; `drift` by the day's
/// warmth. Predictions stay.
void meet_weather(const Scenario& scenario, const Course& course, Field& field);

}  // namespace gineste
