// SPDX-License-Identifier: Apache-2.0
#include "report/quantile.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/contract.hpp"

namespace gineste {

double quantile(std::vector<double> values, double share) {
    EXPECT(share >= 0.0 && share <= 1.0);
    std::erase_if(values, [](double value) { return std::isnan(value); });
    if (values.empty()) return std::numeric_limits<double>::quiet_NaN();
    const double position = share * static_cast<double>(values.size() - 1);
    const auto below = static_cast<std::ptrdiff_t>(std::floor(position));
    std::nth_element(values.begin(), values.begin() + below, values.end());
    const double low = values[static_cast<std::size_t>(below)];
    const double part = position - static_cast<double>(below);
    if (part == 0.0) return low;
    const double high = *std::min_element(values.begin() + below + 1, values.end());
    return low + part * (high - low);
}

}  // namespace gineste
