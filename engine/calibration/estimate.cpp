// SPDX-License-Identifier: Apache-2.0
#include "calibration/estimate.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/random.hpp"

namespace gineste {

std::vector<Estimate> bootstrap(std::size_t count, std::uint64_t seed, const Fit& fit) {
    std::vector<std::size_t> sample(count);
    std::iota(sample.begin(), sample.end(), std::size_t{0});
    std::vector<Estimate> estimates;
    for (const double value : fit(sample)) estimates.push_back({value, 0.0});
    std::vector<double> squares(estimates.size(), 0.0);
    const Random random(seed);
    for (std::size_t turn = 0; turn < kResamples; ++turn) {
        for (std::size_t i = 0; i < count; ++i) {
            const double u =
                random.uniform(RunnerId(i), Purpose::resample, static_cast<std::uint32_t>(turn));
            sample[i] =
                std::min(count - 1, static_cast<std::size_t>(u * static_cast<double>(count)));
        }
        const std::vector<double> again = fit(sample);
        for (std::size_t k = 0; k < again.size(); ++k) {
            squares[k] += (again[k] - estimates[k].value) * (again[k] - estimates[k].value);
        }
    }
    for (std::size_t k = 0; k < estimates.size(); ++k) {
        estimates[k].error = std::sqrt(squares[k] / static_cast<double>(kResamples));
    }
    return estimates;
}

}  // namespace gineste
