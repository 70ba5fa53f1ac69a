// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <utility>

#include "course/dem.hpp"
#include "course_files.hpp"

namespace gineste {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;

const char* const kAsc =
    "ncols 3\nnrows 3\nxllcorner 899000\nyllcorner 6239000\ncellsize 1000\nNODATA_value -9999\n";
const char* const kPrj =
    "PROJCS[\"Lambert_93\",GEOGCS[\"RGF93\",DATUM[\"D_RGF_1993\",SPHEROID[\"GRS_1980\",6378137.0,"
    "298.257222101]],PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]],"
    "PROJECTION[\"Lambert_Conformal_Conic\"],PARAMETER[\"False_Easting\",700000.0],"
    "PARAMETER[\"False_Northing\",6600000.0],PARAMETER[\"Central_Meridian\",3.0],"
    "PARAMETER[\"Standard_Parallel_1\",49.0],PARAMETER[\"Standard_Parallel_2\",44.0],"
    "PARAMETER[\"Latitude_Of_Origin\",46.5],UNIT[\"Meter\",1.0]]";

// A line of `points` from west to east through the middle of the raster of 3 × 3 km above.
std::vector<GeoPoint> middle_line(int points, double from_m = 899600.0, double to_m = 901400.0) {
    return straight_line(2154, from_m, 6240500.0, to_m, 6240500.0, points);
}

std::string complaint(const std::filesystem::path& dem, const std::vector<GeoPoint>& points) {
    return complaint_of([&] { ground_under(dem, points, chainages_along(points)); });
}

TEST(Dem, InterpolatesBetweenCellCentres) {
    const TestFolder folder;
    folder.write("t.prj", kPrj);
    const auto dem = folder.write("t.asc", std::string(kAsc) + "0 0 0\n100 200 400\n0 0 0\n");
    const auto points = straight_line(2154, 899500.0, 6240500.0, 901500.0, 6240500.0, 5);
    const GroundProfile ground = ground_under(dem, points, chainages_along(points));
    EXPECT_THAT(ground.height_m,
                testing::Pointwise(testing::DoubleNear(0.01), {100.0, 150.0, 200.0, 300.0, 400.0}));
    EXPECT_THAT(ground.description, HasSubstr("AAIGrid, cells of 1e+03 × 1e+03 m"));
}

TEST(Dem, IsTheSameFromEveryFormat) {
    const TestFolder folder;
    const auto tif = folder.path() / "t.tif";
    write_tif({2154,
               899000.0,
               6242000.0,
               100.0,
               30,
               30,
               [](double x, double y) { return (x - 899000.0) / 10.0 + (6242000.0 - y) / 20.0; },
               {}},
              tif);
    const auto points = middle_line(7);
    const auto chainage_m = chainages_along(points);
    const GroundProfile expected = ground_under(tif, points, chainage_m);
    for (const auto& [driver, name] : {std::pair{"COG", "t.cog.tif"}, std::pair{"AAIGrid", "a.asc"},
                                       std::pair{"netCDF", "t.nc"}}) {
        copy_raster(tif, driver, folder.path() / name);
        const GroundProfile ground = ground_under(folder.path() / name, points, chainage_m);
        EXPECT_THAT(ground.height_m,
                    testing::Pointwise(testing::DoubleNear(1e-3), expected.height_m))
            << driver;
    }
}

TEST(Dem, HeightsInFeetAndDecimetresBecomeMetres) {
    const TestFolder folder;
    const auto points = middle_line(3);
    for (const auto& [unit, metres] : {std::pair{"ft", 0.3048}, std::pair{"dm", 0.1}}) {
        TestRaster raster{
            2154, 899000.0, 6242000.0, 100.0, 30, 30, [](double, double) { return 1000.0; }, {}};
        raster.unit = unit;
        write_tif(raster, folder.path() / "t.tif");
        EXPECT_NEAR(
            ground_under(folder.path() / "t.tif", points, chainages_along(points)).height_m.front(),
            1000.0 * metres, 1e-3);
    }
}

TEST(Dem, PictureOfSeveralBandsIsRefused) {
    const TestFolder folder;
    const auto grey = folder.path() / "grey.tif";
    write_tif({2154, 899000.0, 6242000.0, 100.0, 30, 30, [](double, double) { return 1.0; }, {}},
              grey);
    copy_raster(grey, "GTiff", folder.path() / "rgb.tif", 3);
    EXPECT_THAT(complaint(folder.path() / "rgb.tif", middle_line(3)),
                AllOf(HasSubstr("rgb.tif: the terrain model has 3 bands"), HasSubstr("-b 1")));
}

TEST(Dem, AscWithoutPrjIsRefusedWithTheRemedy) {
    const TestFolder folder;
    const auto dem = folder.write("t.asc", std::string(kAsc) + "0 0 0\n1 2 4\n0 0 0\n");
    EXPECT_THAT(complaint(dem, middle_line(3)),
                AllOf(HasSubstr("t.asc: no CRS"), HasSubstr("Put a .prj file beside it")));
}

TEST(Dem, TiffWithoutCrsIsRefused) {
    const TestFolder folder;
    write_tif({0, 0.0, 100.0, 1.0, 10, 10, [](double, double) { return 1.0; }, {}},
              folder.path() / "t.tif");
    EXPECT_THAT(complaint(folder.path() / "t.tif", middle_line(3)), HasSubstr("t.tif: no CRS"));
}

TEST(Dem, ThatDoesNotCoverTheLineSaysWhichKilometres) {
    const TestFolder folder;
    folder.write("t.prj", kPrj);
    const auto dem = folder.write("t.asc", std::string(kAsc) + "0 0 0\n1 2 4\n0 0 0\n");
    const auto points = middle_line(41, 898000.0, 902000.0);  // the model runs 899 to 902 km
    EXPECT_THAT(complaint(dem, points),
                AllOf(HasSubstr("t.asc: the terrain model does not cover the line at km 0.00-0.90"),
                      HasSubstr("Take a model")));
    const auto far = straight_line(2154, 700000.0, 6600000.0, 701000.0, 6600000.0, 3);
    EXPECT_THAT(complaint(dem, far), HasSubstr("does not cover the line at km 0.00-1.00"));
}

TEST(Dem, VoidsUnderTheLineAreRefusedWithTheirKilometres) {
    const TestFolder folder;
    folder.write("t.prj", kPrj);
    const auto dem = folder.write("t.asc", std::string(kAsc) + "0 0 0\n1 2 -9999\n0 0 0\n");
    EXPECT_THAT(
        complaint(dem, middle_line(19)),
        AllOf(HasSubstr("t.asc: the terrain model has voids under the line at km 1.00-1.80"),
              HasSubstr("gdal_fillnodata")));
}

TEST(Dem, HeightsThatCannotBeAreVoids) {
    const TestFolder folder;
    for (const double value : {-32768.0, 1e30, std::nan("")}) {
        write_tif({2154,
                   899000.0,
                   6242000.0,
                   100.0,
                   30,
                   30,
                   [&](double x, double) { return x > 900500.0 ? value : 10.0; },
                   {}},
                  folder.path() / "t.tif");
        EXPECT_THAT(complaint(folder.path() / "t.tif", middle_line(19)), HasSubstr("has voids"));
    }
}

TEST(Dem, VoidsBesideTheLineDoNotMatter) {
    const TestFolder folder;
    folder.write("t.prj", kPrj);
    const auto dem =
        folder.write("t.asc", std::string(kAsc) + "-9999 -9999 0\n1 2 4\n-9999 0 -9999\n");
    EXPECT_EQ(complaint(dem, straight_line(2154, 899500.0, 6240500.0, 901500.0, 6240500.0, 3)), "");
}

TEST(Dem, TruncatedTiffIsRefused) {
    const TestFolder folder;
    const auto dem = folder.path() / "t.tif";
    write_tif({2154, 899000.0, 6242000.0, 10.0, 300, 300, [](double, double) { return 1.0; }, {}},
              dem);
    std::filesystem::resize_file(dem, std::filesystem::file_size(dem) / 3);
    EXPECT_THAT(complaint(dem, middle_line(3)), HasSubstr("t.tif: the terrain model"));
}

TEST(Dem, VirtualFilesArchivesAndOtherFormatsAreRefused) {
    const TestFolder folder;
    const auto points = middle_line(3);
    EXPECT_THAT(complaint("/vsizip/N43E005.hgt.zip/N43E005.hgt", points),
                HasSubstr("no plain file"));
    EXPECT_THAT(complaint("https://x.org/dem.tif", points), HasSubstr("no plain file"));
    EXPECT_THAT(complaint(folder.write("N43E005.hgt.zip", "PK"), points), HasSubstr("Unpack it"));
    EXPECT_THAT(complaint(folder.path() / "none.tif", points), HasSubstr("no such file"));
    const auto vrt =
        folder.write("t.vrt", "<VRTDataset rasterXSize=\"1\" rasterYSize=\"1\"></VRTDataset>");
    EXPECT_THAT(complaint(vrt, points), HasSubstr("t.vrt: the terrain model cannot be read"));
    EXPECT_THAT(complaint(folder.write("t.tif", "hello"), points),
                AllOf(HasSubstr("t.tif: the terrain model cannot be read"), HasSubstr("GeoTIFF")));
}

}  // namespace
}  // namespace gineste
