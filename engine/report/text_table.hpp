// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace gineste {

/// Columns that a text takes on a terminal: accents take none of their own, CJK takes two.
std::size_t display_width(std::string_view utf8);

/// The text cut to at most `columns`, the last of them an ellipsis where something was cut.
std::string fitted(std::string_view utf8, std::size_t columns);

enum class Align { left, right };

/// Rows of text in aligned columns, two spaces apart, no trailing blanks.
class TextTable {
  public:
    /// A heading of two lines, the second for the unit. What is wider than `most_columns` is cut;
    /// 0: never.
    struct Column {
        std::string heading;
        std::string unit;
        Align align = Align::right;
        std::size_t most_columns = 0;
    };
    explicit TextTable(std::vector<Column> columns) : columns_(std::move(columns)) {}

    void add_row(std::vector<std::string> cells);
    /// Headings and rows, each line ended and begun with `indent` blanks.
    std::string text(std::size_t indent) const;

  private:
    std::vector<Column> columns_;
    std::vector<std::vector<std::string>> rows_;
};

inline constexpr std::size_t kTextIndent = 2;    ///< of tables below their heading
inline constexpr std::size_t kNameColumns = 30;  ///< names of places, stations and services

/// "12,345"
std::string grouped(std::size_t count);
/// "12.3"; a dash for what is no number
std::string number_or_dash(double value, int decimals);
/// A dash for an empty text
std::string or_dash(const std::string& text);

}  // namespace gineste
