// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

#include "observers/record.hpp"
#include "report/findings.hpp"

namespace gineste {

/// waves.csv: one row per wave, in the order of the scenario.
std::string waves_csv(const Record& record, const Findings& findings);

}  // namespace gineste
