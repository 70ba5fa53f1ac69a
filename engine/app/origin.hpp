// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "app/input_hash.hpp"
#include "app/requests.hpp"
#include "observers/record.hpp"

namespace gineste {

/// What manifest.json says of where the files are from: program and version, the command that gives
/// them again, scenario, seeds, and every input with its SHA-256. The command leaves out what no
/// file depends on (folders, threads, what is printed).
nlohmann::ordered_json origin_of_run(const RunRequest& request, const Scenario& scenario,
                                     const Record& record, const Inputs& inputs);

/// The same of a day; `races` in its order.
nlohmann::ordered_json origin_of_day(const DayRequest& request, const std::string& name,
                                     const std::vector<Record>& races, const Inputs& inputs);

}  // namespace gineste
