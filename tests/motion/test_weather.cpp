// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <cmath>

#include "motion/pacing.hpp"
#include "motion/weather.hpp"

namespace gineste {
namespace {

WeatherSpec at_wbgt(double wbgt_c) {
    WeatherSpec weather;
    weather.wbgt_c = wbgt_c;
    return weather;
}

WeatherSpec with_wind(double speed_mps, double from_deg = 0.0) {
    WeatherSpec weather;
    weather.wind_speed_mps = speed_mps;
    weather.wind_from_deg = from_deg;
    return weather;
}

// Mantzios et al. 2022: nothing lost from 7.5 to 15 °C WBGT, 0.3 to 0.4 % for each degree outside.
TEST(Heat, CostsTheFastest0_35PercentForEachDegree) {
    EXPECT_EQ(heat_loss(at_wbgt(7.5), 0.0), 0.0);
    EXPECT_EQ(heat_loss(at_wbgt(15.0), 0.0), 0.0);
    EXPECT_NEAR(heat_loss(at_wbgt(16.0), 0.0), 0.0035, 1e-12);
    EXPECT_NEAR(heat_loss(at_wbgt(25.0), 0.05), 0.035, 1e-12);
    EXPECT_NEAR(heat_loss(at_wbgt(6.5), 0.0), 0.0035, 1e-12);
}

TEST(Heat, CostsTheSlowestTwiceAsMuchAndColdTheSame) {
    EXPECT_NEAR(heat_loss(at_wbgt(25.0), 0.95), 0.070, 1e-12);
    EXPECT_NEAR(heat_loss(at_wbgt(25.0), 0.50), 0.0525, 1e-12);
    EXPECT_NEAR(heat_loss(at_wbgt(5.0), 0.95), heat_loss(at_wbgt(5.0), 0.05), 1e-12);
}

// Ely et al. 2007, men's first three over the course record: 1.7 ± 1.5 % at 5.1-10 °C WBGT and
// 4.5 ± 2.3 % at 20.1-25 °C, so 2.8 % more in the warmer class.
TEST(Heat, AgreesWithSevenMarathonsOnTheFastest) {
    EXPECT_NEAR(heat_loss(at_wbgt(22.55), 0.0) - heat_loss(at_wbgt(7.55), 0.0), 0.028, 0.005);
}

// The formula by hand at 30 °C and 50 %: e = 0.5 · 6.105 · exp(518.1 / 267.7) = 21.15 hPa.
TEST(Heat, WbgtFollowsFromTemperatureAndHumidity) {
    EXPECT_NEAR(approximate_wbgt_c(30.0, 0.5), 17.01 + 0.393 * 21.15 + 3.94, 0.01);
    WeatherSpec weather;
    EXPECT_FALSE(wbgt_c(weather).has_value());
    weather.temperature_c = 30.0;
    weather.humidity = 0.5;
    EXPECT_NEAR(wbgt_c(weather).value(), 29.26, 0.01);
    EXPECT_GT(heat_loss(weather, 0.0), 0.0);
}

TEST(Weather, FactorIsOneOnANormalDay) {
    EXPECT_EQ(weather_factor(WeatherSpec{}, 0.3), 1.0);
    EXPECT_EQ(weather_factor(at_wbgt(12.0), 0.3), 1.0);
}

TEST(Rain, CostsTheShareThatIsAssumed) {
    WeatherSpec weather;
    weather.rain = Rain::falling;
    EXPECT_NEAR(weather_factor(weather, 0.3), 1.0 / 1.01, 1e-12);
}

// da Silva, Kram & Hoogkamer: 8.52 % at 5.86 m/s in calm air; § 6 of the model notes for the rest.
TEST(Air, CostsWhatDaSilvaMeasured) {
    const WeatherSpec weather;
    EXPECT_GE(air_cost(weather, 5.86, 0.0), 0.0825);
    EXPECT_LE(air_cost(weather, 5.86, 0.0), 0.0852);
    EXPECT_NEAR(air_cost(weather, 3.0, 0.0), 0.022, 0.001);
    EXPECT_NEAR(air_cost(weather, 3.0, 5.0), 0.15, 0.01);
    EXPECT_NEAR(air_cost(weather, 3.0, 8.0), 0.29, 0.01);
}

// 6.13 % for 1 % of body weight, whatever the speed that gives that force.
TEST(Air, Costs6_13PercentForEachPercentOfBodyWeight) {
    const WeatherSpec weather;
    const double newtons = 0.01 * 70.0 * 9.81;
    const double speed_mps = std::sqrt(newtons / (0.5 * 1.2 * 0.45));
    EXPECT_NEAR(air_cost(weather, speed_mps, 0.0), 0.0613, 1e-6);
}

TEST(Wind, LeavesTheSpeedAloneInCalmAir) {
    EXPECT_EQ(WindLaw().factor(3.0F, 0.0F, 0.0F), 1.0F);
    EXPECT_EQ(WindLaw(with_wind(0.0)).factor(3.0F, 0.0F, 0.0F), 1.0F);
    EXPECT_EQ(WindLaw(with_wind(6.0)).factor(3.0F, 0.0F, 0.0F), 1.0F);
}

TEST(Wind, KeepsThePowerOfCalmAir) {
    const WeatherSpec weather = with_wind(5.0);
    const WindLaw law(weather);
    for (const float calm_mps : {2.0F, 2.75F, 3.4F, 5.0F}) {
        for (const float headwind_mps : {-5.0F, -1.2F, 0.9F, 3.0F, 5.0F}) {
            const double windy_mps = calm_mps * law.factor(calm_mps, headwind_mps, 0.0F);
            const double power = windy_mps * (1.0 + air_cost(weather, windy_mps, headwind_mps));
            const double calm_power = calm_mps * (1.0 + air_cost(weather, calm_mps, 0.0));
            EXPECT_NEAR(power / calm_power, 1.0, 0.002) << calm_mps << ", " << headwind_mps;
        }
    }
}

// Pugh 1971, Davies 1980: a tail wind gives about half of what a head wind takes.
TEST(Wind, FromBehindGivesAboutHalfOfWhatItTakesFromTheFront) {
    const WeatherSpec weather = with_wind(5.0);
    for (const double speed_mps : {3.0, 4.0, 5.0}) {
        const double calm = air_cost(weather, speed_mps, 0.0);
        const double taken = air_cost(weather, speed_mps, 2.0) - calm;
        const double given = calm - air_cost(weather, speed_mps, -2.0);
        EXPECT_NEAR(given / taken, 0.5, 0.2) << speed_mps;
    }
    const WindLaw law(weather);
    const float lost = 1.0F - law.factor(3.0F, 2.0F, 0.0F);
    const float gained = law.factor(3.0F, -2.0F, 0.0F) - 1.0F;
    EXPECT_NEAR(gained / lost, 0.5, 0.15);
}

TEST(Wind, IsTakenAwayByShelter) {
    const WindLaw law(with_wind(5.0));
    EXPECT_EQ(law.factor(3.0F, 5.0F, 1.0F), 1.0F);
    EXPECT_FLOAT_EQ(law.factor(3.0F, 5.0F, 0.6F), law.factor(3.0F, 2.0F, 0.0F));
    EXPECT_GT(law.factor(3.0F, 5.0F, 0.5F), law.factor(3.0F, 5.0F, 0.0F));
}

// A straight course heads for its own bearing, whatever that is: wind from there is head wind.
TEST(Wind, AlongTheCourseIsThatOfItsHeading) {
    const Course course = straight_course(1000.0, 0.0, 8.0);
    const double heading_deg = std::fmod(course.heading_rad(500.0) * 180.0 / M_PI + 360.0, 360.0);
    const auto along_mps = [&](double from_deg) {
        return Road(course, StartSpec{}, GradeLaw::table, 0.0, with_wind(4.0, from_deg))
            .headwind_mps(500.0);
    };
    EXPECT_NEAR(along_mps(heading_deg), 4.0, 1e-4);
    EXPECT_NEAR(along_mps(heading_deg + 180.0), -4.0, 1e-4);
    EXPECT_NEAR(along_mps(heading_deg + 90.0), 0.0, 1e-4);
    EXPECT_NEAR(along_mps(heading_deg + 60.0), 2.0, 1e-4);
}

TEST(Wind, AloneOnAStraightRoadTakesDistanceOverSpeedInWind) {
    const Course course = straight_course(5000.0, 0.0, 8.0);
    const double heading_deg = course.heading_rad(0.0) * 180.0 / M_PI;
    const WeatherSpec weather = with_wind(5.0, heading_deg);
    const Road road(course, StartSpec{}, GradeLaw::table, 0.0, weather);
    PacingLaw law;
    law.length_m = 5000.0;
    law.wind = WindLaw(weather);
    const double factor = law.wind.factor(3.0F, 5.0F, 0.0F);
    EXPECT_LT(factor, 0.92);
    EXPECT_NEAR(ideal_time_s(road, law, 3.0, 1.0, 0.0), 5000.0 / (3.0 * factor), 0.1);
}

}  // namespace
}  // namespace gineste
