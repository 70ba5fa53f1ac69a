// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "core/csv.hpp"

namespace gineste {

/// The cells of a CSV text, headings first; blank lines are left out.
struct CsvCells {
    char separator = ',';
    std::vector<std::vector<CsvCell>> rows;
};

/// Cuts text into cells (RFC 4180). @throws InputError for a quote that is not closed or text
/// after a closing quote
CsvCells scan_csv(std::string_view text, const std::string& file);

}  // namespace gineste
