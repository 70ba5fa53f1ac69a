// SPDX-License-Identifier: Apache-2.0
#include "calibration/curves.hpp"

#include <algorithm>
#include <cmath>

#include "core/contract.hpp"

namespace gineste {

std::vector<double> shares_at(const std::vector<double>& sorted_s,
                              const std::vector<double>& times_s) {
    std::vector<double> shares;
    const double count = std::max<double>(1.0, static_cast<double>(sorted_s.size()));
    for (const double time_s : times_s) {
        const auto come = std::upper_bound(sorted_s.begin(), sorted_s.end(), time_s);
        shares.push_back(static_cast<double>(come - sorted_s.begin()) / count);
    }
    return shares;
}

CurveError curve_error(const std::vector<double>& observed, const std::vector<double>& other) {
    EXPECT(observed.size() == other.size());
    CurveError error;
    for (std::size_t k = 0; k < observed.size(); ++k) {
        const double missed = std::abs(observed[k] - other[k]);
        error.mean += missed / static_cast<double>(observed.size());
        error.largest = std::max(error.largest, missed);
    }
    return error;
}

CurveError share_error(const std::vector<double>& observed_s, const std::vector<double>& other_s) {
    EXPECT(!observed_s.empty());
    const std::size_t last = (observed_s.size() * 99) / 100;
    std::vector<double> times_s;
    for (double time_s = 0.0; time_s < observed_s[last] + 10.0; time_s += 10.0) {
        times_s.push_back(time_s);
    }
    return curve_error(shares_at(observed_s, times_s), shares_at(other_s, times_s));
}

}  // namespace gineste
