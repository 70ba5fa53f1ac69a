// SPDX-License-Identifier: Apache-2.0
#include "exports/exports.hpp"

#include "exports/course_gpx.hpp"
#include "exports/results_gpkg.hpp"
#include "exports/results_nc.hpp"
#include "exports/tables_xlsx.hpp"
#include "exports/trajectories_sqlite.hpp"

namespace gineste {

std::vector<OutputFile> prepare_exports(const Record& record, const Findings& findings,
                                        std::string_view version, Language language) {
    std::vector<OutputFile> files{{"tables.xlsx", tables_xlsx(record, findings, version, language)},
                                  {"results.gpkg", results_gpkg(record, findings)},
                                  {"course.gpx", course_gpx(record, language)},
                                  {"results.nc", results_nc(record)},
                                  {"trajectories.sqlite", trajectories_sqlite(record)}};
    std::erase_if(files, [](const OutputFile& file) { return file.bytes.empty(); });
    return files;
}

}  // namespace gineste
