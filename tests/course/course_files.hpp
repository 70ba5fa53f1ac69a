// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "course/geodesy.hpp"
#include "scenario/scenario.hpp"

namespace gineste {

/// A folder of this test's own, gone when the test is over.
class TestFolder {
  public:
    TestFolder();
    ~TestFolder();
    TestFolder(const TestFolder&) = delete;
    TestFolder& operator=(const TestFolder&) = delete;

    const std::filesystem::path& path() const { return path_; }
    /// Writes a file into the folder and says where it is.
    std::filesystem::path write(const std::string& name, const std::string& text) const;

  private:
    std::filesystem::path path_;
};

/// A raster of heights to be written: height(x, y) at the cell centres, in the CRS of `epsg`.
struct TestRaster {
    int epsg = 2154;
    double west = 0.0;
    double north = 0.0;
    double cell = 25.0;
    int columns = 0;
    int rows = 0;
    std::function<double(double x, double y)> height_m;
    std::optional<double> void_value = {};
    std::string unit = {};
};
void write_tif(const TestRaster& raster, const std::filesystem::path& file);
/// The first band of a raster, so many times, in another format.
void copy_raster(const std::filesystem::path& from, const std::string& driver,
                 const std::filesystem::path& to, int bands = 1);

/// So many points from (x0, y0) to (x1, y1) in the CRS of `epsg`, in degrees of WGS 84.
std::vector<GeoPoint> straight_line(int epsg, double x0, double y0, double x1, double y1,
                                    int points);
/// East and north in EPSG:2154, in metres.
std::pair<double, double> to_lambert93(GeoPoint point);
/// "lon_deg,lat_deg" and a row per point.
std::string csv_of(const std::vector<GeoPoint>& points);

/// A course on this line and terrain, 8 m wide.
Scenario scenario_of(const std::filesystem::path& line, const std::filesystem::path& dem,
                     double length_m);

/// What a call complains of as InputError or MissingInput, empty where it does not.
std::string complaint_of(const std::function<void()>& call);

/// The SRTM tile of Marseille among the shared material (GINESTE_SHARED), unpacked into the folder;
/// none where it is not at hand.
std::optional<std::filesystem::path> srtm_tile(const TestFolder& folder);

/// terrain/marseille-cassis with the col pinned, on its own or another terrain model.
Scenario marseille_cassis(const std::filesystem::path& dem = {});

}  // namespace gineste
