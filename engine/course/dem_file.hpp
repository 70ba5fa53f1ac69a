// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "course/geodesy.hpp"
#include "course/height_window.hpp"

namespace gineste {

/// A terrain model on disk, open for reading as long as this lives.
class DemFile {
  public:
    /// @throws InputError where no allowed driver opens it, it has no CRS, no place on Earth or no
    /// band of heights
    explicit DemFile(const std::filesystem::path& file);
    ~DemFile();
    DemFile(const DemFile&) = delete;
    DemFile& operator=(const DemFile&) = delete;

    /// Where points of WGS 84 fall on the raster; NaN where its CRS does not reach.
    std::vector<RasterPoint> places(std::span<const GeoPoint> points) const;
    bool covers(RasterPoint place) const;
    /// The cells around all places. @throws InputError where the file is damaged
    HeightWindow read_window(std::span<const RasterPoint> places) const;
    /// Driver, cell size and CRS in words.
    std::string description() const;

  private:
    HeightWindow read_cells(int left, int top, int width, int height) const;

    struct Open;
    std::unique_ptr<Open> open_;
};

}  // namespace gineste
