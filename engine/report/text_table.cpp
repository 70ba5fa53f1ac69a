// SPDX-License-Identifier: Apache-2.0
#include "report/text_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <utility>

#include "core/contract.hpp"

namespace gineste {
namespace {

struct Symbol {
    char32_t code = 0;
    std::size_t bytes = 1;
};

// One code point; a byte that is not UTF-8 stands for itself.
Symbol first_symbol(std::string_view utf8) {
    const auto lead = static_cast<unsigned char>(utf8.front());
    std::size_t bytes = 1;
    if (lead >= 0xF0U) {
        bytes = 4;
    } else if (lead >= 0xE0U) {
        bytes = 3;
    } else if (lead >= 0xC0U) {
        bytes = 2;
    }
    if (bytes == 1 || bytes > utf8.size()) return {lead, 1};
    char32_t code = lead & (0xFFU >> (bytes + 1));
    for (std::size_t k = 1; k < bytes; ++k) {
        const auto next = static_cast<unsigned char>(utf8[k]);
        if ((next & 0xC0U) != 0x80U) return {lead, 1};
        code = code << 6U | (next & 0x3FU);
    }
    return {code, bytes};
}

// Enough of Unicode's East Asian Width (UAX 11) and combining marks for names of places.
std::size_t columns_of(char32_t code) {
    using Range = std::pair<char32_t, char32_t>;
    static constexpr std::array<Range, 5> kNone{Range{0x300, 0x36F},
                                                {0x200B, 0x200F},
                                                {0x1AB0, 0x1AFF},
                                                {0x20D0, 0x20FF},
                                                {0xFE00, 0xFE0F}};
    static constexpr std::array<Range, 6> kTwo{Range{0x1100, 0x115F}, {0x2E80, 0xA4CF},
                                               {0xAC00, 0xD7A3},      {0xF900, 0xFAFF},
                                               {0xFF00, 0xFF60},      {0x1F300, 0x1FAFF}};
    const auto within = [code](const Range& r) { return code >= r.first && code <= r.second; };
    if (code < 0x20 || std::any_of(kNone.begin(), kNone.end(), within)) return 0;
    return std::any_of(kTwo.begin(), kTwo.end(), within) ? 2 : 1;
}

std::string padded(const std::string& text, std::size_t columns, Align align) {
    const std::size_t width = display_width(text);
    const std::string blanks(columns > width ? columns - width : 0, ' ');
    return align == Align::left ? text + blanks : blanks + text;
}

}  // namespace

std::size_t display_width(std::string_view utf8) {
    std::size_t width = 0;
    while (!utf8.empty()) {
        const Symbol symbol = first_symbol(utf8);
        width += columns_of(symbol.code);
        utf8.remove_prefix(symbol.bytes);
    }
    return width;
}

std::string fitted(std::string_view utf8, std::size_t columns) {
    std::string clean;  // control characters of a user's file would move the cursor
    std::string short_text;
    std::size_t width = 0;
    while (!utf8.empty()) {
        const Symbol symbol = first_symbol(utf8);
        const std::string_view bytes = utf8.substr(0, symbol.bytes);
        utf8.remove_prefix(symbol.bytes);
        if (symbol.code < 0x20 || symbol.code == 0x7F) continue;
        width += columns_of(symbol.code);
        clean += bytes;
        if (width < columns) short_text = clean;
    }
    return width <= columns ? clean : short_text + "…";
}

void TextTable::add_row(std::vector<std::string> cells) {
    EXPECT(cells.size() == columns_.size());
    for (std::size_t k = 0; k < cells.size(); ++k) {
        const std::size_t most = columns_[k].most_columns;
        cells[k] = fitted(cells[k], most > 0 ? most : SIZE_MAX);
    }
    rows_.push_back(std::move(cells));
}

std::string TextTable::text(std::size_t indent) const {
    std::vector<std::vector<std::string>> lines(2);
    for (const Column& column : columns_) {
        lines[0].push_back(column.heading);
        lines[1].push_back(column.unit);
    }
    lines.insert(lines.end(), rows_.begin(), rows_.end());

    std::string text;
    for (const auto& cells : lines) {
        std::string line(indent, ' ');
        for (std::size_t k = 0; k < columns_.size(); ++k) {
            std::size_t width = 0;
            for (const auto& other : lines) width = std::max(width, display_width(other[k]));
            line += (k > 0 ? "  " : "") + padded(cells[k], width, columns_[k].align);
        }
        line.erase(line.find_last_not_of(' ') + 1);
        text += line + "\n";
    }
    return text;
}

std::string grouped(std::size_t count) {
    std::string digits = std::to_string(count);
    for (std::size_t place = digits.size(); place > 3;) {
        place -= 3;
        digits.insert(place, ",");
    }
    return digits;
}

std::string number_or_dash(double value, int decimals) {
    return std::isfinite(value) ? fmt::format("{:.{}f}", value, decimals) : "–";
}

std::string or_dash(const std::string& text) { return text.empty() ? "–" : text; }

}  // namespace gineste
