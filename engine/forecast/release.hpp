// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include "field/field.hpp"
#include "scenario/scenario.hpp"

namespace gineste {

/// A wave at the start line. Times are seconds after the first gun as planned; NaN: never.
struct WaveForecast {
    std::string name;
    std::size_t started = 0;
    double gun_s =
        0.0;  ///< its delay included; of a rolling wave, when its first comes to the line
    double first_over_s = 0.0;
    double last_over_s = 0.0;
};

struct Release {
    std::vector<double> over_line_s;  ///< by RunnerId; NaN for the absent
    std::vector<WaveForecast> waves;  ///< in the order of the scenario
};

/// Lets the waves over the line in their order, each in the order of its pen, one runner a headway
/// behind the other: the line passes what it can, or what comes up to it, from the moment the first
/// have covered the run-up. Guns as race/starts: `clock` at its time,
/// `after_previous` when the wave before is over the line, `rolling` with the gun of that wave.
/// Both arrays by RunnerId: seconds of the line that a runner takes, and free speed there.
Release release_waves(const Scenario& scenario, const Field& field,
                      const std::vector<double>& headway_s, const std::vector<double>& speed_mps);

}  // namespace gineste
