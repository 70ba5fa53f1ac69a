// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gineste {

// How the races of a sweep lie on the disk: a line of text for each, with a checksum at its end
// that also says which study it belongs to. A line that was cut off or damaged is no row.

/// One race of a sweep.
struct SweepRow {
    std::size_t row = 0;  ///< point · seeds + seed
    std::uint64_t state_hash = 0;
    std::vector<double> values;  ///< of the measures, in the study's order; NaN: did not happen

    bool operator<(const SweepRow& other) const { return row < other.row; }
};

/// Two rows are the same when all their bytes are; NaN is as good as NaN.
bool are_same(const SweepRow& one, const SweepRow& other);

/// The line of a row, its end included.
std::string row_line(const SweepRow& row, std::string_view study);
/// The row of a line without its end, none where anything about it is wrong.
std::optional<SweepRow> parse_row_line(std::string_view line, std::string_view study,
                                       std::size_t measures);

/// The first line of a file of rows.
std::string head_line(std::string_view study);

/// What could be read of a file of rows.
struct RowsFile {
    enum class Kind {
        rows,     ///< of this study
        foreign,  ///< of another one, or no file of rows at all
    };
    Kind kind = Kind::rows;
    std::vector<SweepRow> rows;  ///< in the order of the file
    std::size_t damaged = 0;     ///< lines that are no rows
    bool cut_off = false;        ///< the last line has no end: its writer was stopped
};
/// @throws MissingInput where the file cannot be read
RowsFile read_rows(const std::filesystem::path& file, std::string_view study, std::size_t measures);

}  // namespace gineste
