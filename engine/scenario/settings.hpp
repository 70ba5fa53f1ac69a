// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "scenario/problem_list.hpp"
#include "scenario/scenario.hpp"
#include "scenario/yaml_tree.hpp"

namespace gineste {

/// One key of a scenario and the text that is to stand there.
struct ScenarioSetting {
    std::string key;  ///< dotted, "waves[2].gun"; "stations[*].tables" for all items
    std::string text;
};

/// As load_scenario, each setting in place of what the file and those it extends say there, or
/// beside it where they say nothing. Paths start from the folder of `file`. @throws InputError,
/// MissingInput
Scenario load_scenario_with(const std::filesystem::path& file,
                            const std::vector<ScenarioSetting>& settings,
                            const ScenarioOverrides& overrides = {});

/// The same in the tree. Whether a key and its value are good is for the decoder to say; that an
/// item is not there, for us.
void apply_settings(YamlNode& scenario, const std::vector<ScenarioSetting>& settings,
                    ProblemList& problems);

}  // namespace gineste
