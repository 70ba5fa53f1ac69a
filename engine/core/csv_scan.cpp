// SPDX-License-Identifier: Apache-2.0
#include "core/csv_scan.hpp"

#include <algorithm>
#include <utility>

namespace gineste {
namespace {

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

// The separator that the headings use most, outside quotes.
char detect_separator(std::string_view text) {
    constexpr std::string_view candidates = ",;\t";
    std::size_t counts[3] = {0, 0, 0};
    bool quoted = false;
    for (const char c : text) {
        if (c == '"') quoted = !quoted;
        if (quoted) continue;
        if (c == '\n') break;
        const std::size_t k = candidates.find(c);
        if (k != std::string_view::npos) ++counts[k];
    }
    return candidates[static_cast<std::size_t>(std::max_element(counts, counts + 3) - counts)];
}

class Scanner {
  public:
    Scanner(std::string_view text, const std::string& file) : text_(text), file_(file) {}

    CsvCells scan() {
        cells_.separator = declared_separator();
        if (cells_.separator == '\0') cells_.separator = detect_separator(text_.substr(at_));
        while (at_ < text_.size()) scan_row();
        return std::move(cells_);
    }

  private:
    // Excel writes and reads a first line "sep=;".
    char declared_separator() {
        if (!text_.starts_with("sep=") || text_.size() < 5) return '\0';
        const char separator = text_[4];
        const std::size_t end = text_.find('\n');
        at_ = end == std::string_view::npos ? text_.size() : end + 1;
        line_ = 2;
        return separator;
    }

    void scan_row() {
        std::vector<CsvCell> row;
        column_ = 1;
        do {
            row.push_back(scan_cell());
        } while (take(cells_.separator));
        take('\r');
        if (take('\n')) ++line_;
        const bool is_blank = std::all_of(row.begin(), row.end(),
                                          [](const CsvCell& cell) { return cell.text.empty(); });
        if (!is_blank) cells_.rows.push_back(std::move(row));
    }

    CsvCell scan_cell() {
        while (at_ < text_.size() && text_[at_] == ' ') advance();
        CsvCell cell{"", line_, column_};
        if (at_ < text_.size() && text_[at_] == '"') {
            cell.text = scan_quoted(cell);
        } else {
            while (!at_cell_end()) cell.text += advance();
            cell.text.erase(cell.text.find_last_not_of(" \t") + 1);
        }
        return cell;
    }

    std::string scan_quoted(const CsvCell& cell) {
        std::string text;
        advance();
        for (;;) {
            if (at_ == text_.size()) {
                fail(cell, "a quoted cell is not closed", "the file ends inside it",
                     "Close the quote; write \"\" for a quote inside a cell.");
            }
            const char c = advance();
            if (c == '\n') {
                ++line_;
                column_ = 1;
            }
            if (c != '"') {
                text += c;
            } else if (!take('"')) {
                break;
            } else {
                text += '"';
            }
        }
        while (at_ < text_.size() && text_[at_] == ' ') advance();
        if (!at_cell_end()) {
            fail(cell, "text stands after a closing quote", "the cell ends with its quote",
                 "Write \"\" for a quote inside a cell.");
        }
        return text;
    }

    bool at_cell_end() const {
        if (at_ == text_.size()) return true;
        const char c = text_[at_];
        const bool is_crlf = c == '\r' && (at_ + 1 == text_.size() || text_[at_ + 1] == '\n');
        return c == cells_.separator || c == '\n' || is_crlf;
    }

    char advance() {
        const char c = text_[at_++];
        if (!is_continuation(c)) ++column_;
        return c;
    }

    bool take(char wanted) {
        if (at_ == text_.size() || text_[at_] != wanted) return false;
        advance();
        return true;
    }

    [[noreturn]] void fail(const CsvCell& cell, const char* problem, const char* why,
                           const char* suggestion) const {
        throw InputError(Problem{{file_, cell.line, cell.column}, problem, why, suggestion, ""});
    }

    std::string_view text_;
    const std::string& file_;
    std::size_t at_ = 0;
    int line_ = 1;
    int column_ = 1;
    CsvCells cells_;
};

}  // namespace

CsvCells scan_csv(std::string_view text, const std::string& file) {
    return Scanner(text, file).scan();
}

}  // namespace gineste
