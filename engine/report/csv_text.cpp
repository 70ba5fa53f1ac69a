// SPDX-License-Identifier: Apache-2.0
#include "report/csv_text.hpp"

#include <array>
#include <charconv>
#include <cmath>

#include "core/text.hpp"

namespace gineste {
namespace {

bool looks_like_formula(std::string_view field) {
    return !field.empty() && std::string_view("=+-@\t\r\n").find(field.front()) != field.npos;
}

std::string quoted_field(std::string_view field) {
    std::string result = "\"";
    for (const char c : field) {
        if (c == '"') result += '"';
        result += c;
    }
    return result + "\"";
}

}  // namespace

void CsvText::begin_field() {
    if (row_begun_) text_ += ',';
    row_begun_ = true;
}

CsvText& CsvText::text(std::string_view field) {
    begin_field();
    std::string safe(field);
    if (looks_like_formula(field)) safe.insert(safe.begin(), '\'');
    text_ += safe.find_first_of(",\"\r\n") == safe.npos ? safe : quoted_field(safe);
    return *this;
}

CsvText& CsvText::number(double value) {
    begin_field();
    if (std::isfinite(value)) text_ += number_text(value);
    return *this;
}

CsvText& CsvText::fixed(double value, int decimals) {
    begin_field();
    if (!std::isfinite(value)) return *this;
    std::array<char, 350> digits{};  // the largest double has 309 digits before the point
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value,
                                   std::chars_format::fixed, decimals)
                         .ptr;
    text_.append(digits.data(), end);
    return *this;
}

CsvText& CsvText::count(std::uint64_t value) {
    begin_field();
    text_ += std::to_string(value);
    return *this;
}

void CsvText::end_row() {
    text_ += "\r\n";
    row_begun_ = false;
}

}  // namespace gineste
