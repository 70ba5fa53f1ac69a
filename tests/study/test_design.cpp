// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "study/design.hpp"

namespace gineste {
namespace {

FactorSpec listed(const std::string& key, Kind kind, std::vector<std::string> values) {
    FactorSpec factor;
    factor.key = key;
    factor.rule = {kind};
    factor.values = std::move(values);
    return factor;
}

FactorSpec ranged(const std::string& key, Kind kind, double from, double to, int steps = 0) {
    FactorSpec factor;
    factor.key = key;
    factor.rule = {kind};
    factor.from_value = from;
    factor.to_value = to;
    factor.steps = steps;
    return factor;
}

StudySpec spread_study(DesignLaw law, int points) {
    StudySpec study;
    study.design = law;
    study.points = points;
    study.factors = {ranged("start.line_width", Kind::length, 8.0, 16.0),
                     ranged("motion.time_gap", Kind::duration, 0.1, 0.5),
                     listed("waves[*].order", Kind::choice, {"mixed", "by_prediction"})};
    return study;
}

// How many points fall into each of `strata` equal parts of the factor's range.
std::vector<int> counts(const std::vector<DesignPoint>& points, const FactorSpec& factor,
                        std::size_t f, int strata) {
    std::vector<int> counts(static_cast<std::size_t>(strata), 0);
    for (const DesignPoint& point : points) {
        const double share =
            (point.values[f] - factor.from_value) / (factor.to_value - factor.from_value);
        ++counts[std::min(counts.size() - 1, static_cast<std::size_t>(share * strata))];
    }
    return counts;
}

TEST(Design, GridHasEveryValueWithEveryOther) {
    StudySpec study;
    study.factors = {listed("waves[2].gun", Kind::clock, {"09:10", "09:20"}),
                     ranged("start.line_width", Kind::length, 8.0, 12.0, 3)};
    const auto points = design_points(study);
    ASSERT_EQ(points.size(), 6U);
    std::set<std::vector<std::string>> seen;
    for (const DesignPoint& point : points) seen.insert(point.texts);
    EXPECT_EQ(seen.size(), 6U);
    EXPECT_EQ(points[0].texts, (std::vector<std::string>{"09:10", "8 m"}));
    EXPECT_EQ(points[1].texts, (std::vector<std::string>{"09:10", "10 m"}));
    EXPECT_EQ(points[5].values, (std::vector<double>{33600.0, 12.0}));
}

TEST(Design, GridRefusesMoreThanAMillionPoints) {
    StudySpec study;
    for (int k = 0; k < 3; ++k) {
        study.factors.push_back(ranged("f" + std::to_string(k), Kind::number, 0.0, 1.0, 200));
    }
    EXPECT_THROW(design_points(study), InputError);
}

TEST(Design, LatinHypercubeHasOnePointInEachStratumOfEachFactor) {
    const StudySpec study = spread_study(DesignLaw::latin_hypercube, 50);
    const auto points = design_points(study);
    ASSERT_EQ(points.size(), 50U);
    for (const std::size_t f : {0U, 1U}) {
        EXPECT_EQ(counts(points, study.factors[f], f, 50), std::vector<int>(50, 1)) << f;
    }
    EXPECT_EQ(std::count_if(points.begin(), points.end(),
                            [](const DesignPoint& point) { return point.values[2] == 0.0; }),
              25);
    // Not in the same order in both, or the points would lie on a line.
    double product = 0.0;
    for (const DesignPoint& point : points) {
        product += (point.values[0] - 12.0) / 4.0 * (point.values[1] - 0.3) / 0.2;
    }
    EXPECT_LT(std::abs(product / 50.0), 0.15);  // 1/3 on a line; sd 0.05 by chance
}

// Of a Sobol sequence every 2^k points from the start have one in each of 2^k equal parts; a
// digital shift keeps that.
TEST(Design, SobolPutsOnePointInEachPartOfAnyPowerOfTwo) {
    const StudySpec study = spread_study(DesignLaw::sobol, 64);
    const auto points = design_points(study);
    for (const std::size_t f : {0U, 1U}) {
        EXPECT_EQ(counts(points, study.factors[f], f, 64), std::vector<int>(64, 1)) << f;
    }
    // In two dimensions at once: the first two coordinates are a (0, 6, 2)-net.
    std::set<std::pair<int, int>> boxes;
    for (const DesignPoint& point : points) {
        boxes.insert({static_cast<int>((point.values[0] - 8.0) / 8.0 * 8.0),
                      static_cast<int>((point.values[1] - 0.1) / 0.4 * 8.0)});
    }
    EXPECT_EQ(boxes.size(), 64U);
}

TEST(Design, AnotherDesignSeedIsAnotherDesignAndTheSameOneTheSame) {
    for (const DesignLaw law : {DesignLaw::latin_hypercube, DesignLaw::sobol}) {
        StudySpec study = spread_study(law, 16);
        const auto points = design_points(study);
        const auto again = design_points(study);
        study.design_seed = 2;
        const auto other = design_points(study);
        for (std::size_t k = 0; k < points.size(); ++k) {
            EXPECT_EQ(points[k].texts, again[k].texts);
            EXPECT_NE(points[k].values[0], other[k].values[0]);
        }
    }
}

TEST(Design, CountsAreWholeAndTextsReadBackAsTheValues) {
    StudySpec study = spread_study(DesignLaw::sobol, 32);
    study.factors = {ranged("stations[*].tables", Kind::count, 5.0, 25.0),
                     ranged("field.women_share", Kind::share, 0.2, 0.6)};
    for (const DesignPoint& point : design_points(study)) {
        EXPECT_EQ(point.values[0], std::round(point.values[0]));
        for (const std::size_t f : {0U, 1U}) {
            EXPECT_EQ(*parse_quantity(study.factors[f].rule.kind, point.texts[f]), point.values[f]);
        }
    }
}

}  // namespace
}  // namespace gineste
