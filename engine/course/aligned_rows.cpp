// SPDX-License-Identifier: Apache-2.0
#include "course/aligned_rows.hpp"

#include <algorithm>
#include <cstddef>

#include "core/contract.hpp"
#include "core/text.hpp"

namespace gineste {

std::string aligned_rows(const std::vector<std::vector<std::string>>& rows,
                         std::string_view layout) {
    std::vector<std::size_t> widths(layout.size(), 0);
    for (const auto& row : rows) {
        EXPECT(row.size() <= layout.size());
        for (std::size_t k = 0; k < row.size(); ++k) {
            widths[k] = std::max(widths[k], count_characters(row[k]));
        }
    }
    std::string text;
    for (const auto& row : rows) {
        std::string line;
        for (std::size_t k = 0; k < row.size(); ++k) {
            const std::string pad(widths[k] - count_characters(row[k]), ' ');
            line += "  " + (layout[k] == 'l' ? row[k] + pad : pad + row[k]);
        }
        text += line.substr(0, line.find_last_not_of(' ') + 1) + "\n";
    }
    return text;
}

}  // namespace gineste
