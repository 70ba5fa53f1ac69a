// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <vector>

#include "exports/worksheet.hpp"
#include "report/local_clock.hpp"

namespace gineste {

/// A local time as spreadsheets count: days since 30 December 1899; NaN for NaN.
double spreadsheet_day(const LocalClock& clock, double time_s);

/// A workbook, Office Open XML (ECMA-376), as bytes: typed cells, the heading row frozen and
/// repeated in print. Text is never a formula, whatever it begins with. Equal sheets give equal
/// bytes; the workbook was created, it says, at the first gun.
std::string workbook_xlsx(const std::vector<Worksheet>& sheets, const std::string& title,
                          const LocalClock& clock);

}  // namespace gineste
