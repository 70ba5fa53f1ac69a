// SPDX-License-Identifier: Apache-2.0
// The default terrain model in the repository is what its builder makes of the figures beside it.
#include <gdal_priv.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <filesystem>

#include "core/csv.hpp"
#include "course_files.hpp"
#include "model.hpp"

namespace gineste {
namespace {

const std::filesystem::path kFolder =
    std::filesystem::path(GINESTE_SOURCE_DIR) / "terrain/marseille-cassis";

terrain::TerrainModel committed_model() {
    GDALRegister_GTiff();
    const char* drivers[] = {"GTiff", nullptr};
    const GDALDatasetUniquePtr dataset(
        GDALDataset::Open((kFolder / "dem.tif").c_str(), GDAL_OF_RASTER, drivers));
    double corner[6];
    dataset->GetGeoTransform(corner);
    terrain::TerrainModel model{
        corner[0], corner[3], corner[1], dataset->GetRasterXSize(), dataset->GetRasterYSize(), {}};
    model.height_m.resize(static_cast<std::size_t>(model.columns * model.rows));
    EXPECT_EQ(dataset->GetRasterBand(1)->RasterIO(GF_Read, 0, 0, model.columns, model.rows,
                                                  model.height_m.data(), model.columns, model.rows,
                                                  GDT_Float32, 0, 0),
              CE_None);
    return model;
}

TEST(DefaultTerrain, IsWhatItsBuilderMakesOfTheFigures) {
    const terrain::TerrainModel built = terrain::build_model(kFolder);
    const terrain::TerrainModel committed = committed_model();
    EXPECT_EQ(built.west_m, committed.west_m);
    EXPECT_EQ(built.north_m, committed.north_m);
    ASSERT_EQ(built.columns, committed.columns);
    ASSERT_EQ(built.rows, committed.rows);
    float apart_m = 0.0F;
    for (std::size_t k = 0; k < built.height_m.size(); ++k) {
        apart_m = std::max(apart_m, std::abs(built.height_m[k] - committed.height_m[k]));
    }
    EXPECT_LE(apart_m, 0.1F);
}

TEST(DefaultTerrain, IsFineEnoughReachesOneKilometreBeyondAndIsSmall) {
    const terrain::TerrainModel model = committed_model();
    EXPECT_LE(model.cell_m, 25.0);
    EXPECT_LT(std::filesystem::file_size(kFolder / "dem.tif"), 3'000'000U);
    const CsvTable route = read_csv(kFolder / "route.csv");
    const auto lon = *route.column({"lon_deg"});
    const auto lat = *route.column({"lat_deg"});
    double west = 180.0, east = -180.0, south = 90.0, north = -90.0;
    for (std::size_t row = 0; row < route.rows(); ++row) {
        west = std::min(west, *route.number(row, lon));
        east = std::max(east, *route.number(row, lon));
        south = std::min(south, *route.number(row, lat));
        north = std::max(north, *route.number(row, lat));
    }
    // Corners of the course, moved out by 1 km (9.0e-3° of latitude, 1.24e-2° of longitude).
    for (const GeoPoint corner :
         {GeoPoint{west - 0.0124, south - 0.0090}, GeoPoint{west - 0.0124, north + 0.0090},
          GeoPoint{east + 0.0124, south - 0.0090}, GeoPoint{east + 0.0124, north + 0.0090}}) {
        const auto [x, y] = to_lambert93(corner);
        EXPECT_GT(x, model.west_m);
        EXPECT_LT(x, model.west_m + model.columns * model.cell_m);
        EXPECT_LT(y, model.north_m);
        EXPECT_GT(y, model.north_m - model.rows * model.cell_m);
    }
}

TEST(DefaultTerrain, WritesAFileThatCannotBeWrittenAsAnError) {
    const terrain::TerrainModel model{0.0, 0.0, 25.0, 2, 2, {1.0F, 2.0F, 3.0F, 4.0F}};
    EXPECT_THROW(terrain::write_geotiff(model, "/no/such/folder/dem.tif"), OutputError);
}

}  // namespace
}  // namespace gineste
