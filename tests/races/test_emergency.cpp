// SPDX-License-Identifier: Apache-2.0
// An ambulance against 20,000 runners, beside the same race without it.
#include <gtest/gtest.h>

#include "races/library.hpp"
#include "support/figures.hpp"

namespace gineste {
namespace {

TEST(Emergency, DelaysThoseWhoComeByAndReachesItsGoal) {
    const test::RunOnce race(test::shipped("emergency"));
    const test::RunOnce calm(test::shipped("marseille-cassis-2024"));
    ASSERT_EQ(race.record.vehicles.size(), 2U);
    const VehicleRecord& engine = race.record.vehicles[0];
    test::tell("fire engine: %.0f s across the course, %.0f s of them held up",
               engine.arrives_s - engine.comes_s, engine.held_up_s);
    EXPECT_LT(engine.arrives_s - engine.comes_s, 120.0);
    const VehicleRecord& ambulance = race.record.vehicles[1];
    const double taken_s = ambulance.arrives_s - ambulance.comes_s;
    const double alone_s = (ambulance.from_m - ambulance.to_m) / ambulance.speed_mps;
    test::tell("ambulance: %.0f s to reach km 8, %.0f s alone, %.0f s held up, %.2f /m2 behind it",
               taken_s, alone_s, ambulance.held_up_s, ambulance.peak_density_behind_per_m2);
    EXPECT_GT(taken_s, alone_s);
    EXPECT_LT(taken_s, 3600.0);
    EXPECT_GT(ambulance.peak_density_behind_per_m2, 0.0);
    double most_s = 0.0;
    for (std::size_t w = 0; w < race.record.waves.size(); ++w) {
        const double more_s =
            race.findings.waves[w].lost_median_s - calm.findings.waves[w].lost_median_s;
        test::tell("%s: %+.0f s lost to others in the median", race.record.waves[w].name.c_str(),
                   more_s);
        most_s = std::max(most_s, more_s);
    }
    EXPECT_GT(most_s, 5.0);
    EXPECT_EQ(race.findings.runners.finished, calm.findings.runners.finished);
}

}  // namespace
}  // namespace gineste
