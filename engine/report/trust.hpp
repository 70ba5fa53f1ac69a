// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/no_value.hpp"
#include "observers/record.hpp"

namespace gineste {

// Up to which densities the law of the crowd is trusted: engine/MODEL.md, "Where it may be
// trusted". Above, crowds press, and this model's do not.
inline constexpr double kTrustedMovingPerM2 = 2.0;
inline constexpr double kTrustedStandingPerM2 = 3.0;

/// What of a race went past what the model knows. Whatever else is reported of such a race is not
/// to be weighed against another plan: it is a collapse, of which only that it happens is known.
struct BeyondModel {
    double runner_s = 0.0;     ///< spent there by all runners; 0: nothing did
    double peak_per_m2 = 0.0;  ///< the densest
    double peak_at_m = kNaN;   ///< middle of that segment
    double from_s = kNaN;      ///< beginning of the first interval, seconds after the first gun
    double until_s = kNaN;     ///< end of the last

    bool any() const { return runner_s > 0.0; }
};

/// From the cells of segments of 50 m and more: a sliver of road is full with one runner.
BeyondModel beyond_model(const Record& record);

}  // namespace gineste
