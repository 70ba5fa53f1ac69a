// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

#include "forecast/forecast.hpp"
#include "report/verdict.hpp"

namespace gineste {

/// A forecast on one screen: start, finish, narrowings and flows. Times are local.
/// 100 columns.
std::string forecast_text(const Forecast& forecast, Style style);

}  // namespace gineste
