// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "core/random.hpp"
#include "forecast/overtakes.hpp"

namespace gineste {
namespace {

std::uint64_t by_looking_at_every_pair(const std::vector<double>& a, const std::vector<double>& b) {
    std::uint64_t count = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        for (std::size_t j = i + 1; j < a.size(); ++j) {
            if ((a[i] - a[j]) * (b[i] - b[j]) < 0.0) ++count;
        }
    }
    return count;
}

TEST(Overtakes, AreThePairsThatChangedOrder) {
    const Random random(11);
    std::vector<double> first;
    std::vector<double> second;
    for (std::uint32_t i = 0; i < 700; ++i) {
        first.push_back(std::floor(40.0 * random.normal(RunnerId(i), Purpose::ability)));  // ties
        second.push_back(first.back() +
                         std::floor(30.0 * random.normal(RunnerId(i), Purpose::drift)));
    }
    EXPECT_EQ(count_overtakes(first, second), by_looking_at_every_pair(first, second));
}

TEST(Overtakes, AreNoneInAProcessionAndAllWhenItIsReversed) {
    std::vector<double> order;
    std::vector<double> reversed;
    for (int i = 0; i < 1000; ++i) {
        order.push_back(i);
        reversed.push_back(-i);
    }
    EXPECT_EQ(count_overtakes(order, order), 0U);
    EXPECT_EQ(count_overtakes(order, reversed), 1000U * 999U / 2U);
}

TEST(Overtakes, LeaveOutWhoDidNotComeThrough) {
    const double never = std::nan("");
    EXPECT_EQ(count_overtakes(std::vector{1.0, 2.0, never, 3.0}, std::vector{5.0, never, 1.0, 4.0}),
              1U);
}

}  // namespace
}  // namespace gineste
