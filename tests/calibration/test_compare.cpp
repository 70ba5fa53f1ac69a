// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "calibration/compare.hpp"
#include "calibration/compare_text.hpp"
#include "support/small_race.hpp"

namespace gineste {
namespace {

using ::testing::HasSubstr;

// 200 runners, one a second from 0, who pass 1 km at 300 s and 2 km at 600 s, `late_s` later.
Results even_race(double late_s) {
    Results results;
    results.marks_m = {1000.0, 2000.0};
    results.has_starts = true;
    for (int i = 0; i < 200; ++i) {
        Result runner;
        runner.wave = WaveId(std::size_t{0});
        runner.start_s = i + late_s;
        runner.net_s = {300.0 + i, 600.0 + 2 * i};
        results.runners.push_back(runner);
    }
    return results;
}

const Agreement& find(const std::vector<Agreement>& all, const std::string& group,
                      const std::string& where) {
    return *std::find_if(all.begin(), all.end(), [&](const Agreement& one) {
        return one.group == group && one.where == where;
    });
}

TEST(Compare, FindsNothingOffBetweenARaceAndItself) {
    const auto measures =
        compare(even_race(0.0), {even_race(0.0), even_race(0.0)}, test::plain_scenario(0, 3.0));
    EXPECT_EQ(measures.size(), 1u + 2u + 10u + 1u);
    for (const Agreement& one : measures) {
        EXPECT_EQ(one.error.largest, 0.0) << one.group << one.where;
        EXPECT_EQ(one.error_sd, 0.0);
    }
}

// One a second, 20 s late: a tenth of 200 is missing as long as they come.
TEST(Compare, SeesALateStartAsTheShareThatIsMissing) {
    const auto measures =
        compare(even_race(0.0), {even_race(20.0)}, test::plain_scenario(0, 3.0), {60.0});
    EXPECT_NEAR(find(measures, "start", "all").error.largest, 0.1, 1e-9);
    EXPECT_EQ(find(measures, "finish", "all").error.largest, 0.0);
    EXPECT_GT(pooled(measures, "count").error.mean, 0.0);
}

TEST(Compare, TakesTheErrorOfTheMeanOverRunsAndTellsTheirSpread) {
    const auto measures =
        compare(even_race(0.0), {even_race(20.0), even_race(-20.0)}, test::plain_scenario(0, 3.0));
    const Agreement& start = find(measures, "start", "all");
    EXPECT_LT(start.error.mean, 0.02);
    EXPECT_GT(start.error_of_one, 0.08);
}

TEST(Compare, SeesARecordAsATimerWould) {
    const Scenario scenario = test::plain_scenario(20, 3.0);
    const Course course = straight_course(2000.0, 0.0, 10.0);
    const Field field = draw_field(scenario, course);
    const Record record = test::run(scenario, course);
    const Results results = timed(record, field, {500.0, 1050.0, 2000.0});
    ASSERT_EQ(results.runners.size(), 20u);
    for (std::size_t i = 0; i < 20; ++i) {
        const Result& runner = results.runners[i];
        EXPECT_EQ(runner.start_s, record.runners.start_s[i]);
        EXPECT_NEAR(runner.net_s[2], record.runners.finish_s[i] - runner.start_s, 1e-9);
        EXPECT_NEAR(runner.net_s[1] - runner.net_s[0], 550.0 / 3.0, 3.0);
    }
}

TEST(Compare, WritesItsCurvesForPlotting) {
    const auto measures = compare(even_race(0.0), {even_race(20.0)}, test::plain_scenario(0, 3.0));
    EXPECT_THAT(compare_csv(measures),
                HasSubstr("measure,where,at,observed,predicted,sd\r\nstart,all,0,"));
    EXPECT_THAT(compare_text(measures, test::plain_scenario(0, 3.0), 1), HasSubstr("all of them"));
}

}  // namespace
}  // namespace gineste
