// SPDX-License-Identifier: Apache-2.0
#include "course/height_window.hpp"

#include <algorithm>
#include <cmath>

namespace gineste {
namespace {

// A void beside a point that stands on a cell centre does not count, nor does what rounding makes
// of that.
constexpr double kNoWeight = 1e-6;

}  // namespace

std::optional<double> HeightWindow::sample(RasterPoint at) const {
    const auto last_column = static_cast<double>(height_m.cols() - 1);
    const auto last_row = static_cast<double>(height_m.rows() - 1);
    const double x = (at.column - static_cast<double>(first_column)) / cell - 0.5;
    const double y = (at.row - static_cast<double>(first_row)) / cell - 0.5;
    const double column = std::clamp(x, 0.0, last_column);
    const double row = std::clamp(y, 0.0, last_row);
    const auto c = static_cast<Eigen::Index>(column);
    const auto r = static_cast<Eigen::Index>(row);
    const double right = column - static_cast<double>(c);
    const double down = row - static_cast<double>(r);
    const double weights[2][2] = {{(1.0 - down) * (1.0 - right), (1.0 - down) * right},
                                  {down * (1.0 - right), down * right}};
    double sum_m = 0.0;
    double sum_of_weights = 0.0;
    for (Eigen::Index i = 0; i < 2; ++i) {
        for (Eigen::Index j = 0; j < 2; ++j) {
            if (weights[i][j] < kNoWeight) continue;
            const auto value = static_cast<double>(height_m(r + i, c + j));
            if (std::isnan(value)) return std::nullopt;
            sum_m += weights[i][j] * value;
            sum_of_weights += weights[i][j];
        }
    }
    return sum_m / sum_of_weights;
}

}  // namespace gineste
