// SPDX-License-Identifier: Apache-2.0
#include "core/csv.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <fstream>
#include <iterator>
#include <system_error>
#include <utility>

#include "core/csv_scan.hpp"
#include "core/text.hpp"

namespace gineste {
namespace {

constexpr std::size_t kMostProblems = 20;  // of one file: nobody reads the thousandth

// The accented letters of French and its neighbours, as UTF-8 with the letter they stand for.
constexpr std::array<std::pair<std::string_view, std::string_view>, 60> kFolds{{
    {"à", "a"}, {"á", "a"},  {"â", "a"},  {"ã", "a"},  {"ä", "a"}, {"å", "a"}, {"æ", "ae"},
    {"ç", "c"}, {"è", "e"},  {"é", "e"},  {"ê", "e"},  {"ë", "e"}, {"ì", "i"}, {"í", "i"},
    {"î", "i"}, {"ï", "i"},  {"ñ", "n"},  {"ò", "o"},  {"ó", "o"}, {"ô", "o"}, {"õ", "o"},
    {"ö", "o"}, {"ø", "o"},  {"ù", "u"},  {"ú", "u"},  {"û", "u"}, {"ü", "u"}, {"ý", "y"},
    {"ÿ", "y"}, {"œ", "oe"}, {"À", "a"},  {"Á", "a"},  {"Â", "a"}, {"Ã", "a"}, {"Ä", "a"},
    {"Å", "a"}, {"Æ", "ae"}, {"Ç", "c"},  {"È", "e"},  {"É", "e"}, {"Ê", "e"}, {"Ë", "e"},
    {"Ì", "i"}, {"Í", "i"},  {"Î", "i"},  {"Ï", "i"},  {"Ñ", "n"}, {"Ò", "o"}, {"Ó", "o"},
    {"Ô", "o"}, {"Õ", "o"},  {"Ö", "o"},  {"Ø", "o"},  {"Ù", "u"}, {"Ú", "u"}, {"Û", "u"},
    {"Ü", "u"}, {"Ý", "y"},  {"Œ", "oe"}, {"ß", "ss"},
}};

std::string_view trimmed(std::string_view text) {
    const std::size_t first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

void require_text(std::string_view text, const std::string& file) {
    const std::optional<TextFault> fault = find_text_fault(text);
    if (!fault) return;
    const std::string_view before = text.substr(0, fault->offset);
    const auto line = 1 + std::count(before.begin(), before.end(), '\n');
    throw InputError(Problem{{file, static_cast<int>(line), 0},
                             "the table is no plain text: " + fault->what,
                             "letters with accents would be read wrongly",
                             "Save the table again as \"CSV UTF-8\".",
                             ""});
}

// Headings must tell columns apart; an unnamed column is nobody's mistake (Excel leaves them). They
// are named by number: where a table has none, what stands there is somebody's name or place.
void check_headings(const std::vector<CsvCell>& cells, const std::string& file,
                    std::vector<Problem>& problems) {
    for (std::size_t k = 0; k < cells.size(); ++k) {
        const std::string folded = folded_heading(cells[k].text);
        for (std::size_t before = 0; before < k && !folded.empty(); ++before) {
            if (folded_heading(cells[before].text) != folded) continue;
            problems.push_back({{file, cells[k].line, cells[k].column},
                                "columns " + std::to_string(before + 1) + " and " +
                                    std::to_string(k + 1) + " have one heading",
                                "nobody can tell which column is meant",
                                "Rename or remove one of them, or put headings there.",
                                ""});
        }
    }
}

// A row of entrants has names, addresses and dates of birth: it is named by its line and not shown.
void check_row_lengths(const std::vector<std::vector<CsvCell>>& rows, const std::string& file,
                       std::vector<Problem>& problems) {
    for (std::size_t row = 1; row < rows.size() && problems.size() < kMostProblems; ++row) {
        if (rows[row].size() == rows[0].size()) continue;
        const int line = rows[row].front().line;
        problems.push_back({{file, line, 0},
                            std::to_string(rows[row].size()) + " cells under " +
                                std::to_string(rows[0].size()) + " headings",
                            "every row needs as many cells as there are headings",
                            "Quote a cell that holds the separator, or fill the row up.",
                            ""});
    }
}

}  // namespace

std::string folded_heading(std::string_view heading) {
    std::string folded;
    while (!heading.empty()) {
        const auto fold = std::find_if(kFolds.begin(), kFolds.end(), [&](const auto& pair) {
            return heading.starts_with(pair.first);
        });
        if (fold != kFolds.end()) {
            folded += fold->second;
            heading.remove_prefix(fold->first.size());
            continue;
        }
        const char c = heading.front();
        if (c >= 'A' && c <= 'Z') folded += static_cast<char>(c - 'A' + 'a');
        if ((c >= 'a' && c <= 'z') || is_digit(c)) folded += c;
        heading.remove_prefix(1);
    }
    return folded;
}

std::optional<double> parse_number(std::string_view text) {
    if (text.starts_with('+')) text.remove_prefix(1);
    double value = 0.0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || !std::isfinite(value)) {
        return std::nullopt;
    }
    return value;
}

std::optional<std::size_t> find_heading(const std::vector<std::string>& headings,
                                        std::span<const std::string_view> names) {
    for (const std::string_view name : names) {
        const std::string wanted = folded_heading(name);
        for (std::size_t k = 0; k < headings.size(); ++k) {
            if (folded_heading(headings[k]) == wanted) return k;
        }
    }
    return std::nullopt;
}

std::optional<std::size_t> CsvTable::column(std::initializer_list<std::string_view> names) const {
    return find_heading(headings_, {names.begin(), names.size()});
}

std::optional<double> CsvTable::number(std::size_t row, std::size_t column) const {
    std::string digits = text(row, column);
    if (separator_ != ',') std::replace(digits.begin(), digits.end(), ',', '.');
    return parse_number(digits);
}

Problem CsvTable::problem_at(std::size_t row, std::size_t column, std::string problem,
                             std::string why, std::string suggestion) const {
    const CsvCell& at = cell(row, column);
    return {
        {file_, at.line, at.column}, std::move(problem), std::move(why), std::move(suggestion), ""};
}

CsvTable parse_csv(std::string_view text, const std::string& file) {
    require_text(text, file);
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    CsvTable table;
    table.file_ = file;
    auto [separator, rows] = scan_csv(text, file);
    if (rows.empty()) {
        throw InputError(Problem{{file},
                                 "the file is empty",
                                 "a row of headings is needed",
                                 "Save the table again as CSV.",
                                 ""});
    }
    std::vector<Problem> problems;
    check_headings(rows.front(), file, problems);
    check_row_lengths(rows, file, problems);
    if (!problems.empty()) throw InputError(std::move(problems));
    table.separator_ = separator;
    for (const CsvCell& cell : rows.front()) table.headings_.emplace_back(trimmed(cell.text));
    table.rows_.assign(std::make_move_iterator(rows.begin() + 1),
                       std::make_move_iterator(rows.end()));
    return table;
}

CsvTable read_csv(const std::filesystem::path& file) {
    return parse_csv(read_text_file(file), file.string());
}

std::string read_text_file(const std::filesystem::path& file) {
    std::error_code error;
    if (std::filesystem::is_directory(file, error)) {
        throw MissingInput(file, "is a folder, not a file");
    }
    std::ifstream in(file, std::ios::binary);
    if (!in) throw MissingInput(file, "cannot be opened. Check the path and who may read it.");
    std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    if (in.bad()) throw MissingInput(file, "cannot be read to its end");
    return text;
}

}  // namespace gineste
