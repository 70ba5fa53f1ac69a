// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "study/pareto.hpp"

namespace gineste {
namespace {

using Points = std::vector<std::vector<double>>;

TEST(Pareto, FrontIsWhoNobodyDominatesAndOfEqualOnesTheFirst) {
    const Points points = {{1, 5}, {2, 2}, {5, 1}, {3, 3}, {2, 2}, {1, 6}};
    EXPECT_EQ(pareto_front(points), (std::vector<std::size_t>{0, 1, 2}));
    EXPECT_FALSE(dominates({1, 1}, {1, 1}));
    EXPECT_TRUE(dominates({1, 1}, {1, 2}));
}

TEST(Pareto, HypervolumeOfTwoObjectivesIsTheAreaOfTheStairs) {
    EXPECT_DOUBLE_EQ(hypervolume({{1, 3}, {2, 1}, {5, 0}}, {4, 4}), 3 * 1 + 2 * 2);
}

TEST(Pareto, HypervolumeOfThreeObjectivesIsTheVolumeOfTheBoxesOnce) {
    EXPECT_DOUBLE_EQ(hypervolume({{0, 0, 1}}, {2, 2, 2}), 4.0);
    // Two boxes of 4 and 4 that share 2 x 1 x 1.
    EXPECT_DOUBLE_EQ(hypervolume({{0, 0, 1}, {0, 1, 0}}, {2, 2, 2}), 4.0 + 4.0 - 2.0);
}

TEST(Pareto, SpreadTakesTheEndsAndThenTheFarthest) {
    const Points points = {{0, 10}, {1, 9}, {5, 5}, {9, 1}, {10, 0}};
    EXPECT_EQ(spread_out(points, 3), (std::vector<std::size_t>{0, 2, 4}));
    EXPECT_EQ(spread_out(points, 9).size(), 5U);
}

}  // namespace
}  // namespace gineste
