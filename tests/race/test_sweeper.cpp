// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "race/sweeper.hpp"
#include "support/small_race.hpp"

namespace gineste {
namespace {

Scenario swept(double pace_s_per_km) {
    Scenario scenario = test::plain_scenario(20, 2.0);
    SweeperSpec sweeper;
    sweeper.after_s = 60.0;
    sweeper.pace_s_per_km = pace_s_per_km;
    scenario.sweeper = sweeper;
    return scenario;
}

TEST(Sweeper, SetsOffAfterTheLastAndLooksRoundOnceAMinute) {
    Sweeper sweeper(swept(500.0));
    EXPECT_TRUE(sweeper.limits(0.0, 10.0, false).empty());
    EXPECT_TRUE(sweeper.limits(10.0, 30.5, true).empty());  // all over the line: it waits a minute
    EXPECT_DOUBLE_EQ(sweeper.record()->sets_off_s, 90.5);
    EXPECT_TRUE(sweeper.limits(90.5, 119.5, true).empty());
    const auto limits = sweeper.limits(119.5, 120.5, true);
    ASSERT_EQ(limits.size(), 1U);
    EXPECT_DOUBLE_EQ(limits[0].behind_m, 30.0 * 1000.0 / 500.0);
}

TEST(Sweeper, TakesOffWhomItOvertakesAndNobodyElse) {
    const Course course = straight_course(3000.0, 0.0, 6.0);
    const Record slow = test::run(swept(600.0), course);  // 1.7 m/s behind 2 m/s
    EXPECT_EQ(slow.sweeper->taken_off, 0U);
    const Record fast = test::run(swept(400.0), course);  // 2.5 m/s: at 600 m after 5 minutes
    EXPECT_EQ(fast.sweeper->taken_off, 20U);
}

TEST(Sweeper, CutsOffWhoIsLate) {
    const Course course = straight_course(3000.0, 0.0, 6.0);
    Scenario scenario = swept(3600.0);
    CutOffSpec cut_off;
    cut_off.at_m = 1000.0;
    cut_off.time_s = 9.0 * 3600.0 + 400.0;  // 2 m/s are there after 500 s
    scenario.sweeper->cut_offs = {cut_off};
    EXPECT_EQ(test::run(scenario, course).sweeper->cut_offs[0].taken_off, 20U);
    scenario.sweeper->cut_offs[0].time_s += 300.0;
    EXPECT_EQ(test::run(scenario, course).sweeper->cut_offs[0].taken_off, 0U);
}

}  // namespace
}  // namespace gineste
