// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace gineste {

/// Builds comma-separated text after RFC 4180: CRLF, fields quoted where they must be, decimal
/// points, UTF-8 without a mark. NaN and infinity make an empty field.
class CsvText {
  public:
    /// A name from the user's files: where a spreadsheet would take it for a formula (= + - @ or a
    /// control character in front), an apostrophe is put before it.
    CsvText& text(std::string_view field);
    CsvText& number(double value);  ///< shortest text that reads back to the same number
    CsvText& fixed(double value, int decimals);
    CsvText& count(std::uint64_t value);
    void end_row();

    std::string take() { return std::move(text_); }

  private:
    void begin_field();
    std::string text_;
    bool row_begun_ = false;
};

}  // namespace gineste
