// SPDX-License-Identifier: Apache-2.0
#include "forecast/turns.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "core/contract.hpp"

namespace gineste {

Turns take_turns(std::vector<double> come_s, const std::vector<double>& headways_s) {
    EXPECT(come_s.size() == headways_s.size());
    EXPECT(std::is_sorted(come_s.begin(), come_s.end()));
    Turns turns;
    turns.go_s.resize(come_s.size());
    double free_s = -std::numeric_limits<double>::infinity();
    for (std::size_t k = 0; k < come_s.size(); ++k) {
        turns.go_s[k] = std::max(come_s[k], free_s);
        free_s = turns.go_s[k] + headways_s[k];
    }
    turns.come_s = std::move(come_s);
    return turns;
}

QueueFigures queue_figures(const Turns& turns) {
    QueueFigures figures;
    figures.from_s = figures.to_s = std::numeric_limits<double>::quiet_NaN();
    std::size_t gone = 0;
    for (std::size_t k = 0; k < turns.size(); ++k) {
        while (turns.go_s[gone] <= turns.come_s[k] && gone < k) ++gone;
        const double delay_s = turns.delay_s(k);
        if (delay_s > 0.0) figures.most_late = std::max(figures.most_late, k + 1 - gone);
        figures.total_delay_s += delay_s;
        figures.longest_delay_s = std::max(figures.longest_delay_s, delay_s);
        if (delay_s < kNoticeable) continue;
        if (figures.delayed++ == 0) figures.from_s = turns.come_s[k];
        figures.to_s = turns.go_s[k];
    }
    return figures;
}

PeakMinute peak_minute(const std::vector<std::size_t>& per_minute) {
    if (per_minute.empty()) return {};
    const auto most = std::max_element(per_minute.begin(), per_minute.end());
    return {*most, 60.0 * static_cast<double>(most - per_minute.begin())};
}

std::vector<std::size_t> count_per_minute(const std::vector<double>& times_s) {
    std::vector<std::size_t> counts;
    for (const double time_s : times_s) {
        if (std::isnan(time_s)) continue;
        const auto minute = static_cast<std::size_t>(std::max(0.0, time_s / 60.0));
        if (minute >= counts.size()) counts.resize(minute + 1);
        ++counts[minute];
    }
    return counts;
}

}  // namespace gineste
