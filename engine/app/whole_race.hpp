// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "race/race.hpp"

namespace gineste {

/// Runs a race to its end. `threads`: 0: all.
inline Record whole_race(const Scenario& scenario, const Course& course, const Field& field,
                         int threads) {
    RaceOptions options;
    options.threads = threads;
    Race race(scenario, course, field, options);
    while (race.advance()) {
    }
    return race.record();
}

}  // namespace gineste
