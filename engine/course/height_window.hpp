// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <Eigen/Core>
#include <cstddef>
#include <optional>

namespace gineste {

/// Where a point falls on a raster: columns and rows from its upper left corner, so that the
/// centre of the first cell is at (0.5, 0.5).
struct RasterPoint {
    double column = 0.0;
    double row = 0.0;
};

/// A piece of a raster of heights, in metres; NaN where there is none.
struct HeightWindow {
    using Cells = Eigen::Array<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
    std::ptrdiff_t first_column = 0;
    std::ptrdiff_t first_row = 0;
    double cell = 1.0;  ///< raster cells per cell of this window, where it was read more coarsely
    Cells height_m;     ///< rows × columns

    /// Bilinear between the centres of the four cells around; the outermost half cell takes the
    /// value of its centre. None where a cell that counts has no height.
    std::optional<double> sample(RasterPoint at) const;
};

}  // namespace gineste
