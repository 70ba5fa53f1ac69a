// SPDX-License-Identifier: Apache-2.0
#include "course/dem_file.hpp"

#include <cpl_string.h>
#include <fmt/format.h>
#include <gdal_priv.h>
#include <ogr_spatialref.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "core/contract.hpp"
#include "core/error.hpp"
#include "course/gdal_guard.hpp"

namespace gineste {
namespace {

constexpr float kVoid = std::numeric_limits<float>::quiet_NaN();
constexpr double kLowest_m = -500.0;   // the Dead Sea's shore is at -430 m
constexpr double kHighest_m = 9000.0;  // beyond is a void by another name: -32768, 9999, 3.4e38
constexpr double kMostCells = 6.4e7;   // read at once; a finer model is averaged while reading

[[noreturn]] void refuse(const std::filesystem::path& file, std::string problem, std::string why,
                         std::string suggestion) {
    throw InputError(
        Problem{{file.string()}, std::move(problem), std::move(why), std::move(suggestion), ""});
}

// Metres per unit of height that the band is written in.
double metres_per_unit(const std::string& unit) {
    if (unit == "ft" || unit == "foot" || unit == "feet") return 0.3048;
    if (unit == "us-ft" || unit == "US survey foot") return 1200.0 / 3937.0;
    if (unit == "cm") return 0.01;
    if (unit == "dm") return 0.1;
    return 1.0;
}

GDALDatasetUniquePtr open_raster(const std::filesystem::path& file, const GdalErrors& errors) {
    const char* drivers[] = {"GTiff", "AAIGrid", "SRTMHGT", "netCDF", nullptr};
    GDALDatasetUniquePtr dataset(GDALDataset::Open(
        file.c_str(), GDAL_OF_RASTER | GDAL_OF_READONLY | GDAL_OF_VERBOSE_ERROR, drivers));
    if (!dataset) {
        refuse(file, "the terrain model cannot be read", errors.reason("unknown content"),
               "Use GeoTIFF, .asc, .hgt (named like N43E005.hgt) or netCDF.");
    }
    const int bands = dataset->GetRasterCount();
    if (bands == 1) return dataset;
    refuse(file, fmt::format("the terrain model has {} bands", bands),
           "one band of heights is wanted",
           "Extract it: gdal_translate -b 1 INPUT OUTPUT.tif (netCDF: NETCDF:\"file\":variable).");
}

}  // namespace

struct DemFile::Open {
    std::filesystem::path file;
    GdalErrors errors;
    GDALDatasetUniquePtr dataset;
    double to_raster[6] = {};
    std::unique_ptr<OGRCoordinateTransformation> from_degrees;
};

DemFile::DemFile(const std::filesystem::path& file) : open_(std::make_unique<Open>()) {
    prepare_gdal();
    open_->file = file;
    open_->dataset = open_raster(file, open_->errors);
    const OGRSpatialReference* crs = open_->dataset->GetSpatialRef();
    if (!is_on_earth(crs)) {
        refuse(file, "no CRS", "the model could lie anywhere",
               "Put a .prj file beside it, or write one into it: gdal_translate -a_srs EPSG:2154.");
    }
    double to_ground[6];
    if (open_->dataset->GetGeoTransform(to_ground) != CE_None ||
        GDALInvGeoTransform(to_ground, open_->to_raster) == 0) {
        refuse(file, "the terrain model has no place on Earth", "it is a picture without corners",
               "Write its corners into it: gdal_translate -a_ullr.");
    }
    OGRSpatialReference wgs84;
    wgs84.SetWellKnownGeogCS("WGS84");
    wgs84.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    OGRSpatialReference target(*crs);
    target.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    open_->from_degrees.reset(OGRCreateCoordinateTransformation(&wgs84, &target));
    if (!open_->from_degrees) {
        refuse(file, "the CRS of the terrain model cannot be used",
               open_->errors.reason("no way from degrees"), "Warp it: gdalwarp -t_srs EPSG:4326.");
    }
}

DemFile::~DemFile() = default;

std::vector<RasterPoint> DemFile::places(std::span<const GeoPoint> points) const {
    constexpr double nan = std::numeric_limits<double>::quiet_NaN();
    const double* g = open_->to_raster;
    std::vector<RasterPoint> places;
    places.reserve(points.size());
    for (const GeoPoint& point : points) {
        double x = point.lon_deg;
        double y = point.lat_deg;
        int good = FALSE;
        open_->from_degrees->Transform(1, &x, &y, nullptr, &good);
        if (good == FALSE) {
            places.push_back({nan, nan});
        } else {
            places.push_back({g[0] + g[1] * x + g[2] * y, g[3] + g[4] * x + g[5] * y});
        }
    }
    return places;
}

bool DemFile::covers(RasterPoint place) const {
    return place.column >= 0.0 && place.column <= open_->dataset->GetRasterXSize() &&
           place.row >= 0.0 && place.row <= open_->dataset->GetRasterYSize();
}

HeightWindow DemFile::read_window(std::span<const RasterPoint> places) const {
    constexpr int margin = 2;  // cells around the outermost point, for the interpolation
    double west = places[0].column, east = west, north = places[0].row, south = north;
    for (const RasterPoint& place : places) {
        EXPECT(covers(place));
        west = std::min(west, place.column);
        east = std::max(east, place.column);
        north = std::min(north, place.row);
        south = std::max(south, place.row);
    }
    const int left = std::max(0, static_cast<int>(west) - margin);
    const int top = std::max(0, static_cast<int>(north) - margin);
    const int width =
        std::min(open_->dataset->GetRasterXSize(), static_cast<int>(east) + 1 + margin) - left;
    const int height =
        std::min(open_->dataset->GetRasterYSize(), static_cast<int>(south) + 1 + margin) - top;
    return read_cells(left, top, width, height);
}

HeightWindow DemFile::read_cells(int left, int top, int width, int height) const {
    const double coarser = std::ceil(std::sqrt(static_cast<double>(width) * height / kMostCells));
    HeightWindow window{left, top, std::max(1.0, coarser), {}};
    const int columns = std::max(1, static_cast<int>(width / window.cell));
    const int rows = std::max(1, static_cast<int>(height / window.cell));
    window.height_m.resize(rows, columns);
    GDALRasterBand& band = *open_->dataset->GetRasterBand(1);
    GDALRasterIOExtraArg how;
    INIT_RASTERIO_EXTRA_ARG(how);
    how.eResampleAlg = GRIORA_Average;
    const int read_width = static_cast<int>(columns * window.cell);
    const int read_height = static_cast<int>(rows * window.cell);
    const CPLErr status = band.RasterIO(GF_Read, left, top, std::min(width, read_width),
                                        std::min(height, read_height), window.height_m.data(),
                                        columns, rows, GDT_Float32, 0, 0, &how);
    if (status != CE_None || open_->errors.failed()) {
        refuse(open_->file, "the terrain model is broken off or damaged",
               open_->errors.reason("its cells cannot be read"), "Fetch the file again.");
    }
    int has_void = FALSE;
    const auto void_value = static_cast<float>(band.GetNoDataValue(&has_void));
    const double unit_m = metres_per_unit(band.GetUnitType());
    const double scale = band.GetScale() * unit_m;
    const double shift_m = band.GetOffset() * unit_m;
    for (float& cell : window.height_m.reshaped()) {
        const double height_m = cell * scale + shift_m;
        const bool known = !(has_void != FALSE && cell == void_value) && height_m > kLowest_m &&
                           height_m < kHighest_m;
        cell = known ? static_cast<float>(height_m) : kVoid;
    }
    return window;
}

std::string DemFile::description() const {
    const OGRSpatialReference& crs = *open_->dataset->GetSpatialRef();
    double corner[6];
    open_->dataset->GetGeoTransform(corner);
    const double dx = std::hypot(corner[1], corner[4]);
    const double dy = std::hypot(corner[2], corner[5]);
    const char* driver = open_->dataset->GetDriver()->GetDescription();
    const std::string name = crs.GetName() == nullptr ? "unnamed CRS" : crs.GetName();
    if (crs.IsGeographic()) {
        return fmt::format("{}, cells of {:.3g} × {:.3g} arc seconds, {}", driver, dx * 3600.0,
                           dy * 3600.0, name);
    }
    const double metres = crs.GetLinearUnits();
    return fmt::format("{}, cells of {:.3g} × {:.3g} m, {}", driver, dx * metres, dy * metres,
                       name);
}

}  // namespace gineste
