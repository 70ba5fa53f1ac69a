// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <nlohmann/json_fwd.hpp>

#include "report/findings.hpp"

namespace gineste {

/// Adds named runners, pursuit, road timetable, sweeper and vehicles to summary.json, each where
/// the scenario has it.
void add_known(nlohmann::ordered_json& summary, const Record& record, const Findings& findings);

}  // namespace gineste
