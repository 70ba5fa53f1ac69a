// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

#include "field/field.hpp"
#include "motion/weather.hpp"
#include "support/small_race.hpp"

namespace gineste {
namespace {

Scenario drawn_scenario() {
    Scenario scenario = test::plain_scenario(2000, 3.0);
    scenario.field = FieldSpec{};
    return scenario;
}

const Course& flat() {
    static const Course course = straight_course(20000.0, 0.0, 8.0);
    return course;
}

TEST(Weather, OfANormalDayChangesNothing) {
    Scenario scenario = drawn_scenario();
    const Field before = draw_field(scenario, flat());
    scenario.weather.wbgt_c = 12.0;
    const Field after = draw_field(scenario, flat());
    EXPECT_EQ(before.flat_speed_mps, after.flat_speed_mps);
    EXPECT_EQ(before.ideal_s, after.ideal_s);
}

TEST(Weather, LeavesPredictionsAndWavesAsTheyWere) {
    Scenario scenario = drawn_scenario();
    test::add_wave(scenario, 2000, 300.0);
    const Field before = draw_field(scenario, flat());
    scenario.weather.wbgt_c = 28.0;
    scenario.weather.rain = Rain::falling;
    scenario.weather.wind_speed_mps = 6.0;
    const Field after = draw_field(scenario, flat());
    EXPECT_EQ(before.predicted_s, after.predicted_s);
    EXPECT_EQ(before.wave, after.wave);
    EXPECT_EQ(before.pen_rank, after.pen_rank);
}

// 25 °C WBGT: 10 degrees too warm, 3.5 % for the fastest tenth and 7 % for the slowest.
TEST(Weather, HeatSlowsTheFastestTenthBy3_5PercentAndTheSlowestBy7) {
    Scenario scenario = drawn_scenario();
    const Field cool = draw_field(scenario, flat());
    scenario.weather.wbgt_c = 25.0;
    const Field hot = draw_field(scenario, flat());
    std::vector<std::size_t> order(cool.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(),
              [&](std::size_t a, std::size_t b) { return cool.ideal_s[a] < cool.ideal_s[b]; });
    const auto slower = [&](std::size_t place) {
        return hot.ideal_s[order[place]] / cool.ideal_s[order[place]] - 1.0;
    };
    const std::size_t tenth = order.size() / 10;
    for (std::size_t k = 0; k < tenth; ++k) {
        EXPECT_NEAR(slower(k), 0.035, 5e-4);
        EXPECT_NEAR(slower(order.size() - 1 - k), 0.070, 5e-4);
    }
    EXPECT_NEAR(slower(order.size() / 2), 0.0525, 1e-3);
}

TEST(Weather, FactorIsWhatTheFlatSpeedHasLost) {
    Scenario scenario = drawn_scenario();
    const Field cool = draw_field(scenario, flat());
    scenario.weather.wbgt_c = 25.0;
    const Field hot = draw_field(scenario, flat());
    for (std::size_t i = 0; i < hot.size(); ++i) {
        EXPECT_FLOAT_EQ(hot.flat_speed_mps[i], cool.flat_speed_mps[i] * hot.weather_factor[i]);
    }
}

// The middle of the optimum is 11.25 °C.
TEST(Weather, WarmthMakesThePaceFallMoreAndLeavesTheTime) {
    Scenario scenario = drawn_scenario();
    scenario.weather.wbgt_c = 14.25;
    const Field as_before = draw_field(scenario, flat());
    scenario.weather.drift_per_c = 0.04;
    const Field warm = draw_field(scenario, flat());
    for (std::size_t i = 0; i < warm.size(); ++i) {
        EXPECT_FLOAT_EQ(warm.drift[i], 1.12F * as_before.drift[i]);
        EXPECT_NEAR(warm.ideal_s[i], as_before.ideal_s[i], 1.0);
    }
}

TEST(Weather, HeadWindCostsTheFieldMoreThanTailWindGives) {
    Scenario scenario = drawn_scenario();
    const Field calm = draw_field(scenario, flat());
    const auto change = [&](double from_deg) {
        scenario.weather.wind_speed_mps = 3.0;
        scenario.weather.wind_from_deg = from_deg;
        const Field windy = draw_field(scenario, flat());
        return std::accumulate(windy.ideal_s.begin(), windy.ideal_s.end(), 0.0) /
                   std::accumulate(calm.ideal_s.begin(), calm.ideal_s.end(), 0.0) -
               1.0;
    };
    const double heading_deg = flat().heading_rad(0.0) * 180.0 / 3.14159265358979;
    const double lost = change(heading_deg);
    const double gained = -change(heading_deg < 180.0 ? heading_deg + 180.0 : heading_deg - 180.0);
    EXPECT_GT(lost, 0.03);
    EXPECT_GT(gained, 0.2 * lost);
    EXPECT_LT(gained, 0.7 * lost);
}

}  // namespace
}  // namespace gineste
