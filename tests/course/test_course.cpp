// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

#include "course/course.hpp"

namespace gineste {
namespace {

// A road that changes in every trait, of a length that is no multiple of its spacing.
Course winding_course() {
    Leg leg;
    leg.name = "winding";
    leg.length_m = 1003.3;
    for (int k = 0; k <= 201; ++k) {
        const double s = std::min(k * 5.0, leg.length_m);
        leg.elevation_m.push_back(10.0 * std::sin(s / 97.0));
        leg.grade.push_back(10.0 / 97.0 * std::cos(s / 97.0));
        leg.width_m.push_back(6.0 + std::cos(s / 31.0));
        leg.heading_rad.push_back(std::fmod(s / 40.0, 2.0 * std::numbers::pi));
        leg.lon_deg.push_back(5.0 + s * 1e-5);
        leg.lat_deg.push_back(43.0 + std::sin(s / 211.0) * 1e-3);
    }
    return Course({leg}, {LegId{0}}, {{0.0, 400.0, "lower"}, {500.0, 1003.3, "upper"}}, {});
}

TEST(StraightCourse, HasItsGradeWidthAndLengthEverywhere) {
    const Course course = straight_course(1234.0, 0.05, 8.0);
    EXPECT_DOUBLE_EQ(course.length_m(), 1234.0);
    for (const double s : {0.0, 2.5, 617.0, 1233.9, 1234.0}) {
        EXPECT_DOUBLE_EQ(course.grade(s), 0.05);
        EXPECT_DOUBLE_EQ(course.width_m(s), 8.0);
        EXPECT_NEAR(course.elevation_m(s), 0.05 * s, 1e-9);
    }
    EXPECT_NEAR(course.climb_m(), 61.7, 1e-9);
    EXPECT_DOUBLE_EQ(course.descent_m(), 0.0);
}

TEST(StraightCourse, MayBeShorterThanOneSpacing) {
    const Course course = straight_course(3.0, -0.1, 4.0);
    EXPECT_NEAR(course.elevation_m(1.5), -0.15, 1e-12);
    EXPECT_NEAR(course.descent_m(), 0.3, 1e-12);
}

TEST(Course, AnswersBeyondItsEndsWithTheValueAtThatEnd) {
    const Course course = winding_course();
    EXPECT_EQ(course.elevation_m(-50.0), course.elevation_m(0.0));
    EXPECT_EQ(course.width_m(2000.0), course.width_m(1003.3));
    EXPECT_EQ(course.place_name(2000.0), "upper");
}

TEST(Course, HeadingIsInterpolatedTheShortWayRound) {
    Leg leg{"north", 5.0, 5.0, {0, 0}, {0, 0}, {5, 5}, {}, {0, 0}, {0, 0}};
    const double degree = std::numbers::pi / 180.0;
    leg.heading_rad = {350.0 * degree, 10.0 * degree};
    const Course course({leg}, {LegId{0}}, {}, {});
    EXPECT_NEAR(course.heading_rad(1.25), 355.0 * degree, 1e-12);
    EXPECT_NEAR(course.heading_rad(3.75), 5.0 * degree, 1e-12);
}

TEST(Course, PlaceWithoutASectionHasNoName) {
    const Course course = winding_course();
    EXPECT_EQ(course.place_name(399.9), "lower");
    EXPECT_EQ(course.place_name(450.0), "");
    EXPECT_EQ(course.place_name(500.0), "upper");
}

TEST(CutCourse, EveryQueryAnswersTheSameToTheLastBit) {
    const Course whole = winding_course();
    const Course cut = cut_course(whole, {123.4, 500.0, 1000.0});
    ASSERT_EQ(cut.legs().size(), 4U);
    EXPECT_EQ(cut.length_m(), whole.length_m());
    EXPECT_EQ(cut.climb_m(), whole.climb_m());
    EXPECT_EQ(cut.descent_m(), whole.descent_m());
    for (double s = -10.0; s < 1020.0; s += 0.0973) {
        ASSERT_EQ(cut.elevation_m(s), whole.elevation_m(s)) << s;
        ASSERT_EQ(cut.grade(s), whole.grade(s)) << s;
        ASSERT_EQ(cut.width_m(s), whole.width_m(s)) << s;
        ASSERT_EQ(cut.heading_rad(s), whole.heading_rad(s)) << s;
        ASSERT_EQ(cut.lon_deg(s), whole.lon_deg(s)) << s;
        ASSERT_EQ(cut.lat_deg(s), whole.lat_deg(s)) << s;
        ASSERT_EQ(cut.place_name(s), whole.place_name(s)) << s;
    }
}

TEST(CutCourse, PositionsNameTheLegAndComeBackToTheSameChainage) {
    const Course cut = cut_course(winding_course(), {500.0});
    const Position position = cut.position(512.5, -1.5);
    EXPECT_EQ(position.leg, LegId{1});
    EXPECT_EQ(position.chainage_m, 12.5);
    EXPECT_EQ(position.offset_m, -1.5);
    EXPECT_EQ(cut.chainage_m(position), 512.5);
    EXPECT_EQ(cut.position(500.0).leg, LegId{1});
    EXPECT_EQ(cut.position(499.9).leg, LegId{0});
}

}  // namespace
}  // namespace gineste
