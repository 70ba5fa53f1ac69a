// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <cmath>

#include "motion/grade.hpp"
#include "motion/road.hpp"

namespace gineste {
namespace {

TEST(Road, TapersFromPenToLineToRoad) {
    const Course course = straight_course(1000.0, 0.0, 18.0);
    StartSpec start;
    start.pen_width_m = 15.0;
    start.line_width_m = 12.0;
    const Road road(course, start, GradeLaw::table, 200.0);
    EXPECT_LE(road.begin_m(), -200.0);
    EXPECT_FLOAT_EQ(road.half_width_m(-100.0), 7.5F);
    EXPECT_FLOAT_EQ(road.half_width_m(0.0), 6.0F);
    EXPECT_FLOAT_EQ(road.half_width_m(10.0), 7.5F);
    EXPECT_FLOAT_EQ(road.half_width_m(20.0), 9.0F);
    EXPECT_FLOAT_EQ(road.half_width_m(1050.0), 9.0F);
}

TEST(Road, ForeseesTheNarrowestPlaceAhead) {
    const Course course = straight_course(1000.0, 0.0, 18.0);
    StartSpec start;
    start.pen_width_m = 15.0;
    start.line_width_m = 12.0;
    const Road road(course, start, GradeLaw::table, 200.0);
    EXPECT_FLOAT_EQ(road.half_width_ahead_m(-12.0), 6.0F);
    EXPECT_FLOAT_EQ(road.half_width_ahead_m(-100.0), 7.5F);
}

TEST(Road, KnowsTheLogarithmOfTheGradeRatio) {
    const Road road(straight_course(1000.0, 0.05, 8.0), StartSpec{}, GradeLaw::kay, 0.0);
    EXPECT_NEAR(road.log_grade_ratio(500.0), std::log(kay_pace_ratio(0.05)), 1e-6);
}

}  // namespace
}  // namespace gineste
