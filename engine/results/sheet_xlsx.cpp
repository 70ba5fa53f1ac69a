// SPDX-License-Identifier: Apache-2.0
#include <cpl_conv.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <memory>

#include "results/sheet.hpp"

namespace gineste {
namespace {

// Set while a file is open, put back after.
class Option {
  public:
    Option(const char* key, const char* value)
        : key_(key), before_(CPLGetThreadLocalConfigOption(key, "")) {
        CPLSetThreadLocalConfigOption(key, value);
    }
    ~Option() { CPLSetThreadLocalConfigOption(key_, before_.empty() ? nullptr : before_.c_str()); }
    Option(const Option&) = delete;
    Option& operator=(const Option&) = delete;

  private:
    const char* key_ = nullptr;
    std::string before_;
};

std::vector<CsvCell> cells_of(const OGRFeature& row) {
    std::vector<CsvCell> cells;
    for (int k = 0; k < row.GetFieldCount(); ++k) {
        CsvCell cell;
        if (row.IsFieldSetAndNotNull(k) != 0) cell.text = row.GetFieldAsString(k);
        cell.line = static_cast<int>(row.GetFID());
        cell.column = k + 1;
        cells.push_back(std::move(cell));
    }
    return cells;
}

}  // namespace

Sheet read_xlsx(const std::filesystem::path& file) {
    if (!std::filesystem::is_regular_file(file)) throw MissingInput(file, "no such file");
    OGRRegisterAll();
    // All cells as text: a column of times with one "DNF" in it has no type of its own.
    const Option headings("OGR_XLSX_HEADERS", "DISABLE");
    const Option types("OGR_XLSX_FIELD_TYPES", "STRING");
    const char* drivers[] = {"XLSX", nullptr};
    CPLPushErrorHandler(CPLQuietErrorHandler);
    const std::unique_ptr<GDALDataset> book(static_cast<GDALDataset*>(
        GDALOpenEx(file.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY, drivers, nullptr, nullptr)));
    CPLPopErrorHandler();
    Sheet sheet;
    sheet.file = file.string();
    sheet.typed = true;
    for (int k = 0; book != nullptr && k < book->GetLayerCount(); ++k) {
        OGRLayer* layer = book->GetLayer(k);
        if (layer->GetFeatureCount() < 2) continue;
        for (const auto& row : *layer) {
            std::vector<CsvCell> cells = cells_of(*row);
            if (!sheet.headings.empty()) {
                sheet.rows.push_back(std::move(cells));
                continue;
            }
            for (const CsvCell& cell : cells) sheet.headings.push_back(cell.text);
        }
        return sheet;
    }
    throw InputError(Problem{{sheet.file},
                             "no sheet with rows can be read",
                             "it is no XLSX, or it is empty",
                             "Save the table again as XLSX, or as \"CSV UTF-8\".",
                             ""});
}

}  // namespace gineste
