// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <vector>

#include "scenario/scenario.hpp"
#include "services/service_record.hpp"

namespace gineste {

/// What the services of a scenario bear when runners cross the line at these times.
/// @param finish_s by runner, seconds after the first gun; NaN: does not finish
/// @return `away_s` by runner; an empty record where the scenario has no services
ServicesRecord serve_after_line(const Scenario& scenario, const std::vector<double>& finish_s);

/// A time of day on the day of the race, in seconds after the first gun.
double race_time_s(const Scenario& scenario, double clock_s);

}  // namespace gineste
