// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "exports/worksheet.hpp"
#include "observers/record.hpp"
#include "report/findings.hpp"

namespace gineste {

/// A column of a sheet whose rows are made of `Row`s: what stands over it and what it says of one.
template <class Row>
struct ColumnOf {
    Words heading;
    Format format = Format::text;
    std::function<Value(const Row&)> value;
};

/// A sheet with a row for each of `rows`.
template <class Row>
Worksheet sheet_of(Words name, const std::vector<ColumnOf<Row>>& columns,
                   const std::vector<Row>& rows, Language language) {
    Worksheet sheet{name.in(language), {}, {}};
    for (const auto& column : columns) {
        sheet.columns.push_back({column.heading.in(language), column.format});
    }
    for (const Row& row : rows) {
        std::vector<Value>& values = sheet.rows.emplace_back();
        for (const auto& column : columns) values.push_back(column.value(row));
    }
    return sheet;
}

/// A count as a cell.
template <class Count>
double number(Count count) {
    return static_cast<double>(count);
}

/// A word of the engine's own, such as a likely cause, in the language; any other text as it is.
std::string engine_word(std::string_view word, Language language);

// The sheets of tables.xlsx. What a scenario does not ask for gives no sheet.

Worksheet summary_sheet(const Record& record, const Findings& findings, std::string_view version,
                        Language language);
/// Waves, crowded places, peaks by segment, runners by kilometre, roads, finish, road timetable.
std::vector<Worksheet> race_sheets(const Record& record, const Findings& findings,
                                   Language language);
/// Stations, their load, arrivals by wave and stock.
std::vector<Worksheet> station_sheets(const Record& record, const Findings& findings,
                                      Language language);
/// Services, their load, coaches, medical cover, roster.
std::vector<Worksheet> after_line_sheets(const Record& record, const Findings& findings,
                                         Language language);

}  // namespace gineste
