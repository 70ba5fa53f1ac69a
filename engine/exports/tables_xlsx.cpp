// SPDX-License-Identifier: Apache-2.0
#include "exports/tables_xlsx.hpp"

#include <utility>

#include "exports/sheets.hpp"
#include "exports/workbook.hpp"

namespace gineste {

std::string tables_xlsx(const Record& record, const Findings& findings, std::string_view version,
                        Language language) {
    std::vector<Worksheet> sheets{summary_sheet(record, findings, version, language)};
    for (auto part :
         {race_sheets(record, findings, language), station_sheets(record, findings, language),
          after_line_sheets(record, findings, language)}) {
        for (Worksheet& sheet : part) sheets.push_back(std::move(sheet));
    }
    return workbook_xlsx(sheets, record.scenario, LocalClock(record));
}

}  // namespace gineste
