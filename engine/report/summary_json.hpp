// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>

#include "observers/record.hpp"
#include "report/findings.hpp"

namespace gineste {

/// summary.json: the findings for programs, indented, keys in a fixed order, null for NaN. Nothing
/// in it depends on the machine: how long the computation took is told by timing_json.hpp.
std::string summary_json(const Record& record, const Findings& findings, std::string_view version);

/// The JSON Schema (draft 2020-12) that every summary.json keeps to.
std::string_view summary_schema();

}  // namespace gineste
