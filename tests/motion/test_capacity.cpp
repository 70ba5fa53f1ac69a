// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "motion/capacity.hpp"

namespace gineste {
namespace {

// Time gap 0.5 s, 0.6 m standing, strips of 0.55 m.
TEST(Capacity, WithoutBrakingTermIsFreeSpeedOverStripTimesSpacing) {
    const HeadwayLaw law;
    EXPECT_DOUBLE_EQ(capacity_per_s_per_m(law, 3.0), 3.0 / (0.55 * (0.6 + 0.5 * 3.0)));
    EXPECT_DOUBLE_EQ(law.density_per_m2(0.0), 1.0 / (0.55 * 0.6));
}

TEST(Capacity, IsTheMostFlowOfAnySpeedUpToTheFreeOne) {
    HeadwayLaw law;
    for (const double ahead_mps2 : {2.0, 2.5, 4.0}) {
        law.braking_ahead_mps2 = ahead_mps2;
        for (const double free_mps : {0.7, 1.9, 3.0, 6.0}) {
            double most = 0.0;
            for (double v = 0.001; v <= free_mps; v += 0.001) {
                most = std::max(most, law.flow_per_s_per_m(v));
            }
            EXPECT_NEAR(capacity_per_s_per_m(law, free_mps), most, 1e-3 * most);
        }
    }
}

// q = v/(w·(a + T·v + k·v²)) is greatest at v = √(a/k): with b = 2 and 4 m/s², k = 1/8 and a = 0.6.
TEST(Capacity, WithHarderBrakingAheadPeaksAtItsOwnSpeed) {
    HeadwayLaw law;
    law.braking_ahead_mps2 = 4.0;
    const double best_mps = std::sqrt(0.6 * 8.0);
    EXPECT_DOUBLE_EQ(capacity_per_s_per_m(law, 5.0), law.flow_per_s_per_m(best_mps));
}

TEST(Capacity, QueueMovesAtTheSlowerSpeedWithItsFlow) {
    HeadwayLaw law;
    for (const double ahead_mps2 : {2.0, 4.0}) {
        law.braking_ahead_mps2 = ahead_mps2;
        for (const double v : {0.1, 0.5, 1.0, 2.0}) {
            EXPECT_NEAR(law.queue_speed_mps(law.flow_per_s_per_m(v)), v, 1e-9);
        }
    }
    EXPECT_TRUE(std::isinf(law.queue_speed_mps(10.0)));
}

// Published: 2.0-2.5 runners/s/m (Peckover 2022; model notes, § 2.3).
TEST(Capacity, OfTheDefaultRunnersIsNearWhatIsMeasured) {
    const HeadwayLaw law = headway_law(MotionSpec{});
    EXPECT_GT(capacity_per_s_per_m(law, 2.8), 1.7);
    EXPECT_LT(capacity_per_s_per_m(law, 2.8), 2.7);
}

}  // namespace
}  // namespace gineste
