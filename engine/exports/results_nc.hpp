// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

#include "observers/record.hpp"

namespace gineste {

/// results.nc: netCDF-4, CF-1.8, as bytes: density, flow, speed and occupancy by time and chainage,
/// and when each runner passed each mark, one row per runner. No names; a runner is a bib. Equal
/// records give equal bytes.
/// @throws InternalError where the netCDF library refuses (out of memory among others)
std::string results_nc(const Record& record);

}  // namespace gineste
