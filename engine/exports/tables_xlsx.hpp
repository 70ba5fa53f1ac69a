// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>

#include "observers/record.hpp"
#include "report/findings.hpp"
#include "report/page.hpp"

namespace gineste {

/// tables.xlsx, as bytes: every table of the report as a sheet, with headings in the language.
/// Every 100 m and minute is in results.nc and congestion.csv instead: no sheet for people.
std::string tables_xlsx(const Record& record, const Findings& findings, std::string_view version,
                        Language language);

}  // namespace gineste
