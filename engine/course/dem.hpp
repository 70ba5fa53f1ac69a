// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "course/geodesy.hpp"

namespace gineste {

/// The ground under a line.
struct GroundProfile {
    std::vector<double> height_m;  ///< as many as points asked for
    std::string description;       ///< "GTiff, cells of 25 × 25 m, RGF93 v1 / Lambert-93"
};

/// Heights of a terrain model (GeoTIFF/COG, .asc, .hgt, netCDF; any CRS) under points, bilinear
/// between cell centres. The window under the line is read once and the file closed.
/// `chainage_m` of each point names the kilometres in messages.
/// @throws InputError where the model has no CRS, does not cover the line, has voids under it or
/// cannot be read; MissingInput
GroundProfile ground_under(const std::filesystem::path& dem, std::span<const GeoPoint> points,
                           std::span<const double> chainage_m);

}  // namespace gineste
