// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "core/no_value.hpp"
#include "observers/summaries.hpp"

namespace gineste {
namespace {

TEST(Segments, CoverTheCourseWithItsWidthAndGrade) {
    const auto segments = segment_records(straight_course(1050.0, 0.04, 7.0), 100.0);
    ASSERT_EQ(segments.size(), 11u);
    EXPECT_DOUBLE_EQ(segments.back().to_m, 1050.0);
    EXPECT_NEAR(segments[3].width_m, 7.0, 1e-9);
    EXPECT_NEAR(segments[3].grade, 0.04, 1e-9);
}

TEST(Waves, FlowIsRunnersPerSecondAndMetreBetweenFirstAndLast) {
    RunnerRecord runners;
    for (int k = 0; k < 101; ++k) {
        runners.wave.push_back(0);
        runners.start_s.push_back(5.0 + 0.5 * k);
        runners.finish_s.push_back(k < 90 ? 1000.0 : kNaN);
    }
    runners.wave.push_back(0);  // who never started
    runners.start_s.push_back(kNaN);
    runners.finish_s.push_back(kNaN);
    std::vector<WaveRecord> waves(1);
    waves[0].line_width_m = 4.0;
    count_waves(runners, waves);
    EXPECT_EQ(waves[0].entrants, 102u);
    EXPECT_EQ(waves[0].started, 101u);
    EXPECT_EQ(waves[0].finished, 90u);
    EXPECT_DOUBLE_EQ(waves[0].first_over_s, 5.0);
    EXPECT_DOUBLE_EQ(waves[0].last_over_s, 55.0);
    EXPECT_NEAR(waves[0].flow_per_s_per_m, 0.5, 1e-12);
    EXPECT_NEAR(waves[0].peak_flow_per_s_per_m, 0.5, 1e-12);
}

TEST(Road, FirstAndLastRunnerAreReadAtEachKilometreAndTheFinish) {
    PassageRecord passages;
    passages.spacing_m = 500.0;
    passages.marks = 4;  // 0, 500, 1000, 1500 of 1,600 m
    passages.passage_ms = {0, 100000, 200000, 300000, 5000, 90000, kNeverMs, kNeverMs};
    RunnerRecord runners;
    runners.finish_s = {330.0, kNaN};
    const auto road = road_records(passages, runners, 1600.0);
    ASSERT_EQ(road.size(), 3u);
    EXPECT_DOUBLE_EQ(road[0].first_s, 0.0);
    EXPECT_DOUBLE_EQ(road[0].last_s, 5.0);
    EXPECT_DOUBLE_EQ(road[1].last_s, 200.0);
    EXPECT_DOUBLE_EQ(road[2].at_m, 1600.0);
    EXPECT_DOUBLE_EQ(road[2].first_s, 330.0);
}

}  // namespace
}  // namespace gineste
