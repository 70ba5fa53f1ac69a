// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <variant>
#include <vector>

#include "report/page.hpp"

namespace gineste {

/// The same in each language of the report.
struct Words {
    const char* english = "";
    const char* french = "";
    const char* in(Language language) const {
        return language == Language::french ? french : english;
    }
};

/// How a column's cells are shown. Numbers are kept in the unit of the Record; km, share, clock and
/// duration say what a spreadsheet makes of them.
enum class Format {
    text,
    plain,     ///< as it comes
    count,     ///< 12,345
    tenth,     ///< one decimal
    fine,      ///< three decimals
    km,        ///< metres, shown as kilometres
    share,     ///< of 1, shown in per cent
    clock,     ///< seconds after the first gun, kept as local date and time
    duration,  ///< seconds, shown as h:mm:ss
};

struct Column {
    std::string heading;
    Format format = Format::text;
};

/// Text or number; NaN leaves the cell empty.
using Value = std::variant<std::string, double>;

/// A table of a workbook: a heading row and rows as long as it.
struct Worksheet {
    std::string name;  ///< at most 31 characters, none of []:*?/\ and of its own in the workbook
    std::vector<Column> columns;
    std::vector<std::vector<Value>> rows;
};

}  // namespace gineste
