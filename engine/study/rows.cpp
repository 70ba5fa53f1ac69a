// SPDX-License-Identifier: Apache-2.0
#include "study/rows.hpp"

#include <charconv>
#include <cmath>
#include <fstream>
#include <iterator>
#include <limits>

#include "core/error.hpp"
#include "core/state_hash.hpp"
#include "core/text.hpp"

namespace gineste {
namespace {

constexpr std::size_t kHashDigits = 16;

std::string checksum(std::string_view text, std::string_view study) {
    StateHash hash;
    hash.add(std::span(study.data(), study.size()));
    hash.add(std::span(text.data(), text.size()));
    return hash_text(hash.value());
}

template <class T, class... Base>
bool parse_whole(std::string_view text, T& value, Base... base) {
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value, base...);
    return read.ec == std::errc() && read.ptr == text.data() + text.size();
}

std::vector<std::string_view> fields_of(std::string_view line) {
    std::vector<std::string_view> fields;
    while (true) {
        const std::size_t comma = line.find(',');
        fields.push_back(line.substr(0, comma));
        if (comma == std::string_view::npos) return fields;
        line.remove_prefix(comma + 1);
    }
}

}  // namespace

bool are_same(const SweepRow& one, const SweepRow& other) {
    return row_line(one, "") == row_line(other, "");
}

std::string row_line(const SweepRow& row, std::string_view study) {
    std::string text = std::to_string(row.row) + "," + hash_text(row.state_hash);
    for (const double value : row.values) {
        text += ",";
        if (!std::isnan(value)) text += number_text(value);
    }
    return text + "," + checksum(text, study) + "\n";
}

std::optional<SweepRow> parse_row_line(std::string_view line, std::string_view study,
                                       std::size_t measures) {
    if (line.size() < kHashDigits + 1) return std::nullopt;
    const std::string_view text = line.substr(0, line.size() - kHashDigits - 1);
    if (line[text.size()] != ',') return std::nullopt;
    if (line.substr(text.size() + 1) != checksum(text, study)) return std::nullopt;
    const std::vector<std::string_view> fields = fields_of(text);
    SweepRow row;
    if (fields.size() != measures + 2 || !parse_whole(fields[0], row.row) ||
        !parse_whole(fields[1], row.state_hash, 16)) {
        return std::nullopt;
    }
    for (std::size_t k = 2; k < fields.size(); ++k) {
        double value = std::numeric_limits<double>::quiet_NaN();
        if (!fields[k].empty() && !parse_whole(fields[k], value)) return std::nullopt;
        row.values.push_back(value);
    }
    return row;
}

std::string head_line(std::string_view study) {
    return "gineste-sweep 1 " + std::string(study) + "\n";
}

RowsFile read_rows(const std::filesystem::path& file, std::string_view study,
                   std::size_t measures) {
    std::ifstream stream(file, std::ios::binary);
    if (!stream) throw MissingInput(file, "cannot be opened");
    const std::string text{std::istreambuf_iterator<char>(stream),
                           std::istreambuf_iterator<char>()};
    if (stream.bad()) throw MissingInput(file, "cannot be read");
    RowsFile read;
    std::string_view rest = text;
    const std::string head = head_line(study);
    if (!rest.starts_with(head)) {
        // A writer stopped within its very first line has left nothing.
        const bool begun = head.starts_with(rest);
        read.kind = begun ? RowsFile::Kind::rows : RowsFile::Kind::foreign;
        read.cut_off = begun;
        return read;
    }
    rest.remove_prefix(head.size());
    while (!rest.empty()) {
        const std::size_t end = rest.find('\n');
        if (end == std::string_view::npos) {
            read.cut_off = true;
            break;
        }
        auto row = parse_row_line(rest.substr(0, end), study, measures);
        rest.remove_prefix(end + 1);
        if (row)
            read.rows.push_back(std::move(*row));
        else
            ++read.damaged;
    }
    return read;
}

}  // namespace gineste
