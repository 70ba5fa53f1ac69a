// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <cmath>
#include <cstdint>
#include <sstream>
#include <string>

#include "course/relief.hpp"
#include "course_files.hpp"

namespace gineste {
namespace {

// A road of 2 km on a plane whose height rises by the given metres per cell of about 55 m.
struct Plane {
    explicit Plane(double per_row_south_m, double per_column_east_m, double level_m = 500.0) {
        std::ostringstream grid;
        grid << "ncols 200\nnrows 200\nxllcorner 5.35\nyllcorner 43.20\ncellsize 0.0005\n"
                "NODATA_value -9999\n";
        for (int r = 0; r < 200; ++r) {
            for (int c = 0; c < 200; ++c) {
                grid << level_m + r * per_row_south_m + c * per_column_east_m << ' ';
            }
            grid << '\n';
        }
        dem = folder.write("dem.asc", grid.str());
        folder.write(
            "dem.prj",
            R"(GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563]],)"
            R"(PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]])");
        line = folder.write(
            "line.csv", "lon_deg,lat_deg\n5.39,43.24\n5.397,43.2435\n5.404,43.247\n5.41,43.25\n");
    }

    Relief relief() const {
        Scenario scenario;
        scenario.course.line = line;
        scenario.course.dem = dem;
        scenario.course.sections = {{}};
        scenario.course.length_m = 2000.0;
        scenario.course.sections[0].to_m = 2000.0;
        scenario.course.sections[0].width_m = 8.0;
        return draw_relief(scenario, survey_course(scenario), 200);
    }
    std::uint8_t middle() const {
        const Relief picture = relief();
        return picture.tone.at(
            static_cast<std::size_t>(picture.rows / 2 * picture.columns + picture.columns / 2));
    }

    TestFolder folder;
    std::filesystem::path dem;
    std::filesystem::path line;
};

TEST(Relief, LevelGroundIsLitByTheSineOfTheLightsHeight) {
    // sin 45° of 253 tones above the darkest, to the step of a tone.
    EXPECT_NEAR(Plane(0.0, 0.0).middle(), 2 + 253 * std::sqrt(0.5), 2.0);
}

TEST(Relief, SlopesThatFaceTheNorthWestAreLightAndOthersDark) {
    const std::uint8_t level = Plane(0.0, 0.0).middle();
    EXPECT_GT(Plane(5.0, 0.0).middle(), level);   // rises to the south: faces north
    EXPECT_GT(Plane(0.0, 5.0).middle(), level);   // rises to the east: faces west
    EXPECT_LT(Plane(-2.0, 0.0).middle(), level);  // faces south
    EXPECT_LT(Plane(0.0, -2.0).middle(), level);  // faces east
}

TEST(Relief, TheSeaIsWater) { EXPECT_EQ(Plane(0.0, 0.0, 0.0).middle(), Relief::kWater); }

TEST(Relief, PixelsAreSquareAndTheLongerSideHasAsManyAsAskedFor) {
    const Relief relief = Plane(0.0, 0.0).relief();
    EXPECT_EQ(relief.columns, 200);
    EXPECT_EQ(relief.tone.size(), static_cast<std::size_t>(relief.columns * relief.rows));
    constexpr double metres_per_degree = 111195.0;
    const double high_m = (relief.north_deg - relief.south_deg) * metres_per_degree;
    const double wide_m = (relief.east_deg - relief.west_deg) * metres_per_degree *
                          std::cos(43.245 * std::acos(-1.0) / 180.0);
    EXPECT_NEAR(high_m / relief.rows, wide_m / relief.columns, 0.001 * high_m / relief.rows);
    EXPECT_LT(relief.west_deg, 5.39);
    EXPECT_GT(relief.north_deg, 43.25);
}

// 2026-12-01: a scenario whose line brings its heights could be checked and not run; then it ran,
// and its page, without map or player, said that the course was nowhere on Earth.
TEST(Relief, HasItsFrameAndNoTonesWithoutATerrainModel) {
    Plane plane(0.0, 0.0);
    plane.dem.clear();
    plane.line = plane.folder.write("high.csv",
                                    "lon_deg,lat_deg,ground_m\n5.39,43.24,5\n5.397,43.2435,6\n"
                                    "5.404,43.247,6\n5.41,43.25,5\n");
    const Relief bare = plane.relief();
    EXPECT_TRUE(bare.tone.empty());
    EXPECT_EQ(bare.columns, 200);
    EXPECT_LT(bare.west_deg, 5.39);
    EXPECT_GT(bare.north_deg, 43.25);
}

}  // namespace
}  // namespace gineste
