// SPDX-License-Identifier: Apache-2.0
// The default course against what is published of it: col 327 m near km 10, climb 330 or 400 m by
// source, 12 % at most, 20.000 km.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "course/course.hpp"
#include "course_files.hpp"

namespace gineste {
namespace {

void expect_published_profile(const Course& course) {
    EXPECT_DOUBLE_EQ(course.length_m(), 20000.0);
    double col_m = 0.0;
    double top_m = 0.0;
    double steepest = 0.0;
    for (double s = 0.0; s <= 20000.0; s += 1.0) {
        top_m = std::max(top_m, course.elevation_m(s));
        if (s >= 9500.0 && s <= 10500.0) col_m = std::max(col_m, course.elevation_m(s));
        steepest = std::max(steepest, std::abs(course.grade(s)));
    }
    EXPECT_NEAR(col_m, 327.0, 3.0);
    EXPECT_EQ(col_m, top_m) << "the col is the highest point of the course";
    EXPECT_GE(course.climb_m(), 330.0);
    EXPECT_LE(course.climb_m(), 400.0);
    EXPECT_LE(steepest, 0.12);
    testing::Test::RecordProperty("col_m", std::to_string(col_m));
    testing::Test::RecordProperty("climb_m", std::to_string(course.climb_m()));
    testing::Test::RecordProperty("steepest", std::to_string(steepest));
}

TEST(MarseilleCassis, DefaultModelGivesThePublishedProfile) {
    expect_published_profile(survey_course(marseille_cassis()));
}

TEST(MarseilleCassis, SrtmTileGivesThePublishedProfile) {
    const TestFolder folder;
    const auto tile = srtm_tile(folder);
    if (!tile) GTEST_SKIP() << "N43E005.hgt.zip is not at hand (GINESTE_SHARED)";
    expect_published_profile(survey_course(marseille_cassis(*tile)));
}

TEST(MarseilleCassis, BothModelsAgreeWithinTenMetres) {
    const TestFolder folder;
    const auto tile = srtm_tile(folder);
    if (!tile) GTEST_SKIP() << "N43E005.hgt.zip is not at hand (GINESTE_SHARED)";
    const Course ours = survey_course(marseille_cassis());
    const Course srtm = survey_course(marseille_cassis(*tile));
    double sum = 0.0;
    for (int s = 0; s <= 20000; s += 10) {
        sum += std::pow(ours.elevation_m(s) - srtm.elevation_m(s), 2);
    }
    const double apart_m = std::sqrt(sum / 2001.0);
    testing::Test::RecordProperty("rms_m", std::to_string(apart_m));
    EXPECT_LT(apart_m, 10.0);
}

TEST(MarseilleCassis, PassesExactlyThroughTheSurveyedHeight) {
    EXPECT_NEAR(survey_course(marseille_cassis()).elevation_m(9780.0), 327.0, 1e-6);
}

TEST(MarseilleCassis, GradeIsTheDerivativeOfTheElevation) {
    const Course course = survey_course(marseille_cassis());
    for (double s = 100.0; s < 19900.0; s += 50.0) {
        const double rise = course.elevation_m(s + 5.0) - course.elevation_m(s - 5.0);
        EXPECT_NEAR(course.grade(s), rise / 10.0, 1e-9) << s;
    }
}

TEST(MarseilleCassis, WidthsAndNamesAreThoseOfTheSections) {
    const Course course = survey_course(marseille_cassis());
    EXPECT_DOUBLE_EQ(course.width_m(1000.0), 18.0);
    EXPECT_DOUBLE_EQ(course.width_m(2030.0), 13.5);  // in the middle of the taper from 18 to 9 m
    EXPECT_DOUBLE_EQ(course.width_m(2300.0), 9.0);
    EXPECT_DOUBLE_EQ(course.width_m(20000.0), 7.0);
    EXPECT_EQ(course.place_name(2100.0), "Obélisque de Mazargues");
    EXPECT_EQ(course.place_name(20000.0), "Avenue des Albizzi (arrivée)");
}

TEST(MarseilleCassis, LeavesTheStadiumSouthwardsAndEndsAboveCassis) {
    const Course course = survey_course(marseille_cassis());
    EXPECT_NEAR(course.lat_deg(0.0), 43.2698, 1e-6);
    EXPECT_NEAR(course.lon_deg(20000.0), 5.550990, 1e-6);
    EXPECT_NEAR(course.heading_rad(100.0), 2.97, 0.05);          // 170°: boulevard Michelet
    EXPECT_NEAR(course.notes().traced_length_m, 20018.0, 40.0);  // on a sphere, in route.csv
}

TEST(MarseilleCassis, CutIntoLegsAnswersTheSame) {
    const Course whole = survey_course(marseille_cassis());
    const Course cut = cut_course(whole, {6620.0, 10050.0, 17500.0});
    EXPECT_EQ(cut.climb_m(), whole.climb_m());
    for (double s = 0.0; s <= 20000.0; s += 7.3) {
        ASSERT_EQ(cut.elevation_m(s), whole.elevation_m(s)) << s;
        ASSERT_EQ(cut.grade(s), whole.grade(s)) << s;
        ASSERT_EQ(cut.width_m(s), whole.width_m(s)) << s;
    }
}

}  // namespace
}  // namespace gineste
