// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <filesystem>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/error.hpp"

namespace gineste {

/// One cell, and the place it came from.
struct CsvCell {
    std::string text;  ///< without quotes and without spaces around it
    int line = 0;      ///< of the file, from 1
    int column = 0;    ///< in characters, from 1
};

/// A table of text read from a CSV file (RFC 4180): one row of headings, then rows of as many
/// cells. The separator is `,` `;` or tab, whichever the headings use; a UTF-8 byte-order mark, a
/// `sep=;` line as Excel writes it, CRLF and blank lines are understood.
class CsvTable {
  public:
    const std::string& file() const { return file_; }
    char separator() const { return separator_; }
    std::size_t rows() const { return rows_.size(); }
    const std::vector<std::string>& headings() const { return headings_; }

    /// The first of these headings that the table has; case, accents, spaces and punctuation do
    /// not count, so "Temps visé" is found as "temps_vise".
    std::optional<std::size_t> column(std::initializer_list<std::string_view> names) const;

    const CsvCell& cell(std::size_t row, std::size_t column) const { return rows_[row][column]; }
    const std::string& text(std::size_t row, std::size_t column) const {
        return cell(row, column).text;
    }

    /// A finite decimal number, with a decimal comma too where the separator is not a comma.
    std::optional<double> number(std::size_t row, std::size_t column) const;

    /// A problem that stands at this cell. It shows no more of the table than the reader's words:
    /// other cells of a row may be somebody's name, address and date of birth.
    Problem problem_at(std::size_t row, std::size_t column, std::string problem, std::string why,
                       std::string suggestion) const;

  private:
    friend CsvTable parse_csv(std::string_view text, const std::string& file);

    std::string file_;
    char separator_ = ',';
    std::vector<std::string> headings_;
    std::vector<std::vector<CsvCell>> rows_;
};

/// @throws InputError for text that is not UTF-8, an open quote, rows of another length than the
/// headings, headings that are missing or stand twice
CsvTable parse_csv(std::string_view text, const std::string& file);

/// @throws MissingInput where the file cannot be read, InputError as parse_csv does
CsvTable read_csv(const std::filesystem::path& file);

/// The whole of a file. @throws MissingInput
std::string read_text_file(const std::filesystem::path& file);

/// The first of `names` that stands among the headings, as CsvTable::column matches them.
std::optional<std::size_t> find_heading(const std::vector<std::string>& headings,
                                        std::span<const std::string_view> names);

/// Lower case, without accents, spaces or punctuation: "Prénom " → "prenom".
std::string folded_heading(std::string_view heading);

/// A finite number written with digits, sign, point and exponent and nothing else.
std::optional<double> parse_number(std::string_view text);

}  // namespace gineste
