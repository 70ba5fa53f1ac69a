// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "motion/grade.hpp"

namespace gineste {
namespace {

// Minetti et al. 2002: the published polynomials, evaluated to three decimals.
TEST(Minetti, RunningCostMeetsThePolynomial) {
    EXPECT_NEAR(minetti_running_cost(0.0), 3.600, 1e-3);
    EXPECT_NEAR(minetti_running_cost(0.10), 5.968, 1e-3);
    EXPECT_NEAR(minetti_running_cost(-0.10), 2.152, 1e-3);
    EXPECT_NEAR(minetti_running_cost(-0.20), 1.800, 1e-3);
    EXPECT_NEAR(minetti_running_cost(0.45), 19.426, 1e-3);
    EXPECT_NEAR(minetti_running_cost(-0.45), 4.032, 1e-3);
}

TEST(Minetti, WalkingCostMeetsThePolynomial) {
    EXPECT_NEAR(minetti_walking_cost(0.0), 2.500, 1e-3);
    EXPECT_NEAR(minetti_walking_cost(0.10), 4.899, 1e-3);
    EXPECT_NEAR(minetti_walking_cost(-0.10), 1.127, 1e-3);
    EXPECT_NEAR(minetti_walking_cost(0.45), 17.600, 1e-3);
}

TEST(Minetti, IsHeldBeyondTheMeasuredRange) {
    EXPECT_EQ(minetti_running_cost(0.8), minetti_running_cost(0.45));
    EXPECT_EQ(minetti_walking_cost(-0.8), minetti_walking_cost(-0.45));
}

// Kay 2012, values computed from the published quartic.
TEST(Kay, PaceRatioMeetsTheQuartic) {
    EXPECT_NEAR(kay_pace_ratio(0.10), 1.5156, 0.005 * 1.5156);
    EXPECT_NEAR(kay_pace_ratio(-0.10), 0.8567, 0.005 * 0.8567);
    EXPECT_NEAR(kay_pace_ratio(-0.0885), 0.8543, 0.005 * 0.8543);
    EXPECT_EQ(kay_pace_ratio(0.0), 1.0);
}

TEST(EqualEffort, PassesThroughEveryMeasuredNode) {
    EXPECT_DOUBLE_EQ(equal_effort_ratio(-0.10), 0.876);
    EXPECT_DOUBLE_EQ(equal_effort_ratio(-0.04), 0.918);
    EXPECT_DOUBLE_EQ(equal_effort_ratio(0.0), 1.0);
    EXPECT_DOUBLE_EQ(equal_effort_ratio(0.04), 1.135);
    EXPECT_DOUBLE_EQ(equal_effort_ratio(0.10), 1.459);
    EXPECT_DOUBLE_EQ(equal_effort_ratio(0.45), 4.286);
}

TEST(EqualEffort, RisesWithEveryClimb) {
    for (int k = -8; k < 45; ++k) {
        EXPECT_LE(equal_effort_ratio(0.01 * k), equal_effort_ratio(0.01 * (k + 1))) << k << " %";
    }
}

// Half the distance at +4 %, half at −4 %, at equal effort: time over flat time.
TEST(GradeRatio, LoopOfFourPercentCostsWhatTheSourcesSay) {
    const auto loop = [](GradeLaw law) {
        return 0.5 * (grade_ratio(law, 0.04) + grade_ratio(law, -0.04));
    };
    EXPECT_NEAR(loop(GradeLaw::table), 1.0265, 0.001 * 1.0265);
    EXPECT_NEAR(loop(GradeLaw::kay), 1.030, 0.001 * 1.030);
    EXPECT_NEAR(loop(GradeLaw::minetti), 1.021, 0.001 * 1.021);
}

}  // namespace
}  // namespace gineste
