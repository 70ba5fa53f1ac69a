// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <chrono>
#include <cmath>
#include <numeric>
#include <thread>

#include "race/race.hpp"
#include "race/stopwatch.hpp"
#include "support/small_race.hpp"

namespace gineste {
namespace {

TEST(Race, EndsWhenTheLastRunnerIsInAndSaysSo) {
    const Scenario scenario = test::plain_scenario(50, 3.0);
    const Course course = straight_course(1000.0, 0.0, 8.0);
    Race race(scenario, course, draw_field(scenario, course));
    EXPECT_TRUE(race.advance());
    EXPECT_FALSE(race.record().complete);
    while (race.advance()) {
    }
    EXPECT_EQ(race.finished(), 50u);
    EXPECT_TRUE(race.record().complete);
    EXPECT_FALSE(race.advance());
}

TEST(Race, TakesThoseStillOutOffTheRoadAtTheLimit) {
    Scenario scenario = test::plain_scenario(20, 3.0);
    scenario.limit_s = 120.0;
    const Record record = test::run(scenario, straight_course(5000.0, 0.0, 8.0));
    for (const RunnerStatus status : record.runners.status) {
        EXPECT_EQ(status, RunnerStatus::withdrawn);
    }
    EXPECT_LE(record.engine.simulated_s, 121.0);
}

TEST(Race, TimesOfThePhasesAddUpToNoMoreThanTheWhole) {
    const Scenario scenario = test::plain_scenario(2000, 3.0);
    const Course course = straight_course(1000.0, 0.0, 8.0);
    for (const int threads : {1, 2}) {
        Race race(scenario, course, draw_field(scenario, course), {threads});
        while (race.advance()) {
        }
        const EngineRecord engine = race.record().engine;
        const PhaseTimes& took = engine.phases;
        const double sum_s =
            took.release_s + took.move_s + took.serve_s + took.reorder_s + took.tick_s;
        EXPECT_LE(sum_s, engine.simulation_s) << threads << " threads";
        for (const double phase_s :
             {took.release_s, took.move_s, took.serve_s, took.reorder_s, took.tick_s}) {
            EXPECT_GT(phase_s, 0.0) << threads << " threads";
        }
        const MoveTimes& parts = engine.move_parts;
        for (const double part_s :
             {parts.pace_s, parts.steer_s, parts.jostle_s, parts.observe_s, parts.order_s}) {
            EXPECT_GT(part_s, 0.0) << threads << " threads";
        }
    }
}

TEST(Stopwatch, AddsUpLapsOfWhichEachBeginsWhereTheLastEnds) {
    const auto began = std::chrono::steady_clock::now();
    Stopwatch watch;
    double first_s = 0.0;
    double second_s = 0.0;
    for (int turn = 0; turn < 3; ++turn) {
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
        watch.lap(first_s);
        watch.lap(second_s);
    }
    const std::chrono::duration<double> whole = std::chrono::steady_clock::now() - began;
    EXPECT_GE(first_s, 0.006);
    EXPECT_LE(first_s + second_s, whole.count());
}

TEST(Stopwatch, RunsOneTurnInSixteenWhichStandsForAll) {
    int measured = 0;
    for (std::size_t turn = 5; turn < 5 + 32; ++turn) {
        Stopwatch watch = Stopwatch::for_turn(turn);
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
        double took_s = 0.0;
        watch.lap(took_s);
        if (took_s == 0.0) continue;
        EXPECT_GE(took_s, 0.016);
        ++measured;
    }
    EXPECT_EQ(measured, 2);
}

TEST(Race, RecordHoldsEveryRunnerAtEveryMark) {
    const Scenario scenario = test::plain_scenario(30, 3.0);
    const Record record = test::run(scenario, straight_course(1000.0, 0.0, 8.0));
    ASSERT_EQ(record.passages.passage_ms.size(), 30u * 11u);
    for (std::size_t i = 0; i < 30; ++i) {
        for (std::size_t mark = 1; mark < 11; ++mark) {
            EXPECT_GT(record.passages.passage_ms[i * 11 + mark],
                      record.passages.passage_ms[i * 11 + mark - 1]);
        }
        EXPECT_NEAR(record.passages.passage_ms[i * 11 + 10], 1000.0 * record.runners.finish_s[i],
                    0.51);
    }
}

TEST(Race, TimeLostIsWhatTheNetTimeIsBeyondTheIdeal) {
    Scenario scenario = test::plain_scenario(400, 3.0);
    scenario.field.speed_mps = {3.0, 0.4, 2.0, 4.5};
    scenario.start.run_up_m = 15.0;
    const Record record = test::run(scenario, straight_course(3000.0, 0.0, 6.0));
    double lost_s = 0.0;
    double late_s = 0.0;
    for (std::size_t i = 0; i < 400; ++i) {
        lost_s += record.runners.lost_s[i];
        late_s += record.runners.finish_s[i] - record.runners.start_s[i] -
                  static_cast<double>(record.runners.ideal_s[i]);
    }
    EXPECT_GT(lost_s, 400.0);
    EXPECT_NEAR(lost_s / 400.0, late_s / 400.0, 1.0);
}

TEST(Race, StationsBalanceTheirBooks) {
    Scenario scenario = test::plain_scenario(600, 3.0);
    scenario.field.speed_mps = {3.0, 0.4, 2.0, 4.5};
    scenario.field.withdraw_share = 0.05;
    StationSpec station;
    station.name = "water";
    station.at_m = 800.0;
    station.tables = 4;
    station.volunteers = 1;
    scenario.stations = {station};
    const Record record = test::run(scenario, straight_course(2000.0, 0.0, 7.0));
    const auto total = [](const std::vector<std::uint32_t>& counts) {
        return std::accumulate(counts.begin(), counts.end(), 0U);
    };
    const StationRecord& kept = record.stations.front();
    EXPECT_EQ(total(kept.takers), total(kept.served) + total(kept.unserved));
    EXPECT_EQ(kept.wait_s.size(), total(kept.served));
    EXPECT_GT(total(kept.served), 300u);
    EXPECT_GE(total(kept.cups), total(kept.served));
}

}  // namespace
}  // namespace gineste
