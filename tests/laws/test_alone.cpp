// SPDX-License-Identifier: Apache-2.0
// A runner with the road to himself.
#include <gtest/gtest.h>

#include "motion/grade.hpp"
#include "support/watched_run.hpp"

namespace gineste {
namespace {

// T = L·f(g)/v. The runner comes to the line at speed, so that no start is in the time.
TEST(Alone, OnAConstantGradeTakesDistanceTimesRatioOverSpeed) {
    for (const double grade : {-0.08, -0.03, 0.0, 0.02, 0.05, 0.11}) {
        for (const GradeLaw law : {GradeLaw::table, GradeLaw::kay, GradeLaw::minetti}) {
            Scenario scenario = test::plain_scenario(1, 3.0);
            scenario.motion.grade = law;
            scenario.start.run_up_m = 40.0;
            scenario.start.approach_speed_mps = 10.0;
            const Record record = test::run_watched(scenario, straight_course(20000.0, grade, 8.0));
            const double net_s = record.runners.finish_s[0] - record.runners.start_s[0];
            EXPECT_NEAR(net_s, 20000.0 * grade_ratio(law, grade) / 3.0, 0.1)
                << "grade " << grade << ", law " << static_cast<int>(law);
            EXPECT_LT(record.runners.lost_s[0], 0.1F);
        }
    }
}

TEST(Alone, StandingStartCostsHalfTheTimeToReachSpeed) {
    const Scenario scenario = test::plain_scenario(1, 3.0);
    const Record record = test::run_watched(scenario, straight_course(1000.0, 0.0, 8.0));
    const double late_s = record.runners.finish_s[0] - 1000.0 / 3.0;
    EXPECT_NEAR(late_s, 0.5 * 3.0 / scenario.motion.acceleration_mps2, 0.3);
}

TEST(Alone, HalfTheStepMovesTheFinishByLessThanATenth) {
    Scenario scenario = test::plain_scenario(1, 3.1);
    scenario.start.run_up_m = 40.0;
    scenario.start.approach_speed_mps = 10.0;
    scenario.field.drift = 0.14;
    const Course course = straight_course(5000.0, 0.03, 8.0);
    const double whole_s = test::run_watched(scenario, course).runners.finish_s[0];
    scenario.step_s = 0.25;
    EXPECT_NEAR(test::run_watched(scenario, course).runners.finish_s[0], whole_s, 0.1);
}

}  // namespace
}  // namespace gineste
