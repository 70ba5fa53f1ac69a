// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "core/random.hpp"
#include "study/plan_race.hpp"

namespace gineste {
namespace {

using Asked = std::vector<std::pair<std::size_t, std::size_t>>;

// Plans whose objectives are known, plus what the day brings to all alike and a little of their
// own.
struct Days {
    std::vector<std::vector<double>> truth;
    double own = 0.01;

    std::vector<RaceScore> operator()(const Asked& races) const {
        std::vector<RaceScore> scores;
        for (const auto& [plan, seed] : races) {
            const Random random(seed + 100);
            RaceScore score;
            for (std::size_t k = 0; k < truth[plan].size(); ++k) {
                const auto step = static_cast<std::uint32_t>(k);
                score.objectives.push_back(
                    truth[plan][k] + random.normal(RunnerId(0), Purpose::ability, step) +
                    own * random.normal(RunnerId(plan + 1), Purpose::ability, step));
            }
            scores.push_back(score);
        }
        return scores;
    }
};

TEST(SelectPlans, GivesUpWhoIsBeatenThoughDaysDifferMoreThanPlans) {
    const Days days{{{10.0, 10.0}, {9.0, 9.0}, {8.0, 12.0}}};
    const auto plans = select_plans(3, {3, 60, 0.001}, days);
    EXPECT_EQ(plans[0].standing, Standing::beaten);  // by the second
    EXPECT_EQ(plans[1].standing, Standing::front);
    EXPECT_EQ(plans[2].standing, Standing::front);
}

TEST(SelectPlans, SpendsItsRacesWhereTheDecisionIsOpen) {
    const Days days{{{10.0, 10.0}, {9.0, 10.99}, {20.0, 20.0}, {9.03, 10.96}}, 0.05};
    const auto plans = select_plans(4, {3, 60, 0.0}, days);
    EXPECT_EQ(plans[2].standing, Standing::beaten);
    EXPECT_LT(plans[2].races.size(), plans[1].races.size());
}

TEST(SelectPlans, StopsWhereItsRacesAreUsedUp) {
    const Days days{{{10.0, 10.0}, {10.0, 10.0}}, 1.0};
    const auto plans = select_plans(2, {3, 20, 0.0}, days);
    EXPECT_LE(plans[0].races.size() + plans[1].races.size(), 20U);
}

TEST(SelectPlans, SaysWhoBreaksABound) {
    const auto run = [](const Asked& races) {
        std::vector<RaceScore> scores;
        for (const auto& [plan, seed] : races) {
            scores.push_back({{1.0 + static_cast<double>(plan), 2.0 - static_cast<double>(plan)},
                              plan == 0 ? 1.0 : 0.0});
        }
        return scores;
    };
    const auto plans = select_plans(2, {2, 10, 0.0}, run);
    EXPECT_EQ(plans[0].standing, Standing::breaks);
    EXPECT_EQ(plans[1].standing, Standing::front);
}

}  // namespace
}  // namespace gineste
