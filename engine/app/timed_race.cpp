// SPDX-License-Identifier: Apache-2.0
#include "app/timed_race.hpp"

#include "app/whole_race.hpp"
#include "field/field.hpp"

namespace gineste {

Results timed_race(const Scenario& scenario, const Course& course,
                   const std::vector<double>& marks_m, int threads) {
    const Field field = draw_field(scenario, course);
    return timed(whole_race(scenario, course, field, threads), field, marks_m);
}

}  // namespace gineste
