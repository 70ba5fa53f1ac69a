// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "core/csv.hpp"

namespace gineste {

/// A table as it stands in a file, headings apart. Rows may be of any length: whoever reads it
/// counts those that are broken.
struct Sheet {
    std::string file;
    bool typed = false;  ///< from a spreadsheet: a bare number may be a time, as a part of a day
    std::vector<std::string> headings;
    std::vector<std::vector<CsvCell>> rows;
};

/// Reads a CSV (as core/csv does) or, by its name, the first sheet of an XLSX that has rows.
/// @throws InputError for what is no table, MissingInput
Sheet read_sheet(const std::filesystem::path& file);

/// The XLSX part of it, through GDAL. @throws as read_sheet
Sheet read_xlsx(const std::filesystem::path& file);

}  // namespace gineste
