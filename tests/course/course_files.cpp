// SPDX-License-Identifier: Apache-2.0
#include "course_files.hpp"

#include <cpl_vsi.h>
#include <fmt/format.h>
#include <gdal_priv.h>
#include <gdal_utils.h>
#include <ogr_spatialref.h>
#include <unistd.h>

#include <atomic>
#include <cstdlib>
#include <fstream>
#include <memory>

#include "core/error.hpp"

namespace gineste {
namespace {

OGRSpatialReference system_of(int epsg) {
    OGRSpatialReference system;
    system.importFromEPSG(epsg);
    system.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    return system;
}

}  // namespace

TestFolder::TestFolder() {
    static std::atomic<int> count{0};
    path_ = std::filesystem::temp_directory_path() /
            fmt::format("gineste-course-{}-{}", getpid(), count++);
    std::filesystem::create_directories(path_);
}

TestFolder::~TestFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

std::filesystem::path TestFolder::write(const std::string& name, const std::string& text) const {
    std::ofstream(path_ / name, std::ios::binary) << text;
    return path_ / name;
}

void write_tif(const TestRaster& raster, const std::filesystem::path& file) {
    GDALRegister_GTiff();
    GDALDriver* driver = GetGDALDriverManager()->GetDriverByName("GTiff");
    GDALDatasetUniquePtr dataset(
        driver->Create(file.c_str(), raster.columns, raster.rows, 1, GDT_Float64, nullptr));
    double corner[6] = {raster.west, raster.cell, 0.0, raster.north, 0.0, -raster.cell};
    dataset->SetGeoTransform(corner);
    if (raster.epsg != 0) {
        const OGRSpatialReference system = system_of(raster.epsg);
        dataset->SetSpatialRef(&system);
    }
    std::vector<double> cells;
    for (int row = 0; row < raster.rows; ++row) {
        for (int column = 0; column < raster.columns; ++column) {
            cells.push_back(raster.height_m(raster.west + (column + 0.5) * raster.cell,
                                            raster.north - (row + 0.5) * raster.cell));
        }
    }
    GDALRasterBand& band = *dataset->GetRasterBand(1);
    if (!raster.unit.empty()) band.SetUnitType(raster.unit.c_str());
    if (raster.void_value) band.SetNoDataValue(*raster.void_value);
    if (band.RasterIO(GF_Write, 0, 0, raster.columns, raster.rows, cells.data(), raster.columns,
                      raster.rows, GDT_Float64, 0, 0) != CE_None) {
        throw OutputError(OutputError::Stage::write, file, "test raster");
    }
}

void copy_raster(const std::filesystem::path& from, const std::string& driver,
                 const std::filesystem::path& to, int bands) {
    GDALAllRegister();
    std::vector<std::string> words{"-q", "-of", driver};
    for (int band = 0; band < bands; ++band) {
        words.emplace_back("-b");
        words.emplace_back("1");
    }
    std::vector<char*> arguments;
    for (std::string& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    GDALTranslateOptions* options = GDALTranslateOptionsNew(arguments.data(), nullptr);
    GDALDatasetH source = GDALOpen(from.c_str(), GA_ReadOnly);
    GDALDatasetH copy = GDALTranslate(to.c_str(), source, options, nullptr);
    GDALTranslateOptionsFree(options);
    if (copy == nullptr) throw OutputError(OutputError::Stage::write, to, CPLGetLastErrorMsg());
    GDALClose(copy);
    GDALClose(source);
}

std::vector<GeoPoint> straight_line(int epsg, double x0, double y0, double x1, double y1,
                                    int points) {
    const OGRSpatialReference from = system_of(epsg);
    const OGRSpatialReference to = system_of(4326);
    const std::unique_ptr<OGRCoordinateTransformation> transformation(
        OGRCreateCoordinateTransformation(&from, &to));
    std::vector<GeoPoint> line;
    for (int k = 0; k < points; ++k) {
        const double share = static_cast<double>(k) / (points - 1);
        double x = x0 + (x1 - x0) * share;
        double y = y0 + (y1 - y0) * share;
        transformation->Transform(1, &x, &y);
        line.push_back({x, y});
    }
    return line;
}

std::pair<double, double> to_lambert93(GeoPoint point) {
    const OGRSpatialReference from = system_of(4326);
    const OGRSpatialReference to = system_of(2154);
    const std::unique_ptr<OGRCoordinateTransformation> transformation(
        OGRCreateCoordinateTransformation(&from, &to));
    transformation->Transform(1, &point.lon_deg, &point.lat_deg);
    return {point.lon_deg, point.lat_deg};
}

std::string csv_of(const std::vector<GeoPoint>& points) {
    std::string text = "lon_deg,lat_deg\n";
    for (const GeoPoint& point : points) {
        text += fmt::format("{:.12f},{:.12f}\n", point.lon_deg, point.lat_deg);
    }
    return text;
}

Scenario scenario_of(const std::filesystem::path& line, const std::filesystem::path& dem,
                     double length_m) {
    Scenario scenario;
    scenario.file = "race.yaml";
    scenario.course.line = line;
    scenario.course.dem = dem;
    scenario.course.sections = {{{"race.yaml", 7, 0}, 0.0, length_m, 8.0, "road"}};
    return scenario;
}

std::string complaint_of(const std::function<void()>& call) {
    try {
        call();
    } catch (const InputError& error) {
        return error.what();
    } catch (const MissingInput& error) {
        return error.what();
    }
    return "";
}

std::optional<std::filesystem::path> srtm_tile(const TestFolder& folder) {
    const char* shared = std::getenv("GINESTE_SHARED");
    const std::filesystem::path root =
        shared != nullptr ? shared : std::filesystem::path(GINESTE_SOURCE_DIR) / "../shared";
    const std::filesystem::path archive = root / "data/N43E005.hgt.zip";
    if (!std::filesystem::exists(archive)) return std::nullopt;
    const std::string inside = "/vsizip/" + archive.string() + "/N43E005.hgt";
    VSIStatBufL status;
    if (VSIStatL(inside.c_str(), &status) != 0) return std::nullopt;
    std::string bytes(static_cast<std::size_t>(status.st_size), '\0');
    VSILFILE* file = VSIFOpenL(inside.c_str(), "rb");
    const std::size_t read = VSIFReadL(bytes.data(), 1, bytes.size(), file);
    VSIFCloseL(file);
    if (read != bytes.size()) return std::nullopt;
    return folder.write("N43E005.hgt", bytes);
}

Scenario marseille_cassis(const std::filesystem::path& dem) {
    const auto folder = std::filesystem::path(GINESTE_SOURCE_DIR) / "terrain/marseille-cassis";
    Scenario scenario;
    scenario.file = "marseille-cassis.yaml";
    scenario.course.line = folder / "route.csv";
    scenario.course.dem = dem.empty() ? folder / "dem.tif" : dem;
    scenario.course.length_m = 20000.0;
    scenario.course.smoothing_m = 800.0;
    scenario.course.sections_file = folder / "sections.csv";
    scenario.course.heights = {{{}, 9780.0, 327.0, "Col de la Gineste"}};
    return scenario;
}

}  // namespace gineste
