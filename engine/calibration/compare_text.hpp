// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <vector>

#include "calibration/compare.hpp"

namespace gineste {

/// Predicted against observed, on the terminal: a line for each measure, errors in per cent of the
/// field (or of the mean pace).
std::string compare_text(const std::vector<Agreement>& measures, const Scenario& scenario,
                         std::size_t runs);

/// The curves, one point a row: measure, where, at, observed, predicted, sd.
std::string compare_csv(const std::vector<Agreement>& measures);

}  // namespace gineste
