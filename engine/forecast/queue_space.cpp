// SPDX-License-Identifier: Apache-2.0
#include "forecast/queue_space.hpp"

#include <algorithm>
#include <cmath>

#include "core/contract.hpp"

namespace gineste {

QueueSpace::QueueSpace(const Road& road, const HeadwayLaw& law, double at_m, double capacity_per_s,
                       double longest_delay_s, const std::function<double(double)>& free_mps)
    : at_m_(at_m) {
    EXPECT(capacity_per_s > 0.0 && at_m > 0.0);
    do {
        const double middle_m =
            std::max(0.0, at_m - kStep * (static_cast<double>(speed_mps_.size()) + 0.5));
        const double width_m = 2.0 * static_cast<double>(road.half_width_m(middle_m));
        const double free = free_mps(middle_m);
        const double speed = std::min(free, law.queue_speed_mps(capacity_per_s / width_m));
        speed_mps_.push_back(speed);
        density_per_m2_.push_back(capacity_per_s / width_m / speed);
        runners_.push_back(runners_.back() + kStep * capacity_per_s / speed);
        delay_s_.push_back(delay_s_.back() + kStep * (1.0 / speed - 1.0 / free));
    } while (delay_s_.back() < longest_delay_s &&
             kStep * static_cast<double>(speed_mps_.size()) < at_m);
    speed_mps_.push_back(speed_mps_.back());
}

double QueueSpace::at(const std::vector<double>& values, double length_m) const {
    const double steps =
        std::clamp(length_m / kStep, 0.0, static_cast<double>(values.size() - 1) - 1e-9);
    const auto k = static_cast<std::size_t>(steps);
    return values[k] + (steps - static_cast<double>(k)) * (values[k + 1] - values[k]);
}

double QueueSpace::length_m(double delay_s) const {
    const auto over = std::lower_bound(delay_s_.begin() + 1, delay_s_.end(), delay_s);
    if (over == delay_s_.end()) return at_m_;
    const auto k = static_cast<double>(over - delay_s_.begin());
    const double part = (delay_s - over[-1]) / std::max(1e-12, over[0] - over[-1]);
    return std::min(at_m_, kStep * (k - 1.0 + std::clamp(part, 0.0, 1.0)));
}

double QueueSpace::runners(double length_m) const { return at(runners_, length_m); }

double QueueSpace::densest_per_m2(double length_m) const {
    const auto steps = static_cast<std::size_t>(std::ceil(length_m / kStep));
    const auto last = static_cast<std::ptrdiff_t>(
        std::clamp<std::size_t>(steps, std::size_t{1}, density_per_m2_.size()));
    return *std::max_element(density_per_m2_.begin(), density_per_m2_.begin() + last);
}

}  // namespace gineste
