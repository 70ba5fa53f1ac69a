// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <cmath>
#include <regex>
#include <set>

#include "study/measures.hpp"
#include "support/small_race.hpp"

namespace gineste {
namespace {

double value(const std::vector<Measure>& measures, const std::string& key) {
    const Measure* found = find_measure(measures, key);
    return found == nullptr ? std::nan("") : found->value;
}

// Two pieces of road of 100 m by 5 m, two minutes. Runners in a cell: time spent over a minute.
Record two_pieces() {
    Record record;
    record.segments.resize(2);
    for (std::size_t k = 0; k < 2; ++k) {
        record.segments[k].from_m = 100.0 * static_cast<double>(k);
        record.segments[k].to_m = record.segments[k].from_m + 100.0;
        record.segments[k].width_m = record.segments[k].least_width_m = 5.0;
    }
    record.congestion.segments = record.congestion.intervals = 2;
    record.congestion.runner_s = {60.0 * 100.0, 60.0 * 250.0, 60.0 * 200.0, 0.0};
    record.congestion.distance_m = record.congestion.free_distance_m = {1.0, 1.0, 1.0, 0.0};
    record.congestion.wave_mask = record.congestion.delayed = record.congestion.left = {0, 0, 0, 0};
    return record;
}

TEST(Measures, CrowdedTimeIsThatOfRunnersInCellsAtTheThreshold) {
    const Record record = two_pieces();
    // 100, 250 and 200 runners on 500 m²: 0.2, 0.5 and 0.4 /m2
    const auto at_04 = measures_of(record, 0.4);
    EXPECT_DOUBLE_EQ(value(at_04, "peak_density_per_m2"), 0.5);
    EXPECT_DOUBLE_EQ(value(at_04, "crowded_runner_min"), 450.0);
    EXPECT_DOUBLE_EQ(value(measures_of(record, 0.45), "crowded_runner_min"), 250.0);
    EXPECT_DOUBLE_EQ(value(measures_of(record, 0.6), "crowded_runner_min"), 0.0);
}

// 1 km from 10 to 70 min and from 20 to 100 min: 60 and 80 min at its ends, 70 in the mean.
TEST(Measures, RoadTakenIsFromFirstToLastRunnerByLength) {
    Record record = two_pieces();
    record.road = {{0.0, 600.0, 4200.0}, {1000.0, 1200.0, 6000.0}};
    EXPECT_NEAR(value(measures_of(record), "road_km_h"), 70.0 / 60.0, 1e-12);
}

TEST(Measures, LastStartIsThatOfTheLastWaveOverTheLine) {
    Record record = two_pieces();
    record.waves.resize(2);
    record.waves[0].last_over_s = 200.0;
    record.waves[1].last_over_s = 150.0;
    EXPECT_EQ(value(measures_of(record), "last_start_s"), 200.0);
}

TEST(Measures, KeysAreWordsForProgramsEachOnce) {
    Scenario scenario = test::plain_scenario(20, 3.0);
    test::add_wave(scenario, 20, 60.0);
    StationSpec station;
    station.name = "Eau, « fraîche »";
    station.at_m = 300.0;
    scenario.stations = {station};
    const auto measures = measures_of(test::run(scenario, straight_course(600.0, 0.0, 6.0)));
    std::set<std::string> keys;
    for (const Measure& measure : measures) {
        EXPECT_TRUE(std::regex_match(measure.key, std::regex("[a-z][a-z0-9_]*"))) << measure.key;
        EXPECT_TRUE(keys.insert(measure.key).second) << measure.key;
        EXPECT_TRUE(std::isfinite(measure.value)) << measure.key;
    }
    const auto planned = planned_measures(scenario);
    ASSERT_EQ(planned.size(), measures.size());
    for (std::size_t k = 0; k < planned.size(); ++k) {
        EXPECT_EQ(planned[k].key, measures[k].key);
        EXPECT_EQ(planned[k].label, measures[k].label);
    }
    EXPECT_TRUE(keys.contains("wave_2_lost_p95_s"));
    EXPECT_TRUE(keys.contains("station_1_wait_p95_s"));
    // Distance over speed: the second wave's 600 m at 3 m/s begin a minute after the first's.
    EXPECT_GT(value(measures, "last_start_s"), 60.0);
    EXPECT_GT(value(measures, "last_finish_s"), value(measures, "last_start_s") + 199.0);
}

}  // namespace
}  // namespace gineste
