// SPDX-License-Identifier: Apache-2.0
// One station, several races.
#include <gtest/gtest.h>

#include <numeric>

#include "day_scene.hpp"

namespace gineste {
namespace {

using test::DayScene;
using test::RunDay;

Scenario thirsty(int runners, std::uint64_t seed) {
    Scenario scenario = test::plain_scenario(runners, 2.9);
    scenario.field.speed_mps = {2.9, 0.29, 1.5, 5.0};
    scenario.seed = scenario.behaviour_seed = seed;
    return scenario;
}

DayStationSpec water(int tables) {
    DayStationSpec spec;
    spec.leg = "road";
    spec.station.name = "water";
    spec.station.at_m = 600.0;
    spec.station.tables = tables;
    spec.station.volunteers = 1;
    return spec;
}

/// Two races past one station, the second so many seconds later.
DayScene past_one_station(int tables, double later_s, const char* second_way = "road") {
    DayScene scene;
    scene.leg("road", 1500.0, 8.0, Traffic::separated);
    scene.race("one", thirsty(300, 1), {"road"});
    Scenario later = thirsty(300, 2);
    *later.waves[0].gun_s += later_s;
    scene.race("two", later, {second_way});
    scene.spec.stations = {water(tables)};
    return scene;
}

std::uint32_t sum(const std::vector<std::uint32_t>& values) {
    return std::accumulate(values.begin(), values.end(), 0U);
}

double mean_wait_s(const StationRecord& station) {
    const double all_s = std::accumulate(station.wait_s.begin(), station.wait_s.end(), 0.0);
    return all_s / static_cast<double>(std::max<std::size_t>(1, station.wait_s.size()));
}

TEST(DayStations, EachRaceKeepsItsOwnBookOfOneStation) {
    RunDay run(past_one_station(4, 0.0));
    run.run();
    for (const std::size_t k : {0U, 1U}) {
        const StationRecord station = run.record(k).stations.at(0);
        EXPECT_EQ(sum(station.arrivals), 300U);
        EXPECT_GT(sum(station.takers), 150U);
        EXPECT_EQ(sum(station.takers), sum(station.served) + sum(station.unserved));
    }
}

TEST(DayStations, RacesThatComeTogetherWaitForOneAnothersRunners) {
    RunDay together(past_one_station(2, 0.0));
    RunDay apart(past_one_station(2, 7200.0));
    together.run();
    apart.run();
    EXPECT_GT(mean_wait_s(together.record(1).stations.at(0)),
              1.2 * mean_wait_s(apart.record(1).stations.at(0)));
}

TEST(DayStations, OneStockServesAll) {
    DayScene scene = past_one_station(4, 1800.0);
    GoodSpec drink;
    drink.name = "drink";
    drink.stock = 300.0;
    scene.spec.stations[0].station.goods = {drink};
    RunDay run(scene);
    run.run();
    const StationRecord one = run.record(0).stations.at(0);
    const StationRecord two = run.record(1).stations.at(0);
    EXPECT_EQ(sum(one.cups) + sum(two.cups), 300U);
    EXPECT_GT(two.found_none, 0U);
    EXPECT_EQ(two.goods.at(0).left, 0);
    EXPECT_DOUBLE_EQ(one.goods.at(0).first_out_s - two.goods.at(0).first_out_s, 1800.0);
}

TEST(DayStations, WhoRunsBackComesToTheLastTableFirst) {
    RunDay run(past_one_station(4, 7200.0, "road back"));
    run.run();
    const StationRecord forward = run.record(0).stations.at(0);
    const StationRecord back = run.record(1).stations.at(0);
    EXPECT_DOUBLE_EQ(forward.at_m, 600.0);
    EXPECT_DOUBLE_EQ(back.at_m, 1500.0 - 600.0 - back.length_m);
    EXPECT_GT(sum(back.served), 100U);
}

// The hash of the states, and what the station's own book and store say.
TEST(DayStations, ARaceWithAStationOfTheDayIsAsIfAlone) {
    GoodSpec drink;
    drink.name = "drink";
    drink.stock = 1000.0;
    DayScene scene;
    scene.leg("road", 1500.0, 8.0);
    scene.leg("elsewhere", 1500.0, 8.0);
    scene.race("one", thirsty(300, 1), {"road"});
    Scenario later = thirsty(300, 2);
    *later.waves[0].gun_s += 600.0;
    scene.race("two", later, {"elsewhere"});
    DayStationSpec spec = water(4);
    spec.station.goods = {drink};
    scene.spec.stations = {spec, spec};
    scene.spec.stations[1].leg = "elsewhere";
    RunDay run(scene);
    run.run();
    for (const std::size_t k : {0U, 1U}) {
        Scenario by_itself = scene.scenarios[k];
        by_itself.stations = {spec.station};
        const Record alone = test::run(by_itself, run.network().routes[k].course);
        const Record together = run.record(k);
        EXPECT_EQ(together.state_hash, alone.state_hash);
        EXPECT_EQ(together.stations[0].cups_by_minute, alone.stations[0].cups_by_minute);
        EXPECT_EQ(together.stations[0].goods[0].left_by_quarter,
                  alone.stations[0].goods[0].left_by_quarter);
    }
}

TEST(DayStations, RowsThatAreStaggeredStandWhereTheyStandForWhoRunsBack) {
    DayScene scene = past_one_station(4, 7200.0, "road back");
    scene.spec.stations[0].station.side = StationSide::staggered;
    scene.spec.stations[0].station.stagger_m = 80.0;
    const RunDay run(scene);
    const StationRecord back = run.record(1).stations.at(0);
    EXPECT_DOUBLE_EQ(back.at_m, 1500.0 - 600.0 - back.length_m - 80.0);
}

/// Two races whose last runners are taken off the road in the same step, in the lines of one table.
DayScene taken_off_at_one_station() {
    DayScene scene = past_one_station(1, 0.0);
    scene.spec.stations[0].station.cups_per_minute = 1.0;
    scene.spec.stations[0].station.take_share = 1.0;
    scene.spec.stations[0].station.places = 50;
    for (Scenario& scenario : scene.scenarios) scenario.limit_s = 600.0;
    return scene;
}

TEST(DayThreads, RunnersOfTwoRacesLeaveTheLinesOfOneTableInOneStep) {
    std::vector<std::uint64_t> first;
    for (const int threads : {1, 2}) {
        RunDay run(taken_off_at_one_station(), {threads, best_instruction_set()});
        run.run();
        const std::vector<std::uint64_t> hashes{run.record(0).state_hash, run.record(1).state_hash};
        if (first.empty()) first = hashes;
        EXPECT_EQ(hashes, first);
        EXPECT_GT(run.day().race(0).withdrawn() + run.day().race(1).withdrawn(), 100U);
    }
}

}  // namespace
}  // namespace gineste
