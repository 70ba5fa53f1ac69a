// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string_view>
#include <vector>

#include "observers/record.hpp"
#include "report/findings.hpp"
#include "report/manifest.hpp"
#include "report/page.hpp"

namespace gineste {

/// The files beside the report that other programs open: tables.xlsx, results.gpkg, course.gpx,
/// results.nc; those of places on a map only where the course has a position on Earth, and
/// trajectories.sqlite only where the record has frames.
std::vector<OutputFile> prepare_exports(const Record& record, const Findings& findings,
                                        std::string_view version,
                                        Language language = Language::english);

}  // namespace gineste
