// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

#include "calibration/calibrate.hpp"

namespace gineste {

/// What was fitted, on the terminal: every number with its standard error.
std::string calibrate_text(const Calibration& found, const Results& results,
                           const Scenario& scenario);

/// Rows that were left out: how many, and the first of them with line, column, what and why.
std::string broken_text(const Results& results);

/// A fragment of a scenario, for `--fit` and apply_fragment: `start.release`, `waves`, `field`.
std::string fragment_text(const Calibration& found, const Results& results,
                          const Scenario& scenario);

/// The picture of fit, SVG: what crossed the line and what the law lets cross, finishers and their
/// law, wave by wave.
std::string fit_picture(const Calibration& found, const Scenario& scenario);

}  // namespace gineste
