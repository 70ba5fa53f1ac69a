// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <cmath>
#include <cstdio>
#include <functional>

#include "core/random.hpp"
#include "study/intervals.hpp"

namespace gineste {
namespace {

constexpr int kStudies = 4000;

// Independent draws: study by study, one runner per value.
std::vector<double> draw(std::uint32_t study, std::size_t count,
                         const std::function<double(double)>& law) {
    const Random random(20);
    std::vector<double> values;
    for (std::size_t k = 0; k < count; ++k) {
        values.push_back(law(random.uniform(RunnerId(k), Purpose::ability, study)));
    }
    return values;
}

double normal(double p) { return normal_quantile(p); }
double exponential(double p) { return -std::log(1.0 - p); }

// Share of studies whose interval holds the truth. Of 4,000, a coverage of 95 % comes out within
// 94.1 … 95.9 % with 99 %.
double coverage(const char* what, double truth, std::size_t count,
                const std::function<double(double)>& law,
                const std::function<Interval(const std::vector<double>&)>& interval) {
    int held = 0;
    for (int study = 0; study < kStudies; ++study) {
        held += interval(draw(static_cast<std::uint32_t>(study), count, law)).holds(truth);
    }
    const double share = static_cast<double>(held) / kStudies;
    std::printf("[ measured ] %s, %zu values: covers %.2f %%\n", what, count, 100.0 * share);
    return share;
}

Interval of_mean(const std::vector<double>& values) { return mean_interval(sample_of(values)); }
Interval of_median(const std::vector<double>& values) { return quantile_interval(values, 0.5); }
Interval of_p95(const std::vector<double>& values) { return quantile_interval(values, 0.95); }

TEST(Intervals, MeanAndSpreadAreThoseOfTheSample) {
    const Sample sample = sample_of({2.0, 4.0, 4.0, 4.0, 5.0, 5.0, 7.0, 9.0});
    EXPECT_EQ(sample.count, 8U);
    EXPECT_DOUBLE_EQ(sample.mean, 5.0);
    EXPECT_DOUBLE_EQ(sample.sd, std::sqrt(32.0 / 7.0));
}

// 2.262157: two-sided 5 % point of Student's law with 9 degrees of freedom, any table.
TEST(Intervals, OfAMeanIsStudents) {
    const Interval interval = mean_interval({10, 3.0, 2.0});
    EXPECT_NEAR(interval.half_width(), 2.262157 * 2.0 / std::sqrt(10.0), 1e-6);
    EXPECT_NEAR(interval.low + interval.high, 6.0, 1e-12);
}

TEST(Intervals, OneValueBoundsNothing) {
    const Interval interval = mean_interval(sample_of({3.0}));
    EXPECT_TRUE(std::isinf(interval.low) && std::isinf(interval.high));
}

// Wilks 1941: the largest of 59 values is over the 95th percentile with 95 % (one-sided), that of
// 58 is not.
TEST(Intervals, ThePercentileNeedsWilksNumberOfValues) {
    EXPECT_TRUE(std::isinf(quantile_interval(draw(1, 58, normal), 0.95, 0.90).high));
    const auto values = draw(1, 59, normal);
    const double high = quantile_interval(values, 0.95, 0.90).high;
    EXPECT_TRUE(std::isfinite(high));
}

// 10 values: ranks 2 and 9 bound the median with 97.85 %, ranks 3 and 8 with 89.06 %.
TEST(Intervals, OfTheMedianLiesBetweenTheRanksNextToIt) {
    std::vector<double> values = {9, 1, 7, 3, 5, 2, 8, 4, 10, 6};
    const Interval interval = quantile_interval(values, 0.5);
    EXPECT_GT(interval.low, 2.0);
    EXPECT_LT(interval.low, 3.0);
    EXPECT_NEAR(interval.low + interval.high, 11.0, 1e-12);
    const Interval exact = quantile_interval(values, 0.5, 1.0 - 22.0 / 1024.0);
    EXPECT_NEAR(exact.low, 2.0, 1e-9);
    EXPECT_NEAR(exact.high, 9.0, 1e-9);
}

TEST(Intervals, CoverTheMeanAsOftenAsTheySay) {
    for (const std::size_t count : {10U, 100U}) {
        const double share = coverage("mean of a normal law", 0.0, count, normal, of_mean);
        EXPECT_GT(share, 0.93);
        EXPECT_LT(share, 0.97);
    }
}

TEST(Intervals, CoverTheMedianAsOftenAsTheySayWhateverTheLaw) {
    for (const std::size_t count : {10U, 25U, 100U}) {
        for (const bool skewed : {false, true}) {
            const double share = skewed ? coverage("median, exponential", std::log(2.0), count,
                                                   exponential, of_median)
                                        : coverage("median, normal", 0.0, count, normal, of_median);
            EXPECT_GT(share, 0.93) << count;
            EXPECT_LT(share, 0.97) << count;
        }
    }
}

TEST(Intervals, CoverThe95thPercentileOfAPeakAsOftenAsTheySay) {
    for (const std::size_t count : {80U, 200U}) {
        const double share =
            coverage("95th percentile, exponential", -std::log(0.05), count, exponential, of_p95);
        EXPECT_GT(share, 0.93) << count;
        EXPECT_LT(share, 0.97) << count;
    }
}

// With n of these, half the width of the interval is just under the distance; with n − 1 it is not.
TEST(Intervals, SayHowManyReplicationsADifferenceNeeds) {
    const std::size_t enough = replications_for(1.0, 2.0).value();
    const auto half = [](std::size_t count) {
        return mean_interval({count, 0.0, 2.0}).half_width();
    };
    EXPECT_LT(half(enough), 1.0);
    EXPECT_GE(half(enough - 1), 1.0);
    EXPECT_EQ(replications_for(-1.0, 2.0), enough);
    EXPECT_EQ(replications_for(1.0, 0.0), 2U);
    EXPECT_FALSE(replications_for(0.0, 2.0));
}

}  // namespace
}  // namespace gineste
