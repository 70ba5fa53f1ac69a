// SPDX-License-Identifier: Apache-2.0
#include "model.hpp"

#include <ogr_spatialref.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <string>

#include "core/csv.hpp"
#include "core/error.hpp"
#include "course/smooth.hpp"
#include "surface.hpp"

namespace gineste::terrain {
namespace {

constexpr double kMargin_m = 1500.0;        // around the course; 1 km is promised
constexpr double kRoadSmoothing_m = 500.0;  // a road is smoother than the hillside it lies on
constexpr double kPinReach_m = 4000.0;      // how far a surveyed height lifts the road around it
constexpr double kPlateSmoothing = 0.002;   // leaves about 1 m between the surface and the figures
constexpr double kHeightStep_m = 1.0 / 16;  // finer than the figures; packs well

// The numbers of some columns of a CSV, row by row.
std::vector<std::vector<double>> numbers(const std::filesystem::path& file,
                                         std::initializer_list<std::string_view> headings) {
    const CsvTable table = read_csv(file);
    std::vector<std::vector<double>> rows(table.rows());
    for (const std::string_view heading : headings) {
        const auto column = table.column({heading});
        if (!column) {
            throw InputError(
                Problem{{table.file(), 1, 0}, "no column " + std::string(heading), "", "", ""});
        }
        for (std::size_t row = 0; row < table.rows(); ++row) {
            const auto value = table.number(row, *column);
            if (!value) {
                throw InputError(table.problem_at(row, *column, "this is no number", "", ""));
            }
            rows[row].push_back(*value);
        }
    }
    return rows;
}

class ToLambert93 {
  public:
    ToLambert93() {
        OGRSpatialReference degrees, metres;
        degrees.SetWellKnownGeogCS("WGS84");
        degrees.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
        metres.importFromEPSG(2154);
        metres.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
        transformation_.reset(OGRCreateCoordinateTransformation(&degrees, &metres));
    }
    SpotHeight operator()(double lon_deg, double lat_deg, double height_m) const {
        if (!transformation_ || !transformation_->Transform(1, &lon_deg, &lat_deg)) {
            throw InternalError("no way from WGS 84 to Lambert-93: is proj-data installed?");
        }
        return {lon_deg, lat_deg, height_m};
    }

  private:
    std::unique_ptr<OGRCoordinateTransformation> transformation_;
};

// The road's own heights: the hillside's, without its roughness, through the surveyed ones.
std::vector<SpotHeight> road_spots(const std::filesystem::path& folder, const ToLambert93& to) {
    const auto route =
        numbers(folder / "route.csv", {"chainage_m", "lon_deg", "lat_deg", "ground_m"});
    std::vector<double> at_m, ground_m;
    for (const auto& row : route) {
        at_m.push_back(row[0]);
        ground_m.push_back(row[3]);
    }
    std::vector<double> road_m = smoothed(at_m, ground_m, kRoadSmoothing_m);
    std::vector<Pin> pins;
    for (const auto& row : numbers(folder / "heights.csv", {"at_m", "elevation_m"})) {
        pins.push_back({row[0], row[1]});
    }
    const std::vector<double> lift_m = pin_correction(at_m, road_m, pins, kPinReach_m);
    std::vector<SpotHeight> spots;
    for (std::size_t k = 0; k < route.size(); ++k) {
        spots.push_back(to(route[k][1], route[k][2], road_m[k] + lift_m[k]));
    }
    return spots;
}

TerrainModel empty_model_around(const std::vector<SpotHeight>& road) {
    const auto by_east = [](const auto& a, const auto& b) { return a.east_m < b.east_m; };
    const auto by_north = [](const auto& a, const auto& b) { return a.north_m < b.north_m; };
    const auto [west, east] = std::minmax_element(road.begin(), road.end(), by_east);
    const auto [south, north] = std::minmax_element(road.begin(), road.end(), by_north);
    TerrainModel model;
    const double cell_m = model.cell_m;
    model.west_m = std::floor((west->east_m - kMargin_m) / cell_m) * cell_m;
    model.north_m = std::ceil((north->north_m + kMargin_m) / cell_m) * cell_m;
    model.columns = static_cast<int>(std::ceil((east->east_m + kMargin_m - model.west_m) / cell_m));
    model.rows = static_cast<int>(std::ceil((model.north_m - south->north_m + kMargin_m) / cell_m));
    return model;
}

}  // namespace

TerrainModel build_model(const std::filesystem::path& course_folder) {
    const ToLambert93 to_lambert;
    std::vector<SpotHeight> spots = road_spots(course_folder, to_lambert);
    TerrainModel model = empty_model_around(spots);
    for (const auto& row :
         numbers(course_folder / "spot-heights.csv", {"lon_deg", "lat_deg", "ground_m"})) {
        spots.push_back(to_lambert(row[0], row[1], row[2]));
    }
    const ThinPlate surface(spots, kPlateSmoothing);
    model.height_m.resize(static_cast<std::size_t>(model.columns) *
                          static_cast<std::size_t>(model.rows));
#pragma omp parallel for schedule(static)
    for (int row = 0; row < model.rows; ++row) {
        for (int column = 0; column < model.columns; ++column) {
            const double height_m = surface.height_m(model.west_m + (column + 0.5) * model.cell_m,
                                                     model.north_m - (row + 0.5) * model.cell_m);
            const double stepped_m = std::round(height_m / kHeightStep_m) * kHeightStep_m;
            // Nothing here lies below the sea, which the spline knows at a few points only.
            model.height_m[static_cast<std::size_t>(row * model.columns + column)] =
                static_cast<float>(std::max(0.0, stepped_m));
        }
    }
    return model;
}

}  // namespace gineste::terrain
