// SPDX-License-Identifier: Apache-2.0
#include "field/ability.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "core/contract.hpp"
#include "core/random.hpp"

namespace gineste {
namespace {

constexpr double kTail = 0.003;  // beyond, a few runners decide

double between_quantiles_s(const std::vector<TimeQuantile>& quantiles, double z) {
    std::size_t k = 1;
    while (k + 1 < quantiles.size() && z > normal_quantile(quantiles[k].share)) ++k;
    const double from = normal_quantile(quantiles[k - 1].share);
    const double part = (z - from) / (normal_quantile(quantiles[k].share) - from);
    const double from_log = std::log(quantiles[k - 1].time_s);
    return std::exp(from_log + part * (std::log(quantiles[k].time_s) - from_log));
}

// The time that `wanted` runners do not exceed.
double time_of_s(std::span<const TimeCount> counts, double first_s, double wanted) {
    double before = 0.0;
    double from_s = first_s;
    for (const TimeCount& count : counts) {
        if (before + count.runners >= wanted) {
            return from_s + (count.time_s - from_s) * (wanted - before) / count.runners;
        }
        before += count.runners;
        from_s = count.time_s;
    }
    return from_s;
}

double sorted_quantile(const std::vector<double>& sorted, double share) {
    const double at = share * static_cast<double>(sorted.size()) - 0.5;
    const double last = static_cast<double>(sorted.size() - 1);
    const double within = std::clamp(at, 0.0, last);
    const auto k = static_cast<std::size_t>(std::min(within, last - 1.0));
    return sorted[k] + (sorted[k + 1] - sorted[k]) * (within - static_cast<double>(k));
}

}  // namespace

double drawn_time_s(const TimeDistribution& law, double z) {
    if (!law.quantiles.empty()) return between_quantiles_s(law.quantiles, z);
    return law.median_s * (law.shift + (1.0 - law.shift) * std::exp(law.spread * z));
}

std::vector<TimeQuantile> quantiles_of(std::span<const TimeCount> counts, double first_s,
                                       double largest_share) {
    double runners = 0.0;
    for (const TimeCount& count : counts) runners += count.runners;
    const double end = normal_quantile(1.0 - kTail);
    // The density of the normal deviate is 0.4 at most.
    const int steps = static_cast<int>(std::ceil(2.0 * end * 0.4 / largest_share));
    std::vector<TimeQuantile> quantiles;
    for (int k = 0; k <= steps; ++k) {
        const double share = normal_cdf(end * (2.0 * k / steps - 1.0));
        quantiles.push_back({{}, share, time_of_s(counts, first_s, share * runners)});
    }
    return quantiles;
}

std::vector<TimeQuantile> undisturbed(std::span<const TimeQuantile> observed,
                                      std::vector<double> ideal_s,
                                      std::vector<double> simulated_s) {
    EXPECT(ideal_s.size() > 1 && simulated_s.size() > 1);
    std::sort(ideal_s.begin(), ideal_s.end());
    std::sort(simulated_s.begin(), simulated_s.end());
    std::vector<TimeQuantile> quantiles(observed.begin(), observed.end());
    for (TimeQuantile& quantile : quantiles) {
        quantile.time_s *=
            sorted_quantile(ideal_s, quantile.share) / sorted_quantile(simulated_s, quantile.share);
    }
    return quantiles;
}

}  // namespace gineste
