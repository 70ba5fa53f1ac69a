// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <vector>

namespace gineste {

/// The quantile of the values that are not NaN, 0 <= share <= 1, interpolated between order
/// statistics: type 7 of Hyndman and Fan 1996 (American Statistician 50:361), which spreadsheets,
/// R and numpy use. NaN where there is no value.
double quantile(std::vector<double> values, double share);

}  // namespace gineste
