// SPDX-License-Identifier: Apache-2.0
// What a person would expect of one start against many.
#include <gtest/gtest.h>

#include <algorithm>

#include "support/watched_run.hpp"

namespace gineste {
namespace {

struct StartOutcome {
    double peak_density_per_m2 = 0.0;  ///< in the 200 m before the narrowing
    double last_start_s = 0.0;
};

StartOutcome outcome_with(int waves) {
    constexpr int runners = 4000;
    Scenario scenario = test::plain_scenario(runners / waves, 3.0);
    scenario.field.speed_mps = {3.0, 0.4, 1.8, 4.5};
    for (int k = 1; k < waves; ++k) test::add_wave(scenario, runners / waves, 120.0 * k);
    const Record record =
        test::run_watched(scenario, test::narrowing_course(1500.0, 800.0, 18.0, 8.0));
    StartOutcome outcome;
    for (std::size_t segment = 6; segment < 8; ++segment) {
        for (std::size_t k = 0; k < record.congestion.intervals; ++k) {
            const double spent_s =
                record.congestion.runner_s[segment * record.congestion.intervals + k];
            outcome.peak_density_per_m2 =
                std::max(outcome.peak_density_per_m2,
                         spent_s / 60.0 / 100.0 / record.segments[segment].width_m);
        }
    }
    outcome.last_start_s = record.waves.back().last_over_s;
    return outcome;
}

TEST(Starts, EightWavesAreLessCrowdedAtTheNarrowingAndLaterAwayThanOne) {
    const StartOutcome one = outcome_with(1);
    const StartOutcome eight = outcome_with(8);
    EXPECT_LT(eight.peak_density_per_m2, 0.8 * one.peak_density_per_m2);
    EXPECT_GT(eight.last_start_s, one.last_start_s + 120.0);
}

}  // namespace
}  // namespace gineste
