// SPDX-License-Identifier: Apache-2.0
#include "study/band.hpp"

#include <algorithm>
#include <cmath>

#include "core/random.hpp"
#include "report/quantile.hpp"

namespace gineste {
namespace {

constexpr std::uint32_t kTrials = 1000;

using Curves = std::vector<std::vector<double>>;

std::vector<double> at_point(const Curves& curves, std::size_t point) {
    std::vector<double> values;
    for (const std::vector<double>& curve : curves) values.push_back(curve[point]);
    return values;
}

/// Residuals over their spread, at the points where anything varies: residuals[replication][point].
Curves standard_residuals(const Curves& curves, const std::vector<Sample>& points) {
    Curves residuals(curves.size());
    for (std::size_t k = 0; k < curves.size(); ++k) {
        for (std::size_t point = 0; point < points.size(); ++point) {
            if (!(points[point].sd > 0.0)) continue;
            residuals[k].push_back((curves[k][point] - points[point].mean) / points[point].sd);
        }
    }
    return residuals;
}

// Largest studentised mean over the curve, with the residuals' signs as drawn. The squares do not
// change with a sign, so the spread about the new mean follows from it: (n − 1) − n·mean² over n
// − 1.
double largest_t(const Curves& residuals, std::uint32_t trial) {
    const Random random(0);
    const auto n = static_cast<double>(residuals.size());
    std::vector<double> sums(residuals.front().size(), 0.0);
    for (std::size_t k = 0; k < residuals.size(); ++k) {
        const bool kept = random.uniform(RunnerId(k), Purpose::band_sign, trial) < 0.5;
        const double sign = kept ? 1.0 : -1.0;
        for (std::size_t point = 0; point < sums.size(); ++point) {
            sums[point] += sign * residuals[k][point];
        }
    }
    double most = 0.0;
    for (const double sum : sums) {
        const double mean = sum / n;
        const double variance = std::max(1e-12, ((n - 1.0) - n * mean * mean) / (n - 1.0));
        most = std::max(most, std::abs(mean) * std::sqrt(n / variance));
    }
    return most;
}

// How many standard errors wide the band must be to hold the whole curve.
double band_factor(const Curves& residuals, double confidence) {
    if (residuals.front().empty()) return 0.0;
    std::vector<double> largest;
    for (std::uint32_t trial = 0; trial < kTrials; ++trial) {
        largest.push_back(largest_t(residuals, trial));
    }
    return quantile(std::move(largest), confidence);
}

}  // namespace

CurveBand curve_band(Curves curves, double confidence) {
    CurveBand band;
    std::size_t length = 0;
    for (const auto& curve : curves) length = std::max(length, curve.size());
    for (auto& curve : curves) curve.resize(length, 0.0);
    std::vector<Sample> points;
    for (std::size_t point = 0; point < length; ++point) {
        const std::vector<double> values = at_point(curves, point);
        points.push_back(sample_of(values));
        band.mean.push_back(points.back().mean);
        band.p5.push_back(quantile(values, 0.05));
        band.p95.push_back(quantile(values, 0.95));
    }
    if (curves.size() < 2) return band;
    const double factor = band_factor(standard_residuals(curves, points), confidence) /
                          std::sqrt(static_cast<double>(curves.size()));
    for (const Sample& point : points) {
        band.mean_low.push_back(point.mean - factor * point.sd);
        band.mean_high.push_back(point.mean + factor * point.sd);
    }
    return band;
}

}  // namespace gineste
