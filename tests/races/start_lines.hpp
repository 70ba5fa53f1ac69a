// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <filesystem>
#include <string>

#include "calibration/compare.hpp"
#include "results/results.hpp"
#include "scenario/scenario.hpp"

namespace gineste::test {

/// tests/races/<name>.yaml
Scenario race_scenario(const std::string& name);

/// Finishers over the start line of one race and year, from the table of counts every 10 s, spread
/// evenly within each; a runner belongs to the wave of the last gun.
Results start_crossings(const std::filesystem::path& table, const std::string& race,
                        const std::string& year, const Scenario& scenario);

/// Who stood in each wave, taken from the results, as `waves.entrants`.
void set_entrants(const Results& results, Scenario& scenario);

/// The race with its k-th seed, as far as the last start.
Results starts_of_race(Scenario scenario, int k);

/// The share of all waves together over the line, every 10 s from the first gun.
Agreement whole_start(const Results& observed, const std::vector<Results>& runs);

}  // namespace gineste::test
