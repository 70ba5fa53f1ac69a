// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <cmath>

#include "study/size_stations.hpp"
#include "support/figures.hpp"
#include "support/small_race.hpp"

namespace gineste {
namespace {

Scenario two_stations() {
    Scenario scenario = test::plain_scenario(10, 3.0);
    for (const double at_m : {900.0, 400.0}) {
        StationSpec station;
        station.name = at_m < 500.0 ? "first" : "second";
        station.at_m = at_m;
        station.volunteers = 2;
        scenario.stations.push_back(station);
    }
    return scenario;
}

// A world where so many tables a side are just enough for each station, in running order.
RunRace world_of(int first, int second, int* runs = nullptr) {
    return [first, second, runs](const Scenario& scenario) {
        if (runs != nullptr) ++*runs;
        Record record;
        const int least[] = {first, second};
        for (std::size_t k = 0; k < scenario.stations.size(); ++k) {
            const StationSpec& spec = scenario.stations[k];
            StationRecord station;
            station.name = spec.name;
            station.tables = 2 * spec.tables;
            station.volunteers = station.tables * spec.volunteers;
            station.length_m = spec.length_m;
            station.hand_per_minute = spec.cups_per_minute;
            station.wanted_by_minute = {400};
            station.wait_s.assign(100, spec.tables >= least[k] ? 1.0F : 30.0F);
            station.goods.resize(1);
            station.goods[0].handed = 700;
            record.stations.push_back(station);
        }
        return record;
    };
}

TEST(SizeStations, FindsTheFewestTablesOfEachStation) {
    int runs = 0;
    const SizeStudy study = size_stations(two_stations(), {5.0, 20}, world_of(9, 17, &runs));
    ASSERT_EQ(study.stations.size(), 2U);
    EXPECT_EQ(study.stations[0].name, "first");
    EXPECT_EQ(study.stations[0].enough.tables, 2 * 9);
    EXPECT_EQ(study.stations[1].enough.tables, 2 * 17);
    EXPECT_EQ(study.stations[1].enough.volunteers, 2 * 17 * 2);
    EXPECT_EQ(study.stations[1].plan.tables, 2 * 10);
    EXPECT_EQ(study.stations[0].by_rate, 20);  // 400 a minute, 20 each
    EXPECT_EQ(study.stations[0].enough.used, 700);
    EXPECT_TRUE(study.stations[0].plan.is_enough);
    EXPECT_FALSE(study.stations[1].plan.is_enough);
    EXPECT_TRUE(study.is_settled);
    EXPECT_EQ(study.runs, runs);
    EXPECT_LE(runs, 10);
}

TEST(SizeStations, NeverRunsMoreRacesThanAllowedAndSaysWhenThatWasTooFew) {
    int runs = 0;
    const SizeStudy study = size_stations(two_stations(), {5.0, 4}, world_of(1, 900, &runs));
    EXPECT_EQ(runs, 4);
    EXPECT_FALSE(study.is_settled);
    EXPECT_FALSE(study.stations[1].enough.is_enough);
}

TEST(SizeStations, LengthensAStationThatItsTablesOutgrow) {
    const SizeStudy study = size_stations(two_stations(), {5.0, 20}, world_of(1, 50));
    EXPECT_NEAR(study.stations[1].enough.length_m, study.stations[1].enough.tables / 2 * 1.8, 1e-9);
    EXPECT_EQ(study.stations[0].enough.length_m, 60.0);
}

TEST(SizeStations, TakesThoseWhoGoWithoutForWaitingForEver) {
    StationRecord station;
    station.wait_s.assign(95, 2.0F);
    station.unserved = {5};
    EXPECT_EQ(wait_p95_of_all_s(station), 2.0);
    station.unserved = {6};
    EXPECT_TRUE(std::isinf(wait_p95_of_all_s(station)));
}

// A real race: what was found is enough when it is run again, and a table less was not.
TEST(SizeStations, OfARaceHoldsInARunOfItsOwn) {
    Scenario scenario = test::plain_scenario(100, 3.0);
    for (int wave = 1; wave < 8; ++wave) test::add_wave(scenario, 100, 120.0 * wave);
    scenario.field.speed_mps = {3.0, 0.4, 2.0, 4.5};
    StationSpec water;
    water.name = "water";
    water.at_m = 1500.0;
    water.tables = 1;
    water.volunteers = 3;
    water.cups_per_minute = 10.0;  // slow hands, so that they and not the road make runners wait
    water.places = 2;
    scenario.stations = {water};
    const Course course = straight_course(3000.0, 0.0, 10.0);
    const SizeGoal goal{5.0, 12};
    const RunRace race = [&](const Scenario& trial) { return test::run(trial, course); };
    const SizeStudy study = size_stations(scenario, goal, race);
    const StationSize& found = study.stations.front();
    test::tell("%d volunteers by rate, %d enough at %d tables: wait p95 %.1f s in %d races",
               found.by_rate, found.enough.volunteers, found.enough.tables, found.enough.wait_p95_s,
               study.runs);
    ASSERT_TRUE(study.is_settled);
    EXPECT_GE(found.enough.volunteers, 2);
    Scenario again = scenario;
    again.stations[0].tables = found.enough.tables / 2;
    again.stations[0].length_m = found.enough.length_m;
    again.stations[0].goods = {GoodSpec{}};
    again.stations[0].goods[0].stock = static_cast<double>(found.enough.used + 1);
    const StationRecord confirmed = race(again).stations.front();
    EXPECT_LT(wait_p95_of_all_s(confirmed), goal.wait_p95_s);
    EXPECT_TRUE(std::isnan(confirmed.goods[0].first_out_s));
    EXPECT_EQ(confirmed.goods[0].left, 1);
    again.stations[0].tables -= 1;
    again.stations[0].goods.clear();
    EXPECT_GE(wait_p95_of_all_s(race(again).stations.front()), goal.wait_p95_s);
}

}  // namespace
}  // namespace gineste
