// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "forecast/turns.hpp"

namespace gineste {
namespace {

// 1,200 come at 20/s for a minute, 15/s pass. The last comes at 60 s and goes at 80 s: the curves
// enclose a triangle 1,200 runners high and 20 s wide at its tip, 12,000 runner-seconds; 300 stand
// when the last has come. In turns of whole runners both are less by half a runner's share.
TEST(Turns, DelayOfASteadySurplusIsTheTriangleBetweenTheCurves) {
    std::vector<double> come_s;
    for (int k = 0; k < 1200; ++k) come_s.push_back(k / 20.0);
    const Turns turns = take_turns(come_s, std::vector<double>(1200, 1.0 / 15.0));
    const QueueFigures figures = queue_figures(turns);
    EXPECT_NEAR(figures.total_delay_s, 12000.0, 12000.0 / 1000.0);
    EXPECT_NEAR(figures.total_delay_s, 0.5 * 1200 * 1199 * (1.0 / 15.0 - 1.0 / 20.0), 1e-6);
    EXPECT_NEAR(figures.longest_delay_s, 20.0, 0.02);
    EXPECT_NEAR(static_cast<double>(figures.most_late), 300.0, 1.0);
    EXPECT_NEAR(figures.to_s, 80.0, 0.1);
    // Delay grows by 1/60 s a runner: 5 s from the 300th, who comes at 15 s.
    EXPECT_NEAR(figures.from_s, 15.0, 0.1);
    EXPECT_NEAR(static_cast<double>(figures.delayed), 900.0, 2.0);
}

// After the surplus 5/s come: the queue of 300 empties at 10/s, in 30 s. Triangle with base 0-90 s
// and height 300: 13,500 runner-seconds.
TEST(Turns, QueueEmptiesAtTheDifferenceOfTheFlows) {
    std::vector<double> come_s;
    for (int k = 0; k < 1200; ++k) come_s.push_back(k / 20.0);
    for (int k = 0; k < 300; ++k) come_s.push_back(60.0 + k / 5.0);
    const Turns turns = take_turns(come_s, std::vector<double>(1500, 1.0 / 15.0));
    EXPECT_NEAR(queue_figures(turns).total_delay_s, 13500.0, 50.0);
    for (std::size_t k = 0; k < turns.size(); ++k) {
        if (turns.come_s[k] <= 90.5) continue;
        EXPECT_EQ(turns.delay_s(k), 0.0);
    }
}

TEST(Turns, NobodyIsLostOvertakesOrGoesBeforeComing) {
    std::vector<double> come_s;
    std::vector<double> headways_s;
    for (int k = 0; k < 500; ++k) {
        come_s.push_back(0.1 * k + std::sin(0.1 * k));
        headways_s.push_back(0.05 + 0.001 * (k % 90));
    }
    const Turns turns = take_turns(come_s, headways_s);
    ASSERT_EQ(turns.size(), 500U);
    for (std::size_t k = 0; k < 500; ++k) {
        EXPECT_GE(turns.go_s[k], turns.come_s[k]);
        if (k == 0) continue;
        EXPECT_GE(turns.go_s[k], turns.go_s[k - 1] + headways_s[k - 1] - 1e-12);
    }
}

TEST(Turns, WhereAllPassFreelyThereIsNoQueue) {
    const QueueFigures figures = queue_figures(take_turns({1.0, 2.0, 3.0}, {0.5, 0.5, 0.5}));
    EXPECT_EQ(figures.total_delay_s, 0.0);
    EXPECT_EQ(figures.delayed, 0U);
    EXPECT_EQ(figures.most_late, 0U);
    EXPECT_TRUE(std::isnan(figures.from_s));
    EXPECT_TRUE(std::isnan(queue_figures(take_turns({}, {})).to_s));
}

TEST(Turns, MinutesCountEveryTimeOnce) {
    const std::vector<double> times_s{-3.0, 0.0, 59.9, 60.0, 130.0, 130.0, 131.0, std::nan("")};
    const std::vector<std::size_t> counts = count_per_minute(times_s);
    EXPECT_EQ(counts, (std::vector<std::size_t>{3, 1, 3}));
    EXPECT_EQ(peak_minute({1, 4, 4}).begin_s, 60.0);
    EXPECT_EQ(peak_minute({}).count, 0U);
}

}  // namespace
}  // namespace gineste
