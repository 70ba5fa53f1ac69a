// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <cmath>

#include "core/random.hpp"
#include "field/ability.hpp"

namespace gineste {
namespace {

TEST(Ability, QuantilesComeBackAndTheLogarithmIsStraightBetweenThem) {
    TimeDistribution law;
    law.quantiles = {
        {{}, normal_cdf(-1.0), 4000.0}, {{}, 0.5, 5000.0}, {{}, normal_cdf(2.0), 9000.0}};
    EXPECT_NEAR(drawn_time_s(law, -1.0), 4000.0, 1e-6);
    EXPECT_NEAR(drawn_time_s(law, 0.0), 5000.0, 1e-6);
    EXPECT_NEAR(drawn_time_s(law, 1.0), std::sqrt(5000.0 * 9000.0), 1e-6);
    EXPECT_NEAR(drawn_time_s(law, -2.0), 4000.0 * 4000.0 / 5000.0, 1e-6);
}

// Counts of a log-normal law, by the minute.
std::vector<TimeCount> log_normal_counts(double median_s, double spread) {
    std::vector<TimeCount> counts;
    double before = 0.0;
    for (double until_s = 3060.0; until_s < 20'000.0; until_s += 60.0) {
        const double share = normal_cdf(std::log(until_s / median_s) / spread);
        counts.push_back({until_s, 1e6 * (share - before)});
        before = share;
    }
    return counts;
}

TEST(Ability, QuantilesOfCountsAreThoseOfTheLawBehindThem) {
    const auto quantiles = quantiles_of(log_normal_counts(7000.0, 0.2), 3000.0);
    double before = 0.0;
    for (const TimeQuantile& quantile : quantiles) {
        const double wanted_s = 7000.0 * std::exp(0.2 * normal_quantile(quantile.share));
        EXPECT_NEAR(quantile.time_s, wanted_s, 10.0) << quantile.share;
        EXPECT_LE(quantile.share - before, 0.04);
        before = quantile.share;
    }
}

TEST(Ability, WhatTheCrowdTookIsTakenOffByItsShareOfTheTime) {
    const std::vector<TimeQuantile> observed{{{}, 0.25, 6000.0}, {{}, 0.75, 8000.0}};
    std::vector<double> ideal_s;
    std::vector<double> simulated_s;
    for (int k = 0; k < 1000; ++k) {
        ideal_s.push_back(5000.0 + 4.0 * k);
        simulated_s.push_back(1.05 * ideal_s.back());
    }
    const auto quantiles = undisturbed(observed, ideal_s, simulated_s);
    EXPECT_NEAR(quantiles[0].time_s, 6000.0 / 1.05, 1e-6);
    EXPECT_NEAR(quantiles[1].time_s, 8000.0 / 1.05, 1e-6);
}

}  // namespace
}  // namespace gineste
