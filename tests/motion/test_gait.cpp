// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "motion/gait.hpp"
#include "motion/grade.hpp"

namespace gineste {
namespace {

GaitLaw default_law() { return gait_law(Scenario{}); }

TEST(Gait, ChangesAtTheTransitionSpeedWithHysteresis) {
    const GaitLaw law = default_law();
    EXPECT_EQ(law.next(Gait::run, 1.90F, 0.0F), Gait::run);
    EXPECT_EQ(law.next(Gait::run, 1.84F, 0.0F), Gait::walk);
    EXPECT_EQ(law.next(Gait::walk, 1.90F, 0.0F), Gait::walk);
    EXPECT_EQ(law.next(Gait::walk, 1.96F, 0.0F), Gait::run);
}

// Brill & Kram 2021: slower on steeper inclines.
TEST(Gait, TransitionFallsUphillOnly) {
    const GaitLaw law = default_law();
    EXPECT_FLOAT_EQ(law.transition_at_mps(0.0F), 1.9F);
    EXPECT_FLOAT_EQ(law.transition_at_mps(0.10F), 1.7F);
    EXPECT_FLOAT_EQ(law.transition_at_mps(-0.10F), 1.9F);
    EXPECT_EQ(law.next(Gait::run, 1.75F, 0.0F), Gait::walk);
    EXPECT_EQ(law.next(Gait::run, 1.75F, 0.10F), Gait::run);
}

TEST(Gait, RunnersKeepTheirSpeed) {
    EXPECT_EQ(default_law().speed_mps(Gait::run, 1.63F, 0.12F), 1.63F);
}

// Minetti et al. 2002, § 1.1 of the model notes: at 0.10 Cr/Cr(0) = 1.658 and Cw/Cw(0) = 1.960.
TEST(Gait, WalkingCostsMoreUphillThanRunningDoes) {
    EXPECT_DOUBLE_EQ(walking_share(0.0), 1.0);
    EXPECT_NEAR(walking_share(0.10), (5.968 / 3.600) / (4.899 / 2.500), 1e-3);
    EXPECT_NEAR(walking_share(0.20), (9.007 / 3.600) / (7.877 / 2.500), 1e-3);
    EXPECT_DOUBLE_EQ(walking_share(-0.10), 1.0);
}

TEST(Gait, WalksFrom1_3To1_9MetresPerSecond) {
    const GaitLaw law = default_law();
    for (float gradient = -0.2F; gradient < 0.46F; gradient += 0.02F) {
        for (float running = 1.3F; running < 1.95F; running += 0.05F) {
            const float walking = law.speed_mps(Gait::walk, running, gradient);
            EXPECT_GE(walking, 1.3F) << running << " at " << gradient;
            EXPECT_LE(walking, 1.9F) << running << " at " << gradient;
        }
    }
}

TEST(Gait, WalkingMakesNobodyFasterAndNeverTurnsTheOrder) {
    const GaitLaw law = default_law();
    for (float gradient = -0.2F; gradient < 0.46F; gradient += 0.02F) {
        float slower = 0.0F;
        for (float running = 0.6F; running < 1.95F; running += 0.01F) {
            const float walking = law.speed_mps(Gait::walk, running, gradient);
            EXPECT_LE(walking, running);
            EXPECT_GE(walking, slower);
            slower = walking;
        }
    }
}

TEST(Gait, NeverChangesWhereRunnersOnlyRunOrAllWalk) {
    Scenario scenario;
    scenario.motion.walking.gaits = Gaits::run_only;
    EXPECT_EQ(gait_law(scenario).next(Gait::run, 0.5F, 0.3F), Gait::run);
    scenario.motion.walking.gaits = Gaits::run_or_walk;
    scenario.motion.grade = GradeLaw::minetti_walking;
    EXPECT_EQ(gait_law(scenario).next(Gait::run, 0.5F, 0.3F), Gait::run);
}

}  // namespace
}  // namespace gineste
