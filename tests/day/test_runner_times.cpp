// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "core/no_value.hpp"
#include "day/runner_times.hpp"
#include "day/sorted_times.hpp"
#include "small_day.hpp"

namespace gineste {
namespace {

using testing::ElementsAre;

double at_s(const RunnerTimes& times, std::size_t runner, double at_m) {
    return times.at_s(runner, times.place(at_m));
}

TEST(RunnerTimes, AreInProportionBetweenMarksAndOnTheClockOfTheDay) {
    const Record race = even_race(250.0, {{10.0, 2.5}});
    const RunnerTimes times(race, 1000.0);
    EXPECT_DOUBLE_EQ(at_s(times, 0, 0.0), 1010.0);
    EXPECT_DOUBLE_EQ(at_s(times, 0, 100.0), 1050.0);
    EXPECT_DOUBLE_EQ(at_s(times, 0, 175.0), 1080.0);
    EXPECT_DOUBLE_EQ(at_s(times, 0, 225.0), 1100.0);  // half way from the last mark to the finish
    EXPECT_DOUBLE_EQ(at_s(times, 0, 250.0), 1110.0);
    EXPECT_DOUBLE_EQ(at_s(times, 0, 251.0), 1110.0);
    EXPECT_DOUBLE_EQ(times.last_s(0), 1110.0);
}

TEST(RunnerTimes, AtAFinishOnAMarkAreThoseOfTheFinish) {
    Record race = even_race(200.0, {{0.0, 3.0}});
    race.runners.finish_s[0] = 66.6666;  // the mark has whole milliseconds
    const RunnerTimes times(race, 0.0);
    EXPECT_DOUBLE_EQ(at_s(times, 0, 200.0), 66.6666);
}

TEST(RunnerTimes, EndAtTheLastMarkOfWhoWithdrew) {
    const Record race = even_race(500.0, {{0.0, 2.0, 250.0}, {kNaN, 2.0}});
    const RunnerTimes times(race, 0.0);
    EXPECT_DOUBLE_EQ(at_s(times, 0, 200.0), 100.0);
    EXPECT_TRUE(std::isnan(at_s(times, 0, 201.0)));
    EXPECT_TRUE(std::isnan(at_s(times, 0, 500.0)));
    EXPECT_DOUBLE_EQ(times.last_s(0), 100.0);
    EXPECT_TRUE(std::isnan(at_s(times, 1, 0.0)));
    EXPECT_TRUE(std::isnan(times.last_s(1)));
}

TEST(RunnerTimes, OfAllAreInOrderWithoutThoseWhoNeverCame) {
    const Record race = even_race(300.0, {{30.0, 3.0}, {0.0, 2.0}, {0.0, 2.0, 150.0}});
    EXPECT_THAT(RunnerTimes(race, 5.0).all_s(300.0), ElementsAre(135.0, 155.0));
}

TEST(SortedTimes, HaveQuantilesBetweenThem) {
    EXPECT_DOUBLE_EQ(quantile_of_sorted(std::vector{1.0, 2.0, 4.0, 8.0}, 0.5), 3.0);
    EXPECT_DOUBLE_EQ(quantile_of_sorted(std::vector{1.0, 2.0, 4.0, 8.0}, 0.25), 1.75);
    EXPECT_DOUBLE_EQ(quantile_of_sorted(std::vector{7.0}, 0.95), 7.0);
    EXPECT_DOUBLE_EQ(quantile_of_sorted(std::vector{1.0, 2.0}, 1.0), 2.0);
    EXPECT_TRUE(std::isnan(quantile_of_sorted({}, 0.5)));
}

TEST(SortedTimes, AreBusiestWhereMostLieWithinAWindowThatDoesNotHoldItsEnd) {
    const std::vector<double> times_s{0.0, 50.0, 300.0, 310.0, 399.0, 400.0};
    EXPECT_EQ(busiest_window(times_s, 100.0).count, 3U);  // 300, 310, 399; 400 is its end
    EXPECT_DOUBLE_EQ(busiest_window(times_s, 100.0).begin_s, 300.0);
    EXPECT_DOUBLE_EQ(busiest_window(times_s, 60.0).begin_s, 0.0);  // the first of several alike
    EXPECT_EQ(busiest_window({}, 60.0).count, 0U);
    EXPECT_TRUE(std::isnan(busiest_window({}, 60.0).begin_s));
}

TEST(SortedTimes, AreCountedByMinutesOfTheClock) {
    const std::vector<double> times_s{0.0, 59.9, 60.0, 61.0, 119.0, 300.0};
    EXPECT_THAT(minutes_of(times_s), ElementsAre(0, 1, 5));
    EXPECT_THAT(counts_by_minute(times_s), ElementsAre(2, 3, 0, 0, 0, 1));
    EXPECT_TRUE(counts_by_minute({}).empty());
}

}  // namespace
}  // namespace gineste
