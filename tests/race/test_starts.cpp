// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <cmath>

#include "support/small_race.hpp"

namespace gineste {
namespace {

using test::plain_scenario;

Record run_flat(const Scenario& scenario) {
    const Course course = straight_course(1500.0, 0.0, 12.0);
    return test::run(scenario, course);
}

TEST(Starts, AWaveGoesWithItsGunAndNobodyBefore) {
    Scenario scenario = plain_scenario(300, 3.0);
    test::add_wave(scenario, 300, 240.0);
    const Record record = run_flat(scenario);
    EXPECT_DOUBLE_EQ(record.waves[1].gun_s, 240.0);
    for (std::size_t i = 0; i < record.runners.start_s.size(); ++i) {
        EXPECT_GE(record.runners.start_s[i], record.runners.gun_s[i]);
    }
    EXPECT_LT(record.waves[0].last_over_s, 240.0);
}

TEST(Starts, ADelayHoldsThatWaveBack) {
    Scenario scenario = plain_scenario(100, 3.0);
    test::add_wave(scenario, 100, 240.0);
    scenario.waves[1].delay_s = 90.0;
    const Record record = run_flat(scenario);
    EXPECT_DOUBLE_EQ(record.waves[1].gun_due_s, 240.0);
    EXPECT_DOUBLE_EQ(record.waves[1].gun_s, 330.0);
    EXPECT_GE(record.waves[1].first_over_s, 330.0);
}

TEST(Starts, AfterPreviousWaitsForTheLastOverTheLine) {
    Scenario scenario = plain_scenario(400, 3.0);
    test::add_wave(scenario, 100, 0.0);
    scenario.waves[1].start = WaveStart::after_previous;
    scenario.waves[1].gun_s.reset();
    scenario.waves[1].delay_s = 20.0;
    const Record record = run_flat(scenario);
    EXPECT_NEAR(record.waves[1].gun_s, record.waves[0].last_over_s + 20.0, 1e-9);
    EXPECT_GT(record.waves[1].first_over_s, record.waves[1].gun_s);
}

TEST(Starts, ARollingWaveFollowsWithoutAHold) {
    Scenario scenario = plain_scenario(400, 3.0);
    test::add_wave(scenario, 400, 0.0);
    scenario.waves[1].start = WaveStart::rolling;
    scenario.waves[1].gun_s.reset();
    const Record record = run_flat(scenario);
    EXPECT_LT(record.waves[1].first_over_s - record.waves[0].last_over_s, 5.0);
    EXPECT_DOUBLE_EQ(record.waves[1].gun_s, record.waves[1].first_over_s);
}

TEST(Starts, ANarrowerLineLetsFewerOverEachSecond) {
    const auto last_over_s = [](double line_m) {
        Scenario scenario = plain_scenario(1500, 3.0);
        scenario.start.line_width_m = line_m;
        scenario.start.pen_width_m = 12.0;
        return run_flat(scenario).waves[0].last_over_s;
    };
    EXPECT_GT(last_over_s(4.0), 2.0 * last_over_s(10.0));
}

TEST(Starts, ThoseAbsentAreNeitherStartedNorWaitedFor) {
    Scenario scenario = plain_scenario(200, 3.0);
    scenario.field.no_show_share = 0.3;
    const Record record = run_flat(scenario);
    std::size_t absent = 0;
    for (const RunnerStatus status : record.runners.status) {
        if (status == RunnerStatus::absent) ++absent;
    }
    EXPECT_NEAR(static_cast<double>(absent), 60.0, 25.0);
    EXPECT_EQ(record.waves[0].started + absent, 200u);
}

TEST(Release, LetsEverybodyOverTheLineWhenTheyAreDue) {
    Scenario scenario = test::plain_scenario(500, 3.0);
    scenario.start.line_width_m = 10.0;
    scenario.start.release = ReleaseSpec{0.4, 0.1, 0.0};
    const Course course = straight_course(2000.0, 0.0, 10.0);
    const Field field = draw_field(scenario, course);
    const Record record = test::run(scenario, course);
    for (std::size_t i = 0; i < field.size(); ++i) {
        EXPECT_NEAR(record.runners.start_s[i], field.line_due_s[i], 2.0) << i;
        EXPECT_EQ(record.runners.status[i], RunnerStatus::finished);
    }
}

}  // namespace
}  // namespace gineste
