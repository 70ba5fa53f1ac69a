// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

#include "forecast/crowd.hpp"
#include "forecast/forecast.hpp"
#include "support/plain_field.hpp"

namespace gineste {
namespace {

TEST(Crowd, MeanAboveIsThatOfTheNormalLaw) {
    // Known: phi(0) at its mean; far above it the distance itself, far below nothing.
    EXPECT_NEAR(mean_above(0.0), 1.0 / std::sqrt(2.0 * 3.14159265358979), 1e-3);
    EXPECT_NEAR(mean_above(3.0) - mean_above(-3.0), 3.0, 1e-3);  // the identity E+ − E− = z
    EXPECT_EQ(mean_above(-9.0), 0.0);
    EXPECT_EQ(mean_above(9.0), 9.0);
}

TEST(Crowd, NobodyLosesWhereNobodyIsSlower) {
    EXPECT_EQ(PassingLaw{}.lost_share(0.5, 3.0, 0.0), 0.0);
    // Rate of coming up behind others, times the way that each costs, over one's own way.
    const PassingLaw law{0.9, 3.0, 4.0};
    EXPECT_DOUBLE_EQ(law.lost_share(0.5, 3.0, 0.2), 0.5 * 0.9 * 0.2 * 3.0 / 3.0);
}

TEST(Crowd, MinutesAreLinearBetweenTheirMiddles) {
    SpeedsByMinute speeds;
    speeds.add(0.0, 60.0, 3.0, 1.0);
    speeds.add(60.0, 60.0, 3.0, 3.0);
    EXPECT_DOUBLE_EQ(speeds.at(30.0).runner_s, 60.0);
    EXPECT_DOUBLE_EQ(speeds.at(60.0).runner_s, 120.0);
    EXPECT_DOUBLE_EQ(speeds.at(90.0).runner_s, 180.0);
    EXPECT_DOUBLE_EQ(speeds.at(60.0).mean_mps, 3.0);
    EXPECT_NEAR(speeds.at(60.0).variance, 0.0, 1e-12);
}

TEST(Crowd, AStationTakesWhatItsSharesSayAndAllOfItFallsOnItsRoad) {
    StationSpec station;
    station.at_m = 150.0;
    double walking_m = 0.0;
    double standing_s = 0.0;
    for (double from_m = 0.0; from_m < 1000.0; from_m += 100.0) {
        const StationStay stay = station_stay({station}, from_m, from_m + 100.0);
        walking_m += stay.walking_m;
        standing_s += stay.standing_s;
    }
    EXPECT_NEAR(walking_m, station.take_share * station.walk_share * station.drink_zone_m, 1e-9);
    EXPECT_GT(standing_s, 0.0);
    EXPECT_EQ(station_stay({station}, 300.0, 400.0).walking_m, 0.0);
}

Forecast crowded(double width_m, std::size_t one_in) {
    // Speeds of 2.4 to 3.6 m/s in no order, the same ones for any width.
    std::vector<double> speeds_mps;
    for (int k = 0; k < 2000; ++k) speeds_mps.push_back(2.4 + 0.0006 * (k * 1237 % 2000));
    const Course course = straight_course(3000.0, 0.0, width_m);
    const Scenario scenario = test::plain_start(4.0);
    return forecast_race(scenario, course, test::plain_field(speeds_mps, 3000.0), {},
                         {Crowd::costs_time, one_in});
}

TEST(Crowd, EverySecondOnTheRoadIsInOneCell) {
    const Forecast forecast = crowded(8.0, 1);
    double net_s = 0.0;
    double lost_s = 0.0;
    for (std::size_t i = 0; i < forecast.finish_s.size(); ++i) {
        net_s += forecast.finish_s[i] - forecast.start_s[i];
        lost_s += forecast.lost_s[i];
    }
    const auto& cells_s = forecast.crowd.runner_s;
    EXPECT_NEAR(std::accumulate(cells_s.begin(), cells_s.end(), 0.0), net_s, 1e-6 * net_s);
    EXPECT_NEAR(forecast.crowd.lost_runner_s(), lost_s, 1e-6 * lost_s);
    EXPECT_GT(lost_s, 0.0);
}

// Where little is lost nothing of it comes back as density, and half the road is twice both.
TEST(Crowd, AWiderRoadIsLessDenseAndCostsLess) {
    const CrowdForecast narrow = crowded(24.0, 1).crowd;
    const CrowdForecast wide = crowded(48.0, 1).crowd;
    EXPECT_NEAR(narrow.peak_per_m2(500.0, 3000.0) / wide.peak_per_m2(500.0, 3000.0), 2.0, 0.06);
    EXPECT_NEAR(narrow.lost_runner_s() / wide.lost_runner_s(), 2.0, 0.1);
}

TEST(Crowd, SomeRunnersStandForAll) {
    const CrowdForecast all = crowded(8.0, 1).crowd;
    const CrowdForecast some = crowded(8.0, 4).crowd;
    EXPECT_NEAR(some.lost_runner_s() / all.lost_runner_s(), 1.0, 0.05);
    EXPECT_NEAR(some.peak_per_m2(0.0, 3000.0) / all.peak_per_m2(0.0, 3000.0), 1.0, 0.1);
}

}  // namespace
}  // namespace gineste
