// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <filesystem>
#include <vector>

namespace gineste::terrain {

/// Heights on a grid of EPSG:2154 (Lambert-93), row by row from the north-west corner.
struct TerrainModel {
    double west_m = 0.0;  ///< of the outer edge of the first cell
    double north_m = 0.0;
    double cell_m = 25.0;
    int columns = 0;
    int rows = 0;
    std::vector<float> height_m;
};

/// The default terrain model of a course, from the figures in its folder: route.csv (chainage_m,
/// lon_deg, lat_deg, ground_m), heights.csv (at_m, elevation_m) and spot-heights.csv (lon_deg,
/// lat_deg, ground_m). The method stands in terrain/README.md. @throws InputError, MissingInput
TerrainModel build_model(const std::filesystem::path& course_folder);

/// Writes a GeoTIFF (32-bit floats, deflated). @throws OutputError
void write_geotiff(const TerrainModel& model, const std::filesystem::path& file);

}  // namespace gineste::terrain
