// SPDX-License-Identifier: Apache-2.0
#include "forecast/free_times.hpp"

#include <algorithm>
#include <cmath>

#include "core/contract.hpp"

namespace gineste {

FreeTimes::FreeTimes(const Road& road, const PacingLaw& law)
    : law_(law),
      length_m_(road.length_m()),
      borders_(static_cast<std::size_t>(std::ceil(length_m_ / kCell)) + 1),
      level_m_(borders_ * kResponses * kSpeeds) {
    for (int node = 0; node < kResponses * kSpeeds; ++node) march(road, node);
}

// As ideal_time_s: in space, each stride at the speed of its middle, with the lag of its time.
void FreeTimes::march(const Road& road, int node) {
    constexpr int strides = 5;
    const auto answer = static_cast<float>(response(node / kSpeeds));
    const double level_mps = speed_mps(node % kSpeeds);
    double* const level_m = level_m_.data() + static_cast<std::size_t>(node) * borders_;
    float hills = PacingLaw::hill_factor(road.log_grade_ratio(0.0), answer);
    for (std::size_t cell = 0; cell + 1 < borders_; ++cell) {
        const double from_m = kCell * static_cast<double>(cell);
        const double stride_m = std::min(kCell, length_m_ - from_m) / strides;
        double sum_m = 0.0;
        for (int k = 0; k < strides; ++k) {
            const double middle_m = from_m + (k + 0.5) * stride_m;
            const float target = PacingLaw::hill_factor(road.log_grade_ratio(middle_m), answer);
            const double before_mps = level_mps * static_cast<double>(hills);
            const float after = law_.lag_over(stride_m / before_mps).next(hills, target);
            sum_m += stride_m / (0.5 * static_cast<double>(hills + after));
            hills = after;
        }
        level_m[cell + 1] = level_m[cell] + sum_m;
    }
}

double FreeTimes::level_to_m(int node, double chainage_m) const {
    const std::size_t cell =
        std::min(static_cast<std::size_t>(std::max(0.0, chainage_m) / kCell), borders_ - 2);
    const double from_m = kCell * static_cast<double>(cell);
    const double part = (chainage_m - from_m) / std::min(kCell, length_m_ - from_m);
    const double* const at = level_m_.data() + static_cast<std::size_t>(node) * borders_ + cell;
    return at[0] + part * (at[1] - at[0]);
}

FreeTimes::Stretch FreeTimes::stretch(double from_m, double to_m) const {
    EXPECT(from_m < to_m);
    Stretch stretch;
    stretch.length_m = to_m - from_m;
    stretch.middle_m = 0.5 * (from_m + to_m);
    for (int node = 0; node < kResponses * kSpeeds; ++node) {
        stretch.level_m[static_cast<std::size_t>(node)] =
            level_to_m(node, to_m) - level_to_m(node, from_m);
    }
    return stretch;
}

}  // namespace gineste
