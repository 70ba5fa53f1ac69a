// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <cmath>
#include <cstdio>

#include "core/random.hpp"
#include "study/band.hpp"

namespace gineste {
namespace {

constexpr std::size_t kPoints = 40;

double true_mean(std::size_t point) { return 10.0 + std::sin(0.2 * static_cast<double>(point)); }

// A curve about its mean: steps that hang together, as the minutes of a race do.
std::vector<double> curve(std::uint32_t study, std::size_t replication) {
    const Random random(static_cast<std::uint64_t>(replication));
    std::vector<double> values;
    double deviation = 0.0;
    for (std::size_t point = 0; point < kPoints; ++point) {
        const double fresh = random.normal(RunnerId(point), Purpose::ability, study);
        deviation = point == 0 ? fresh : 0.8 * deviation + 0.6 * fresh;
        values.push_back(true_mean(point) + deviation);
    }
    return values;
}

bool holds_everywhere(const CurveBand& band) {
    for (std::size_t point = 0; point < kPoints; ++point) {
        const double mean = true_mean(point);
        if (mean < band.mean_low[point] || mean > band.mean_high[point]) return false;
    }
    return true;
}

double coverage(std::size_t replications) {
    constexpr std::uint32_t studies = 1000;
    int held = 0;
    for (std::uint32_t study = 0; study < studies; ++study) {
        std::vector<std::vector<double>> curves;
        for (std::size_t k = 0; k < replications; ++k) curves.push_back(curve(study, k));
        held += holds_everywhere(curve_band(std::move(curves)));
    }
    const double share = held / static_cast<double>(studies);
    std::printf("[ measured ] band of %zu curves holds the whole mean in %.1f %%\n", replications,
                100.0 * share);
    return share;
}

// Of 1,000 studies, a coverage of 95 % comes out within 93.2 … 96.8 % with 99 %.
TEST(CurveBand, HoldsTheWholeMeanCurveAsOftenAsItSays) {
    for (const std::size_t replications : {10U, 30U}) {
        const double share = coverage(replications);
        EXPECT_GT(share, 0.93);
        EXPECT_LT(share, 0.97);
    }
}

TEST(CurveBand, IsWiderThanStudentsIntervalAtEachPoint) {
    std::vector<std::vector<double>> curves;
    std::vector<double> first;
    for (std::size_t k = 0; k < 30; ++k) {
        curves.push_back(curve(1, k));
        first.push_back(curves.back().front());
    }
    const CurveBand band = curve_band(curves);
    const Interval student = mean_interval(sample_of(first));
    EXPECT_LT(band.mean_low.front(), student.low);
    EXPECT_GT(band.mean_high.front(), student.high);
}

TEST(CurveBand, TakesAShorterCurveForZeroFromItsEndOn) {
    const CurveBand band = curve_band({{2.0, 4.0}, {4.0}});
    EXPECT_EQ(band.mean, (std::vector<double>{3.0, 2.0}));
}

TEST(CurveBand, IsALineWhereNothingVaries) {
    const CurveBand band = curve_band({{1.0, 2.0}, {1.0, 2.0}, {1.0, 2.0}});
    EXPECT_EQ(band.mean_low, band.mean);
    EXPECT_EQ(band.mean_high, band.mean);
    EXPECT_EQ(band.p95, band.mean);
}

}  // namespace
}  // namespace gineste
