// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "field/field.hpp"
#include "field/line.hpp"
#include "support/small_race.hpp"

namespace gineste {
namespace {

Scenario released(int runners, const ReleaseSpec& release) {
    Scenario scenario = test::plain_scenario(runners, 3.0);
    scenario.start.line_width_m = 10.0;
    scenario.start.release = release;
    return scenario;
}

Field line_drawn(const Scenario& scenario) {
    return draw_field(scenario, straight_course(5000.0, 0.0, 10.0));
}

double last(const Field& field) {
    return *std::max_element(field.line_due_s.begin(), field.line_due_s.end());
}

TEST(Line, IsLeftToThePensWithoutARelease) {
    EXPECT_TRUE(line_drawn(test::plain_scenario(10, 3.0)).line_due_s.empty());
}

// Over the line after a minute: ∫ 0.4 · 10 · 3 · (t/60)^−0.25 dt = 12 · 60 / 0.75 = 960.
TEST(Line, PassesTheIntegralOfItsFlow) {
    const Field field = line_drawn(released(2000, {0.4, 0.25, 0.0}));
    const auto in_a_minute = std::count_if(field.line_due_s.begin(), field.line_due_s.end(),
                                           [](double due_s) { return due_s <= 60.0; });
    EXPECT_NEAR(static_cast<double>(in_a_minute), 960.0, 1.0);
}

TEST(Line, BeginsAnewWithAGunAndGoesOnWithARollingWave) {
    Scenario scenario = released(600, {0.4, 0.25, 0.0});
    const double once_s = last(line_drawn(scenario));
    test::add_wave(scenario, 600, 900.0);
    EXPECT_NEAR(last(line_drawn(scenario)), 900.0 + once_s, 1e-6);

    scenario.waves[1].start = WaveStart::rolling;
    scenario.waves[1].gun_s.reset();
    EXPECT_NEAR(last(line_drawn(scenario)), last(line_drawn(released(1200, {0.4, 0.25, 0.0}))),
                1e-6);
}

TEST(Line, TakesASlowWaveTimeInProportion) {
    Scenario slow = released(600, {0.4, 0.0, 0.0});
    const double even_s = last(line_drawn(slow));
    slow.field.speed_mps.mean = 1.5;
    EXPECT_NEAR(last(line_drawn(slow)) / even_s, 2.0, 0.02);
}

TEST(Wave, DrawsItsRunnersFromItsOwnTimes) {
    Scenario scenario = test::plain_scenario(2000, 3.0);
    scenario.field.law = AbilityLaw::log_normal;
    test::add_wave(scenario, 2000, 600.0);
    scenario.waves[1].men = scenario.waves[1].women = TimeDistribution{4000.0, 0.1, 0.0};
    scenario.waves[1].women_share = 1.0;
    const Field field = line_drawn(scenario);
    std::vector<double> times_s;
    for (std::size_t i = 0; i < field.size(); ++i) {
        if (field.wave[i] != 1) continue;
        EXPECT_EQ(field.sex[i], Sex::woman);
        times_s.push_back(field.ideal_s[i]);
    }
    ASSERT_EQ(times_s.size(), 2000u);
    std::nth_element(times_s.begin(), times_s.begin() + 1000, times_s.end());
    EXPECT_NEAR(times_s[1000], 4000.0, 4.0 * 4000.0 * 0.1 * 1.25 / std::sqrt(2000.0));
}

}  // namespace
}  // namespace gineste
