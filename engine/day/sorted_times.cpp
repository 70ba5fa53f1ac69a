// SPDX-License-Identifier: Apache-2.0
#include "day/sorted_times.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/contract.hpp"
#include "core/no_value.hpp"

namespace gineste {
namespace {

long long minute_of(double time_s) { return static_cast<long long>(std::floor(time_s / 60.0)); }

}  // namespace

double quantile_of_sorted(std::span<const double> sorted, double share) {
    EXPECT(share >= 0.0 && share <= 1.0);
    if (sorted.empty()) return kNaN;
    const double position = share * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(position);
    const double part = position - static_cast<double>(below);
    if (part == 0.0) return sorted[below];
    return sorted[below] + part * (sorted[below + 1] - sorted[below]);
}

BusiestWindow busiest_window(std::span<const double> sorted_s, double window_s) {
    BusiestWindow busiest{kNaN, 0};
    std::size_t end = 0;
    for (std::size_t begin = 0; begin < sorted_s.size(); ++begin) {
        while (end < sorted_s.size() && sorted_s[end] < sorted_s[begin] + window_s) ++end;
        if (end - begin > busiest.count) busiest = {sorted_s[begin], end - begin};
    }
    return busiest;
}

std::vector<long long> minutes_of(std::span<const double> sorted_s) {
    std::vector<long long> minutes;
    for (const double time_s : sorted_s) {
        const long long minute = minute_of(time_s);
        if (minutes.empty() || minutes.back() != minute) minutes.push_back(minute);
    }
    return minutes;
}

std::vector<std::uint32_t> counts_by_minute(std::span<const double> sorted_s) {
    if (sorted_s.empty()) return {};
    EXPECT(sorted_s.front() >= 0.0);
    std::vector<std::uint32_t> counts(static_cast<std::size_t>(minute_of(sorted_s.back())) + 1, 0);
    for (const double time_s : sorted_s) ++counts[static_cast<std::size_t>(minute_of(time_s))];
    return counts;
}

}  // namespace gineste
