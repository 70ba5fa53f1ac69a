// SPDX-License-Identifier: Apache-2.0
#include "calibration/fit_release.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "calibration/curves.hpp"
#include "core/contract.hpp"

namespace gineste {
namespace {

constexpr double kStragglers = 0.03;  // of a wave: who comes after the pens are empty

// Σ 1/v: seconds that a metre of line would take if one runner stood on each square metre.
std::vector<double> taken(const LineCrossings& wave) {
    std::vector<double> sum;
    double so_far = 0.0;
    for (const double speed_mps : wave.flat_speed_mps) {
        sum.push_back(so_far + 0.5 / speed_mps);
        so_far += 1.0 / speed_mps;
    }
    return sum;
}

double first_of(const LineCrossings& wave) {
    return wave.after_gun_s[std::min(wave.after_gun_s.size() - 1, wave.after_gun_s.size() / 1000)];
}

// Runners on a metre of road at the line: least squares of (t/60)^(1 − decay) over what is taken.
double per_metre(const LineCrossings& wave, double decay) {
    const std::vector<double> sum = taken(wave);
    const double first_s = first_of(wave);
    const auto counted =
        static_cast<std::size_t>((1.0 - kStragglers) * static_cast<double>(sum.size()));
    double xx = 0.0;
    double xy = 0.0;
    for (std::size_t i = 0; i < counted; ++i) {
        const double passed = std::max(0.0, wave.after_gun_s[i] - first_s) / 60.0;
        const double y = std::pow(passed, 1.0 - decay);
        xx += sum[i] * sum[i];
        xy += sum[i] * y;
    }
    return (1.0 - decay) / 60.0 * xx / xy;
}

std::vector<double> released(const LineCrossings& wave, double decay, double runners_per_m) {
    std::vector<double> times_s = taken(wave);
    for (double& time_s : times_s) {
        const double done = (1.0 - decay) / (60.0 * runners_per_m) * time_s;
        time_s = first_of(wave) + 60.0 * std::pow(done, 1.0 / (1.0 - decay));
    }
    return times_s;
}

double error_of(const LineCrossings& wave, double decay, double runners_per_m) {
    return share_error(wave.after_gun_s, released(wave, decay, runners_per_m)).mean;
}

// Each with a density of its own: the decay is a matter of shape.
double mean_error(const std::vector<LineCrossings>& waves, double decay) {
    double sum = 0.0;
    for (const LineCrossings& wave : waves) sum += error_of(wave, decay, per_metre(wave, decay));
    return sum / static_cast<double>(waves.size());
}

}  // namespace

void LineCrossings::settle() {
    std::vector<std::size_t> order(after_gun_s.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return after_gun_s[a] < after_gun_s[b]; });
    std::vector<double> times_s;
    std::vector<double> sum{0.0};
    for (const std::size_t i : order) {
        times_s.push_back(after_gun_s[i]);
        sum.push_back(sum.back() + 1.0 / flat_speed_mps[i]);
    }
    after_gun_s = std::move(times_s);
    for (std::size_t i = 0; i < order.size(); ++i) {
        const std::size_t from = i - std::min(i, kNeighbours / 2);
        const std::size_t to = std::min(order.size(), i + kNeighbours / 2 + 1);
        flat_speed_mps[i] = static_cast<double>(to - from) / (sum[to] - sum[from]);
    }
}

LineUse line_use(const std::vector<double>& sorted_s, double line_width_m) {
    constexpr double least_gap_s = 10.0;
    EXPECT(sorted_s.size() > 1);
    const auto counted = std::max<std::size_t>(
        2, static_cast<std::size_t>((1.0 - kStragglers) * static_cast<double>(sorted_s.size())));
    LineUse use;
    for (std::size_t i = 1; i < counted; ++i) {
        const double gap_s = sorted_s[i] - sorted_s[i - 1];
        if (gap_s < least_gap_s) continue;
        ++use.gaps;
        use.gaps_s += gap_s;
    }
    const double taken_s = std::max(1.0, sorted_s[counted - 1] - sorted_s.front());
    use.flow_per_s_per_m = static_cast<double>(counted) / taken_s / line_width_m;
    return use;
}

ReleaseFit fit_release(const std::vector<LineCrossings>& waves, double line_width_m) {
    EXPECT(!waves.empty());
    ReleaseFit fit;
    double least = mean_error(waves, 0.0);
    for (double decay = 0.01; decay < 0.6; decay += 0.01) {
        const double error = mean_error(waves, decay);
        if (error < least) {
            least = error;
            fit.decay = decay;
        }
    }
    double log_sum = 0.0;
    std::vector<double> own;
    for (const LineCrossings& wave : waves) {
        own.push_back(per_metre(wave, fit.decay));
        log_sum += std::log(own.back());
    }
    const double all = std::exp(log_sum / static_cast<double>(waves.size()));
    fit.density_per_m2 = all / line_width_m;
    for (std::size_t w = 0; w < waves.size(); ++w) {
        fit.flow_share.push_back(own[w] / all);
        fit.first_s.push_back(first_of(waves[w]));
        fit.share_error.push_back(error_of(waves[w], fit.decay, own[w]));
    }
    return fit;
}

std::vector<double> released_s(const ReleaseFit& fit, const LineCrossings& wave, std::size_t w,
                               double line_width_m) {
    return released(wave, fit.decay, fit.density_per_m2 * line_width_m * fit.flow_share[w]);
}

}  // namespace gineste
