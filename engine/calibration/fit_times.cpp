// SPDX-License-Identifier: Apache-2.0
#include "calibration/fit_times.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/contract.hpp"
#include "core/random.hpp"

namespace gineste {
namespace {

constexpr std::size_t kPercents = 99;
constexpr double kLeastShift = -4.0;
constexpr double kMostShift = 0.95;

using Percentiles = std::array<double, kPercents>;

Percentiles percentiles_of(std::vector<double>& times_s) {
    std::sort(times_s.begin(), times_s.end());
    Percentiles found{};
    for (std::size_t k = 0; k < kPercents; ++k) {
        const double at =
            static_cast<double>(k + 1) / 100.0 * static_cast<double>(times_s.size() - 1);
        const auto below = static_cast<std::size_t>(at);
        const double part = at - static_cast<double>(below);
        const std::size_t above = std::min(below + 1, times_s.size() - 1);
        found[k] = times_s[below] + part * (times_s[above] - times_s[below]);
    }
    return found;
}

struct Trial {
    TimeDistribution law;
    double squares = 0.0;
};

// With the part that does not vary given, ln(T − c) is a straight line over the normal quantile.
Trial fit_with_constant(const Percentiles& times_s, double constant_s) {
    double x = 0.0;
    double xx = 0.0;
    double y = 0.0;
    double xy = 0.0;
    for (std::size_t k = 0; k < kPercents; ++k) {
        const double z = normal_quantile(static_cast<double>(k + 1) / 100.0);
        const double log = std::log(times_s[k] - constant_s);
        x += z;
        xx += z * z;
        y += log;
        xy += z * log;
    }
    const double n = kPercents;
    const double spread = (xy - x * y / n) / (xx - x * x / n);
    const double varying_s = std::exp((y - spread * x) / n);
    Trial trial;
    trial.law.median_s = constant_s + varying_s;
    trial.law.spread = spread;
    trial.law.shift = constant_s / trial.law.median_s;
    for (std::size_t k = 0; k < kPercents; ++k) {
        const double z = normal_quantile(static_cast<double>(k + 1) / 100.0);
        const double missed_s = constant_s + varying_s * std::exp(spread * z) - times_s[k];
        trial.squares += missed_s * missed_s;
    }
    return trial;
}

}  // namespace

TimeDistribution fit_times(std::vector<double> times_s) {
    EXPECT(times_s.size() >= kFewest);
    const Percentiles percentiles = percentiles_of(times_s);
    const double median_s = percentiles[kPercents / 2];
    const double most_s = std::min(kMostShift * median_s, 0.99 * percentiles.front());
    Trial best;
    best.squares = std::numeric_limits<double>::infinity();
    constexpr int steps = 250;
    for (int k = 0; k <= steps; ++k) {
        const double part = static_cast<double>(k) / steps;
        const double constant_s = kLeastShift * median_s * (1.0 - part) + most_s * part;
        const Trial trial = fit_with_constant(percentiles, constant_s);
        if (trial.squares < best.squares) best = trial;
    }
    return best.law;
}

std::vector<TimeQuantile> quantile_points(std::vector<double> times_s) {
    const Percentiles percentiles = percentiles_of(times_s);
    std::vector<TimeQuantile> points;
    for (const std::size_t percent : {1,  3,  5,  10, 15, 20, 25, 30, 35, 40, 45, 50,
                                      55, 60, 65, 70, 75, 80, 85, 90, 95, 97, 99}) {
        const double time_s = std::round(percentiles[percent - 1]);
        if (!points.empty() && time_s <= points.back().time_s) continue;
        points.push_back({{}, static_cast<double>(percent) / 100.0, time_s});
    }
    return points;
}

double share_under(const TimeDistribution& law, double time_s) {
    const double varying = (time_s / law.median_s - law.shift) / (1.0 - law.shift);
    return varying <= 0.0 ? 0.0 : normal_cdf(std::log(varying) / law.spread);
}

double kolmogorov_distance(std::vector<double> times_s, const TimeDistribution& law) {
    std::sort(times_s.begin(), times_s.end());
    double most = 0.0;
    const auto count = static_cast<double>(times_s.size());
    for (std::size_t k = 0; k < times_s.size(); ++k) {
        const double law_share = share_under(law, times_s[k]);
        most = std::max({most, std::abs(static_cast<double>(k) / count - law_share),
                         std::abs(static_cast<double>(k + 1) / count - law_share)});
    }
    return most;
}

}  // namespace gineste
