// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <nlohmann/json.hpp>
#include <string_view>

#include "observers/record.hpp"
#include "report/findings.hpp"

namespace gineste {

/// What summary.json holds, before it is text.
nlohmann::ordered_json summary_document(const Record& record, const Findings& findings,
                                        std::string_view version);

}  // namespace gineste
