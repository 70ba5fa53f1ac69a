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
      level_m_(borders_ * kNodes) {
    for (int row = 0; row < kResponses; ++row) march(road, row);
}

// As ideal_times_s: in space, each stride at the speed of its middle, with the lag of its time.
void FreeTimes::march(const Road& road, int row) {
    constexpr int strides = 5;
    const auto answer = static_cast<float>(response(row));
    std::array<float, kSpeeds> hills;
    std::array<Gait, kSpeeds> gait{};
    hills.fill(PacingLaw::hill_factor(road.log_grade_ratio(0.0), answer));
    double* const level_m = level_m_.data() + static_cast<std::size_t>(row) * kSpeeds * borders_;
    for (std::size_t cell = 0; cell + 1 < borders_; ++cell) {
        const double from_m = kCell * static_cast<double>(cell);
        const double stride_m = std::min(kCell, length_m_ - from_m) / strides;
        std::array<double, kSpeeds> sum_s{};
        for (int k = 0; k < strides; ++k) {
            const double middle_m = from_m + (k + 0.5) * stride_m;
            const float target = PacingLaw::hill_factor(road.log_grade_ratio(middle_m), answer);
            const float gradient = road.gradient(middle_m);
            const float headwind_mps = road.headwind_mps(middle_m);
            for (std::size_t n = 0; n < kSpeeds; ++n) {
                const double level_mps = speed_mps(static_cast<int>(n));
                const float before = hills[n];
                hills[n] = law_.lagged(before, target, stride_m / (level_mps * double{before}));
                const auto running_mps =
                    static_cast<float>(level_mps * double{0.5F * (before + hills[n])});
                sum_s[n] += stride_m / double{law_.own_speed_mps(running_mps, gradient,
                                                                 headwind_mps, 0.0F, gait[n])};
            }
        }
        for (std::size_t n = 0; n < kSpeeds; ++n) {
            double* const at = level_m + n * borders_ + cell;
            at[1] = at[0] + speed_mps(static_cast<int>(n)) * sum_s[n];
        }
    }
}

double FreeTimes::level_to_m(std::size_t node, double chainage_m) const {
    const std::size_t cell =
        std::min(static_cast<std::size_t>(std::max(0.0, chainage_m) / kCell), borders_ - 2);
    const double from_m = kCell * static_cast<double>(cell);
    const double part = (chainage_m - from_m) / std::min(kCell, length_m_ - from_m);
    const double* const at = level_m_.data() + node * borders_ + cell;
    return at[0] + part * (at[1] - at[0]);
}

FreeTimes::Stretch FreeTimes::stretch(double from_m, double to_m) const {
    EXPECT(from_m < to_m);
    Stretch stretch;
    stretch.length_m = to_m - from_m;
    stretch.middle_m = 0.5 * (from_m + to_m);
    for (std::size_t node = 0; node < kNodes; ++node) {
        stretch.level_m[node] = level_to_m(node, to_m) - level_to_m(node, from_m);
    }
    return stretch;
}

}  // namespace gineste
