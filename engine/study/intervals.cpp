// SPDX-License-Identifier: Apache-2.0
#include "study/intervals.hpp"

#include <algorithm>
#include <boost/math/distributions/binomial.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>
#include <limits>

namespace gineste {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr std::size_t kMostReplications = 1000000000;

double student_quantile(std::size_t count, double confidence) {
    const boost::math::students_t law(static_cast<double>(count - 1));
    return boost::math::quantile(law, 0.5 + 0.5 * confidence);
}

// A lower bound of the quantile that holds with probability `sure`. Rank r (from 1) is at or
// below the quantile when at least r values are: B(n, share) >= r.
double lower_bound(const std::vector<double>& sorted, double share, double sure) {
    const auto n = static_cast<double>(sorted.size());
    const boost::math::binomial law(n, share);
    const auto at_least = [&](double rank) {
        return boost::math::cdf(boost::math::complement(law, rank - 1.0));
    };
    double rank = 0.0;  // the highest that is sure enough: the higher, the less sure
    double beyond = n + 1.0;
    while (beyond - rank > 1.0) {
        const double middle = std::floor(0.5 * (rank + beyond));
        (at_least(middle) >= sure ? rank : beyond) = middle;
    }
    if (rank == 0.0) return -kInfinity;
    const double value = sorted[static_cast<std::size_t>(rank) - 1];
    if (rank == n) return value;
    const double surer = at_least(rank) - sure;
    const double less_sure = sure - at_least(rank + 1.0);
    if (surer <= 0.0) return value;
    const double part =
        1.0 / (1.0 + rank * (1.0 - share) * less_sure / ((n - rank) * share * surer));
    return value + part * (sorted[static_cast<std::size_t>(rank)] - value);
}

}  // namespace

Sample sample_of(const std::vector<double>& values) {
    Sample sample;
    sample.count = values.size();
    double sum = 0.0;
    for (const double value : values) sum += value;
    sample.mean = sum / static_cast<double>(values.size());
    double squares = 0.0;
    for (const double value : values) squares += (value - sample.mean) * (value - sample.mean);
    sample.sd = values.size() < 2 ? std::numeric_limits<double>::quiet_NaN()
                                  : std::sqrt(squares / static_cast<double>(values.size() - 1));
    return sample;
}

Interval mean_interval(const Sample& sample, double confidence) {
    if (sample.count < 2) return {-kInfinity, kInfinity};
    const double half = student_quantile(sample.count, confidence) * sample.sd /
                        std::sqrt(static_cast<double>(sample.count));
    return {sample.mean - half, sample.mean + half};
}

Interval quantile_interval(std::vector<double> values, double share, double confidence) {
    if (values.empty()) return {-kInfinity, kInfinity};
    const double sure = 0.5 + 0.5 * confidence;
    std::sort(values.begin(), values.end());
    const double low = lower_bound(values, share, sure);
    // The upper bound is the lower one of the mirrored sample.
    std::reverse(values.begin(), values.end());
    for (double& value : values) value = -value;
    return {low, -lower_bound(values, 1.0 - share, sure)};
}

std::optional<std::size_t> replications_for(double distance, double sd, double confidence) {
    if (!(std::abs(distance) > 0.0) || !std::isfinite(sd)) return std::nullopt;
    const auto is_enough = [&](std::size_t count) {
        return student_quantile(count, confidence) * sd / std::sqrt(static_cast<double>(count)) <
               std::abs(distance);
    };
    std::size_t too_few = 1;
    std::size_t enough = 2;
    while (!is_enough(enough)) {
        if (enough > kMostReplications) return std::nullopt;
        too_few = enough;
        enough *= 2;
    }
    while (enough - too_few > 1) {
        const std::size_t middle = too_few + (enough - too_few) / 2;
        (is_enough(middle) ? enough : too_few) = middle;
    }
    return enough;
}

}  // namespace gineste
