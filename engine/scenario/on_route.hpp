// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <filesystem>
#include <optional>

#include "scenario/scenario.hpp"

namespace gineste {

/// As load_scenario, of a race whose road is a route through the network of a day: a `course` of
/// the scenario is put aside. Places are held to the certified length, where there is one, and it
/// is `course.length_m`. A terrain model among the overrides is not for the scenario.
/// @throws InputError, MissingInput
Scenario load_scenario_on_route(const std::filesystem::path& file,
                                std::optional<double> certified_length_m,
                                const ScenarioOverrides& overrides);

}  // namespace gineste
