// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <algorithm>

#include "scenario/scenario.hpp"

namespace gineste {

/// The drift of a runner of this time in a field of that median. Slower runners fade more (model
/// notes, § 5.2): the drift grows with the time.
inline double fade(const FieldSpec& spec, double ideal_s, double median_s) {
    const double slower = ideal_s / median_s - 1.0;
    return spec.drift * std::clamp(1.0 + spec.drift_by_time * slower, 0.0, 2.5);
}

}  // namespace gineste
