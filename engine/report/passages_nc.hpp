// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

#include "observers/record.hpp"

namespace gineste {

/// passages.nc: netCDF-4, CF-1.8, as bytes: when each runner passed each mark, one row per runner.
/// No names; a runner is a bib. Equal records give equal bytes.
/// @throws InternalError where the netCDF library refuses (out of memory among others)
std::string passages_nc(const Record& record);

}  // namespace gineste
