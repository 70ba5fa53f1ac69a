// SPDX-License-Identifier: Apache-2.0
#include "forecast/crowd.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/random.hpp"

namespace gineste {
namespace {

constexpr double kSteepest = 4.0;  // beyond so many sd the tail is none

std::size_t interval_of(double time_s) {
    return static_cast<std::size_t>(std::max(0.0, time_s / CrowdForecast::kInterval));
}

// Cuts [at_s, at_s + stay_s) at whole intervals: part(interval, seconds).
template <class Part>
void cut(double at_s, double stay_s, const Part& part) {
    const double end_s = at_s + stay_s;
    while (at_s < end_s) {
        const std::size_t interval = interval_of(at_s);
        const double next_s =
            std::min(end_s, CrowdForecast::kInterval * (static_cast<double>(interval) + 1.0));
        part(interval, next_s - at_s);
        at_s = next_s;
    }
}

double exact_mean_above(double z) {
    constexpr double pi = 3.14159265358979323846;
    const double density = std::exp(-0.5 * z * z) / std::sqrt(2.0 * pi);
    return z * normal_cdf(z) + density;
}

}  // namespace

PassingLaw passing_law(const MotionSpec& motion) {
    PassingLaw law;
    law.reach_m = 2.0 * motion.body_width_m;
    return law;
}

// Linear in a table: it is asked for by every runner at every 100 m.
double mean_above(double z) {
    constexpr int nodes = 129;
    static const std::array<double, nodes> table = [] {
        std::array<double, nodes> values{};
        for (int k = 0; k < nodes; ++k) {
            values[static_cast<std::size_t>(k)] =
                exact_mean_above(-kSteepest + 2.0 * kSteepest * k / (nodes - 1));
        }
        return values;
    }();
    if (z <= -kSteepest) return 0.0;
    if (z >= kSteepest) return z;
    const double at = (z + kSteepest) * (nodes - 1) / (2.0 * kSteepest);
    const auto k = std::min(static_cast<std::size_t>(at), std::size_t{nodes - 2});
    return table[k] + (at - static_cast<double>(k)) * (table[k + 1] - table[k]);
}

StationStay station_stay(const std::vector<StationSpec>& stations, double from_m, double to_m) {
    StationStay stay;
    for (const StationSpec& station : stations) {
        if (!std::isfinite(station.at_m)) continue;  // behind the line
        double row_m = station.length_m;
        if (station.side == StationSide::staggered) row_m += station.stagger_m.value_or(row_m);
        const double end_m = station.at_m + row_m + station.drink_zone_m;
        const double here_m = std::min(to_m, end_m) - std::max(from_m, station.at_m);
        if (here_m <= 0.0) continue;
        const double takers = station.take_share * here_m / (end_m - station.at_m);
        const double stop_share = std::max(0.0, 1.0 - station.grab_share - station.walk_share);
        const double stop_s =
            station.stop_median_s * std::exp(0.5 * station.stop_log_sd * station.stop_log_sd);
        const double hand_s = 60.0 / station.cups_per_minute * (1.0 + station.extra_cups);
        stay.standing_s += takers * (stop_share * (stop_s + hand_s) + station.walk_share * hand_s);
        stay.walking_m += takers * station.walk_share * station.drink_zone_m;
        stay.walk_mps = station.walk_speed_mps;
    }
    stay.walking_s = stay.walking_m / stay.walk_mps;
    return stay;
}

double CrowdForecast::crowded_runner_s(double threshold_per_m2) const {
    double sum_s = 0.0;
    for (std::size_t segment = 0; segment < segments; ++segment) {
        for (std::size_t k = 0; k < intervals; ++k) {
            if (density_per_m2(segment, k) < threshold_per_m2) continue;
            sum_s += runner_s[segment * intervals + k];
        }
    }
    return sum_s;
}

void CrowdForecast::add(std::size_t segment, double at_s, double stay_s, double lost,
                        double weight) {
    const double share = stay_s > 0.0 ? lost / stay_s : 0.0;
    cut(at_s, stay_s, [&](std::size_t interval, double seconds) {
        if (interval >= intervals) return;
        runner_s[segment * intervals + interval] += weight * seconds;
        lost_s[segment * intervals + interval] += weight * seconds * share;
    });
}

void SpeedsByMinute::add(double at_s, double stay_s, double speed_mps, double weight) {
    cut(at_s, stay_s, [&](std::size_t interval, double seconds) {
        if (interval >= minutes_.size()) minutes_.resize(interval + 32);
        Sums& sums = minutes_[interval];
        sums.runner_s += weight * seconds;
        sums.metres += weight * seconds * speed_mps;
        sums.squares += weight * seconds * speed_mps * speed_mps;
    });
}

SpeedsByMinute::Speeds SpeedsByMinute::at(double time_s) const {
    const double middles = std::max(0.0, time_s / CrowdForecast::kInterval - 0.5);
    const auto before = static_cast<std::size_t>(middles);
    const double part = middles - static_cast<double>(before);
    const Sums a = sums(before);
    const Sums b = sums(before + 1);
    const double runner_s = a.runner_s + part * (b.runner_s - a.runner_s);
    if (runner_s <= 0.0) return {};
    const double mean_mps = (a.metres + part * (b.metres - a.metres)) / runner_s;
    const double mean_square = (a.squares + part * (b.squares - a.squares)) / runner_s;
    return {runner_s, mean_mps, std::max(0.0, mean_square - mean_mps * mean_mps)};
}

}  // namespace gineste
