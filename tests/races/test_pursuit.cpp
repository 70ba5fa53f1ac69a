// SPDX-License-Identifier: Apache-2.0
// The pursuit of Paris 2021.
#include <gtest/gtest.h>

#include "races/library.hpp"
#include "study/fair_starts.hpp"
#include "support/figures.hpp"

namespace gineste {
namespace {

using test::RunOnce;
using test::shipped;

void tell_waves(const RunOnce& race) {
    for (std::size_t w = 0; w + 1 < race.record.waves.size(); ++w) {
        const PursuedWave& wave = race.findings.pursuit->waves[w];
        test::tell("%s: %zu of %zu ahead (%.1f %%), first caught at %.0f m, median %.0f m",
                   race.record.waves[w].name.c_str(), wave.ahead, wave.started,
                   100.0 * wave.share(), wave.first_caught_m, wave.median_caught_m);
    }
    test::tell("ahead in all: %zu", race.findings.pursuit->ahead);
}

TEST(Pursuit, ComesOutAsItWasTold) {
    const RunOnce race(shipped("pursuit-paris-2021"));
    tell_waves(race);
    ASSERT_TRUE(race.findings.pursuit.has_value());
    const PursuitFindings& pursuit = *race.findings.pursuit;
    EXPECT_NEAR(static_cast<double>(pursuit.ahead), 1000.0, 100.0);  // "nearly 1,000"
    EXPECT_GT(pursuit.waves[0].share(), 0.98);                       // "all of the first wave"
    EXPECT_EQ(pursuit.waves[4].ahead, 0U);                           // "nobody of the fifth"
    // One of the fifth wave is caught after 600 m: not the first of them.
    EXPECT_LT(pursuit.waves[4].first_caught_m, 600.0);
    EXPECT_NEAR(pursuit.takes_s, 750.0, 30.0);  // "a dozen minutes"
}

TEST(PursuitWithFairGuns, PutsTheSameShareOfEveryWaveAhead) {
    const RunOnce race(shipped("pursuit-fair"));
    tell_waves(race);
    double least = 1.0;
    double most = 0.0;
    for (std::size_t w = 0; w + 1 < race.record.waves.size(); ++w) {
        least = std::min(least, race.findings.pursuit->waves[w].share());
        most = std::max(most, race.findings.pursuit->waves[w].share());
    }
    EXPECT_LT(most - least, 0.02);
    EXPECT_GT(least, 0.2);
}

TEST(FairStarts, RefuseAScenarioWithoutAPursuer) {
    const auto run = [](const Scenario&) -> Record { throw std::logic_error("not to be run"); };
    EXPECT_THROW(fair_starts(shipped("marseille-cassis-2024"), std::nullopt, 8, run), InputError);
}

}  // namespace
}  // namespace gineste
