// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>

#include "forecast/forecast.hpp"

namespace gineste {

/// A forecast for programs. Keys and units are those of forecast.hpp, kilometres for chainages as
/// in summary.json; null stands for what did not happen. `forecast_s` is the wall time it took, the
/// one figure that differs between two calls.
std::string forecast_json(const Forecast& forecast, double forecast_s, std::string_view version);

}  // namespace gineste
