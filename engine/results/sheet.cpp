// SPDX-License-Identifier: Apache-2.0
#include "results/sheet.hpp"

#include <algorithm>
#include <cctype>
#include <string_view>
#include <utility>

#include "core/csv_scan.hpp"
#include "core/text.hpp"

namespace gineste {
namespace {

bool is_spreadsheet(const std::filesystem::path& file) {
    std::string extension = file.extension().string();
    std::transform(extension.begin(), extension.end(), extension.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return extension == ".xlsx";
}

[[noreturn]] void refuse(const std::string& file, std::string problem, std::string why) {
    throw InputError(Problem{
        {file}, std::move(problem), std::move(why), "Save the table again as \"CSV UTF-8\".", ""});
}

Sheet read_plain(const std::filesystem::path& path) {
    Sheet sheet;
    sheet.file = path.string();
    const std::string whole = read_text_file(path);
    std::string_view text = whole;
    if (const auto fault = find_text_fault(text)) {
        refuse(sheet.file, "the table is no plain text: " + fault->what,
               "letters with accents would be read wrongly");
    }
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    CsvCells cells = scan_csv(text, sheet.file);
    if (cells.rows.empty()) refuse(sheet.file, "the file is empty", "a row of headings is needed");
    for (const CsvCell& cell : cells.rows.front()) sheet.headings.push_back(cell.text);
    sheet.rows.assign(std::make_move_iterator(cells.rows.begin() + 1),
                      std::make_move_iterator(cells.rows.end()));
    return sheet;
}

}  // namespace

Sheet read_sheet(const std::filesystem::path& file) {
    return is_spreadsheet(file) ? read_xlsx(file) : read_plain(file);
}

}  // namespace gineste
