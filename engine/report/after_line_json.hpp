// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <nlohmann/json.hpp>

#include "observers/record.hpp"
#include "report/findings.hpp"

namespace gineste {

/// Adds `services`, `held_behind_line`, `medical` and `roster` to a summary, each only where the
/// scenario asks for it.
void add_after_line(nlohmann::ordered_json& summary, const Record& record,
                    const Findings& findings);

/// Simulated times carry no more than a millisecond; so do the means and shares made of them.
double rounded(double value);

}  // namespace gineste
