// SPDX-License-Identifier: Apache-2.0
#include "app/timed_race.hpp"

#include "field/field.hpp"
#include "race/race.hpp"

namespace gineste {

Results timed_race(const Scenario& scenario, const Course& course,
                   const std::vector<double>& marks_m, int threads) {
    const Field field = draw_field(scenario, course);
    RaceOptions options;
    options.threads = threads;
    Race race(scenario, course, field, options);
    while (race.advance()) {
    }
    return timed(race.record(), field, marks_m);
}

}  // namespace gineste
