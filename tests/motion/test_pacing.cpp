// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <cmath>

#include "motion/grade.hpp"
#include "motion/pacing.hpp"

namespace gineste {
namespace {

PacingLaw law_for(const Course& course) {
    PacingLaw law;
    law.length_m = course.length_m();
    return law;
}

TEST(IdealTime, OnAConstantGradeIsDistanceTimesRatioOverSpeed) {
    for (const double grade : {-0.08, 0.0, 0.05}) {
        const Course course = straight_course(5000.0, grade, 8.0);
        const Road road(course, StartSpec{}, GradeLaw::table, 0.0);
        const double time_s = ideal_time_s(road, law_for(course), 3.0, 1.0, 0.0);
        EXPECT_NEAR(time_s, 5000.0 * equal_effort_ratio(grade) / 3.0, 0.05) << grade;
    }
}

TEST(IdealTime, DriftCostsItsSecondOrderAlone) {
    const Course course = straight_course(10000.0, 0.0, 8.0);
    const Road road(course, StartSpec{}, GradeLaw::table, 0.0);
    const double time_s = ideal_time_s(road, law_for(course), 3.0, 1.0, 0.2);
    // Integral of 1 / (1 + b(1/2 − x)) over [0, 1] is ln((1 + b/2) / (1 − b/2)) / b.
    EXPECT_NEAR(time_s, 10000.0 / 3.0 * std::log(1.1 / 0.9) / 0.2, 0.1);
}

Fade boston_fade() { return {0.55, 0.52, 1.6, 0.2}; }

TEST(Fade, FallsStraightFromStartToFinishUnlessToldOtherwise) {
    const Fade fade;
    EXPECT_FLOAT_EQ(fade.factor(0.2F, 0.0), 1.1F);
    EXPECT_FLOAT_EQ(fade.factor(0.2F, 0.25), 1.05F);
    EXPECT_FLOAT_EQ(fade.factor(0.2F, 1.0), 0.9F);
}

// Whatever its shape: also where the fall begins before the start or ends after the finish.
TEST(Fade, LeavesTheMeanSpeedAsItIs) {
    for (const float drift : {-0.4F, -0.1F, 0.05F, 0.2F, 0.4F, 0.8F}) {
        double sum = 0.0;
        constexpr int parts = 2000;
        for (int k = 0; k < parts; ++k) {
            sum += double{boston_fade().factor(drift, (k + 0.5) / parts)};
        }
        EXPECT_NEAR(sum / parts, 1.0, 2e-6) << drift;
    }
}

TEST(Fade, ComesSoonerToWhoLosesMore) {
    const Fade fade = boston_fade();
    const auto begins = [&](float drift) {
        int percent = 0;
        while (fade.factor(drift, 0.01 * (percent + 1)) == fade.factor(drift, 0.0)) ++percent;
        return percent;
    };
    EXPECT_EQ(begins(0.05F), 47);  // 0.55 - 1.6 * 0.05
    EXPECT_EQ(begins(0.20F), 23);
}

TEST(Fade, SpurtGivesBackItsShareOverTheLastTenth) {
    Fade fade;
    fade.length = 0.5;
    fade.spurt = 0.2;
    EXPECT_NEAR(fade.factor(0.3F, 1.0) - fade.factor(0.3F, 0.9), 0.2 * 0.3, 1e-6);
    EXPECT_EQ(fade.factor(0.3F, 0.9), fade.factor(0.3F, 0.6));
}

// Townshend et al. 2010: level speed still disturbed 78 s after a climb and 24 s after a descent;
// the lag times are a third of that, so 95 % of the way back is made in those times.
TEST(Lag, TakesTheTimesMeasuredAfterHills) {
    const PacingLaw::Lag lag = PacingLaw{}.lag_over(0.5);
    const auto seconds_to_level = [&](float from) {
        float now = from;
        int steps = 0;
        while (std::abs(now - 1.0F) > 0.05F * std::abs(from - 1.0F)) {
            now = lag.next(now, 1.0F);
            ++steps;
        }
        return 0.5 * steps;
    };
    EXPECT_NEAR(seconds_to_level(0.75F), 78.0, 15.0);
    EXPECT_NEAR(seconds_to_level(1.14F), 24.0, 6.0);
}

TEST(PaceNoise, HasUnitVarianceBetweenItsNodes) {
    for (const float part : {0.0F, 0.25F, 0.5F, 0.9F}) {
        const float from = PacingLaw::noise(1.0F, 0.0F, part);
        const float to = PacingLaw::noise(0.0F, 1.0F, part);
        EXPECT_NEAR(from * from + to * to, 1.0F, 1e-6F) << part;
    }
}

}  // namespace
}  // namespace gineste
