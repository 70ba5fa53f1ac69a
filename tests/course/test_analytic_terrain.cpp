// SPDX-License-Identifier: Apache-2.0
// Terrains of which the answer is known.
#include <gtest/gtest.h>

#include <cmath>
#include <numbers>
#include <string>

#include "course/course.hpp"
#include "course_files.hpp"

namespace gineste {
namespace {

// 6 km around a place near Marseille, in the units of the CRS.
struct Patch {
    int epsg;
    double x;
    double y;
    double cell;
    double unit_m;  // metres per unit, roughly
};

class InclinedPlane : public testing::TestWithParam<Patch> {};

TEST_P(InclinedPlane, GivesItsExactGradeInEveryDirection) {
    const Patch patch = GetParam();
    const TestFolder folder;
    const double reach = 3200.0 / patch.unit_m;
    const int cells = static_cast<int>(2.0 * reach / patch.cell);
    const auto plane = [&](double x, double y) {
        return 400.0 + (0.06 * (x - patch.x) + 0.04 * (y - patch.y)) * patch.unit_m;
    };
    write_tif({patch.epsg, patch.x - reach, patch.y + reach, patch.cell, cells, cells, plane, {}},
              folder.path() / "plane.tif");
    for (int direction = 0; direction < 8; ++direction) {
        const double angle = direction * std::numbers::pi / 4.0 + 0.1;
        const double dx = 2500.0 / patch.unit_m * std::cos(angle);
        const double dy = 2500.0 / patch.unit_m * std::sin(angle);
        const auto points =
            straight_line(patch.epsg, patch.x - dx, patch.y - dy, patch.x + dx, patch.y + dy, 201);
        const double length_m = chainages_along(points).back();
        const double rise_m = plane(patch.x + dx, patch.y + dy) - plane(patch.x - dx, patch.y - dy);
        const Course course = survey_course(scenario_of(folder.write("line.csv", csv_of(points)),
                                                        folder.path() / "plane.tif", length_m));
        for (double s = 0.0; s <= length_m; s += 100.0) {
            ASSERT_NEAR(course.grade(s), rise_m / length_m, 2e-5) << direction << " at " << s;
        }
    }
}

// 2154 and 32631 name east first, 3035 names north first, 4326 names latitude first.
INSTANTIATE_TEST_SUITE_P(AnyCrs, InclinedPlane,
                         testing::Values(Patch{2154, 900000.0, 6240000.0, 25.0, 1.0},
                                         Patch{32631, 700000.0, 4790000.0, 10.0, 1.0},
                                         Patch{3035, 3930000.0, 2250000.0, 30.0, 1.0},
                                         Patch{4326, 5.45, 43.25, 1.0 / 3600.0, 95000.0}),
                         [](const auto& test) { return std::to_string(test.param.epsg); });

TEST(SinusoidalHill, GivesItsClimbWithinOnePercent) {
    const TestFolder folder;
    constexpr double wave_m = 4000.0;
    const auto hill = [](double x, double) {
        return 100.0 - 40.0 * std::cos(2.0 * std::numbers::pi * (x - 900000.0) / wave_m);
    };
    write_tif({2154, 899000.0, 6241000.0, 25.0, 560, 80, hill, {}}, folder.path() / "hill.tif");
    const auto points = straight_line(2154, 900000.0, 6240000.0, 912000.0, 6240000.0, 400);
    const Course course =
        survey_course(scenario_of(folder.write("line.csv", csv_of(points)),
                                  folder.path() / "hill.tif", chainages_along(points).back()));
    EXPECT_NEAR(course.climb_m(), 3 * 80.0, 0.01 * 240.0);
    EXPECT_NEAR(course.descent_m(), 3 * 80.0, 0.01 * 240.0);
}

TEST(CertifiedLength, StretchesTheRoadAndFlattensIt) {
    const TestFolder folder;
    const auto plane = [](double x, double) { return 0.05 * (x - 900000.0); };
    write_tif({2154, 899900.0, 6240500.0, 25.0, 240, 40, plane, {}}, folder.path() / "p.tif");
    const auto points = straight_line(2154, 900000.0, 6240000.0, 905000.0, 6240000.0, 101);
    Scenario scenario =
        scenario_of(folder.write("line.csv", csv_of(points)), folder.path() / "p.tif", 5100.0);
    scenario.course.length_m = 5100.0;
    const Course course = survey_course(scenario);
    EXPECT_DOUBLE_EQ(course.length_m(), 5100.0);
    EXPECT_NEAR(course.grade(2500.0), 0.05 * 5000.0 / 5100.0, 1e-5);
    EXPECT_NEAR(course.notes().traced_length_m, chainages_along(points).back(), 1e-6);
}

}  // namespace
}  // namespace gineste
