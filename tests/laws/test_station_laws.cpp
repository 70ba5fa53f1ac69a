// SPDX-License-Identifier: Apache-2.0
// Stations on the road: books that balance, Little's law, one side against two, heat and stock.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "report/station_findings.hpp"
#include "support/figures.hpp"
#include "support/small_race.hpp"

namespace gineste {
namespace {

constexpr double kRoad = 6.5;  // m, as route Léon Lachamp

std::uint32_t total(const std::vector<std::uint32_t>& counts) {
    return std::accumulate(counts.begin(), counts.end(), 0U);
}

// As many as pass in ten minutes, over one station half-way.
Scenario crowd_at_one_station(int runners) {
    Scenario scenario = test::plain_scenario(runners, 3.0);
    scenario.field.speed_mps = {3.0, 0.4, 2.0, 4.5};
    scenario.field.withdraw_share = 0.03;
    scenario.start.line_width_m = kRoad;
    scenario.start.pen_width_m = kRoad;
    StationSpec water;
    water.name = "water";
    water.at_m = 2500.0;
    water.length_m = 80.0;
    water.tables = 16;
    water.volunteers = 2;
    scenario.stations = {water};
    return scenario;
}

StationRecord station_of(const Scenario& scenario) {
    return test::run(scenario, straight_course(5000.0, 0.0, kRoad)).stations.front();
}

TEST(StationLaws, ArrivalsAreServedUnservedOrPassed) {
    Scenario scenario = crowd_at_one_station(1500);
    scenario.stations[0].tables = 3;  // too few: some go without
    scenario.stations[0].goods = {GoodSpec{}};
    scenario.stations[0].goods[0].stock = 900.0;
    const StationRecord station = station_of(scenario);
    const StationFindings found = station_findings(station, 60.0);
    test::tell("%zu came: %zu passed, %zu served, %zu unserved (%zu for want of stock)",
               found.arrivals, found.passed, found.served, found.unserved, found.found_none);
    EXPECT_EQ(found.arrivals, found.passed + found.served + found.unserved);
    EXPECT_EQ(total(arrivals_by_minute(station)), found.arrivals);
    EXPECT_EQ(station.zone.left, found.arrivals);
    EXPECT_EQ(station.zone.passers, found.passed);
    EXPECT_EQ(station.wait_s.size(), found.served);
    EXPECT_EQ(total(station.cups_by_minute), found.cups);
    EXPECT_GT(found.found_none, 0U);
    EXPECT_GT(found.unserved, found.found_none);
}

TEST(StationLaws, StockAndRefillsAreHandedOutOrLeft) {
    Scenario scenario = crowd_at_one_station(1500);
    GoodSpec water;
    water.name = "water";
    water.stock = 300.0;
    water.refill = 200.0;
    water.refill_at = 100.0;
    water.refill_delay_s = 120.0;
    GoodSpec oranges;
    oranges.name = "oranges";
    oranges.stock = 5000.0;
    oranges.share = 0.3;
    oranges.litres = 0.0;
    scenario.stations[0].goods = {water, oranges};
    const StationRecord station = station_of(scenario);
    std::int64_t handed = 0;
    for (const GoodRecord& good : station.goods) {
        test::tell("%s: %ld + %ld refilled = %ld handed + %ld left", good.name.c_str(), good.stock,
                   good.refilled, good.handed, good.left);
        EXPECT_EQ(good.stock + good.refilled, good.handed + good.left);
        EXPECT_GT(good.handed, 0);
        handed += good.handed;
    }
    EXPECT_GT(station.goods[0].refilled, 0);
    EXPECT_EQ(total(station.cups), handed);
    // Who wants nothing but water while it is out goes without, so the share is of those who asked.
    const double asked = total(station.served) + station.found_none;
    EXPECT_NEAR(static_cast<double>(station.goods[1].wanted) / asked, 0.3, 0.05);
}

// L = λW: runners counted step by step against each runner's own time from coming to going. Those
// who withdraw do so within a step.
TEST(StationLaws, LittlesLawHoldsInTheZone) {
    for (const StationSide side : {StationSide::both, StationSide::staggered, StationSide::right}) {
        Scenario scenario = crowd_at_one_station(1200);
        scenario.stations[0].side = side;
        const ZoneRecord zone = station_of(scenario).zone;
        const double counted_s =
            zone.step_s * static_cast<double>(std::accumulate(zone.steps.begin(), zone.steps.end(),
                                                              std::uint64_t{0}));
        const double open_s = zone.last_s - zone.first_s;
        test::tell("L = %.3f, lambda W = %.3f runners", counted_s / open_s,
                   zone.left / open_s * (zone.time_s / zone.left));
        EXPECT_GT(zone.left, 1100U);
        EXPECT_NEAR(counted_s, zone.time_s, 0.03 * zone.left * zone.step_s);
    }
}

// As many tables and hands in all, on a 6.5 m road.
TEST(StationLaws, OneSideIsWorseThanBothInWaitDensityAndSpeedLost) {
    StationFindings found[2];
    int k = 0;
    for (const StationSide side : {StationSide::both, StationSide::right}) {
        Scenario scenario = crowd_at_one_station(3000);
        StationSpec& station = scenario.stations[0];
        station.side = side;
        station.tables = side == StationSide::both ? 16 : 32;
        found[k++] = station_findings(station_of(scenario), 60.0);
    }
    const auto tell = [](const char* what, const StationFindings& figures) {
        test::tell("%s: wait p95 %.1f s, peak %.2f /m2, those who pass lose %.1f %% of their speed",
                   what, figures.wait_p95_s, figures.zone.peak_density_per_m2,
                   100.0 * figures.zone.passers_lost_share);
    };
    tell("both sides", found[0]);
    tell("one side  ", found[1]);
    EXPECT_GT(found[1].wait_p95_s, found[0].wait_p95_s);
    EXPECT_GT(found[1].zone.peak_density_per_m2, found[0].zone.peak_density_per_m2);
    EXPECT_GT(found[1].zone.passers_lost_share, found[0].zone.passers_lost_share);
}

TEST(StationLaws, SignsSpreadTheCrowdOverTheTables) {
    Scenario scenario = crowd_at_one_station(3000);
    const StationFindings crowded = station_findings(station_of(scenario), 60.0);
    scenario.stations[0].signs = StationSigns::posted;
    const StationFindings spread = station_findings(station_of(scenario), 60.0);
    test::tell("wait p95 %.1f s where the first tables crowd, %.1f s with signs",
               crowded.wait_p95_s, spread.wait_p95_s);
    EXPECT_LT(spread.wait_p95_s, crowded.wait_p95_s);
}

// Stocked for the usual 1.3 cups with a quarter to spare; 24 C asks for three times that.
TEST(StationLaws, HeatEmptiesTheFirstStationAndTheRecordSaysWhen) {
    for (const double wbgt_c : {12.0, 24.0}) {
        Scenario scenario = crowd_at_one_station(1200);
        scenario.weather.wbgt_c = wbgt_c;
        scenario.stations[0].goods = {GoodSpec{}};
        scenario.stations[0].goods[0].stock = std::floor(1200 * 0.75 * 1.3 * 1.25);
        StationSpec second = scenario.stations[0];
        second.at_m = 4000.0;
        scenario.stations.push_back(second);
        const StationRecord first = station_of(scenario);
        const StationFindings found = station_findings(first, 60.0);
        const double wanted = static_cast<double>(total(first.wanted_by_minute));
        const double per_taker = wanted / static_cast<double>(found.takers);
        test::tell("WBGT %.0f C: %.2f cups a taker, stock out at minute %.1f, %zu found none",
                   wbgt_c, per_taker, found.out_s / 60.0, found.found_none);
        if (wbgt_c < 15.0) {
            EXPECT_TRUE(std::isnan(found.out_s));
            EXPECT_EQ(found.found_none, 0U);
        } else {
            EXPECT_GE(per_taker, 3.0);
            EXPECT_LE(per_taker, 6.0);
            EXPECT_GT(found.out_s, 0.0);
            EXPECT_GT(found.found_none, 100U);
        }
    }
}

TEST(StationLaws, RecordsDoNotDependOnTheNumberOfThreads) {
    Scenario scenario = crowd_at_one_station(1500);
    scenario.stations[0].side = StationSide::staggered;
    scenario.stations[0].goods = {GoodSpec{}};
    scenario.stations[0].goods[0].stock = 700.0;
    const Course course = straight_course(5000.0, 0.0, kRoad);
    const Record one = test::run(scenario, course, {1, best_instruction_set()});
    for (const int threads : {2, 3, 8}) {
        const Record many = test::run(scenario, course, {threads, best_instruction_set()});
        EXPECT_EQ(many.state_hash, one.state_hash);
        EXPECT_EQ(many.stations[0].wait_s, one.stations[0].wait_s);
        EXPECT_EQ(many.stations[0].cups_by_minute, one.stations[0].cups_by_minute);
        EXPECT_EQ(many.stations[0].zone.time_s, one.stations[0].zone.time_s);
        EXPECT_EQ(many.stations[0].zone.passers_lost_s, one.stations[0].zone.passers_lost_s);
        EXPECT_EQ(many.stations[0].goods[0].left_by_quarter,
                  one.stations[0].goods[0].left_by_quarter);
    }
}

}  // namespace
}  // namespace gineste
