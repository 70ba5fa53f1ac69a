// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

#include "observers/record.hpp"
#include "report/findings.hpp"

namespace gineste {

/// results.gpkg, as bytes: a GeoPackage of the layers `course` (line), `segments` (a line for each
/// segment and interval somebody was there, with density, speed, flow, level and its begin and end
/// in UTC), `worst_places` (lines) and `stations` (points), in longitude and latitude (EPSG:4326,
/// as the course is), and `layer_styles`, by which QGIS draws and times them. Empty where the
/// course has no position on Earth. Equal records give equal bytes.
/// @throws InternalError where GDAL refuses
std::string results_gpkg(const Record& record, const Findings& findings);

}  // namespace gineste
