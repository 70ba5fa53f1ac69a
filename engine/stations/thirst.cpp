// SPDX-License-Identifier: Apache-2.0
#include "stations/thirst.hpp"

#include <algorithm>
#include <cmath>

#include "core/random.hpp"

namespace gineste {
namespace {

constexpr int kHands = 2;
constexpr int kMostExtra = 14;

double log_odds(double share) { return std::log(share / (1.0 - share)); }

bool is_certain(double share) { return share <= 0.0 || share >= 1.0; }

}  // namespace

double heat_share(const ThirstSpec& thirst, std::optional<double> wbgt_c) {
    if (!wbgt_c) return 0.0;
    const double above_c = *wbgt_c - thirst.cool_wbgt_c;
    return std::clamp(above_c / (thirst.hot_wbgt_c - thirst.cool_wbgt_c), 0.0, 1.0);
}

double take_probability(const ThirstSpec& thirst, double take_share, const Occasion& occasion) {
    const double hot_share = std::max(take_share, thirst.hot_take_share);
    if (is_certain(take_share)) return take_share;
    if (occasion.heat > 0.0 && is_certain(hot_share)) return hot_share;
    double odds = log_odds(take_share);
    if (occasion.heat > 0.0) odds += occasion.heat * (log_odds(hot_share) - odds);
    const double longer = std::clamp(occasion.since_drink_m / thirst.spacing_m - 1.0, -1.0, 1.0);
    odds += thirst.distance_gain * longer + thirst.pace_gain * (occasion.rank - 0.5);
    return 1.0 / (1.0 + std::exp(-odds));
}

double habitual_draw(double habit, double runner_z, double station_z) {
    return normal_cdf(std::sqrt(habit) * runner_z + std::sqrt(1.0 - habit) * station_z);
}

double mean_extra(const ThirstSpec& thirst, const StationSpec& station, double heat) {
    if (station.kind == StationKind::sponge) return station.extra_cups;
    const double hot = std::max(station.extra_cups, thirst.hot_extra_cups);
    return station.extra_cups + heat * (hot - station.extra_cups);
}

int drawn_cups(double mean_extra, double uniform) {
    int extra = 0;
    double probability = std::exp(-mean_extra);
    double below = probability;
    while (uniform > below && extra < kMostExtra) {
        ++extra;
        probability *= mean_extra / extra;
        below += probability;
    }
    return 1 + extra;
}

ModeShares mode_shares(const ThirstSpec& thirst, const StationSpec& station, double rank) {
    const double grab = station.grab_share;
    const double walk = station.walk_share;
    const double stop = std::max(0.0, 1.0 - grab - walk);
    double spread = thirst.mode_by_pace;
    if (grab > 0.0) spread = std::min(spread, 1.0 / grab - 1.0);
    if (stop > 0.0) spread = std::min(spread, 1.0 / stop - 1.0);
    if (grab != stop) spread = std::min(spread, walk / std::abs(grab - stop));
    const double ahead = 1.0 - 2.0 * rank;
    return {grab * (1.0 + spread * ahead), walk + spread * ahead * (stop - grab)};
}

DrinkMode drawn_mode(const ModeShares& shares, int cups, double uniform) {
    if (uniform < shares.grab) return cups > kHands ? DrinkMode::walk : DrinkMode::grab;
    return uniform < shares.grab + shares.walk ? DrinkMode::walk : DrinkMode::stop;
}

}  // namespace gineste
