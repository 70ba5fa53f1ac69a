// SPDX-License-Identifier: Apache-2.0
#include "report/station_findings.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "core/no_value.hpp"
#include "report/quantile.hpp"
#include "stations/sizing.hpp"

namespace gineste {
namespace {

template <class Count>
std::size_t total_count(const std::vector<Count>& counts) {
    return std::accumulate(counts.begin(), counts.end(), std::size_t{0});
}

ZoneFindings zone_findings(const ZoneRecord& zone, double interval_s) {
    ZoneFindings found;
    found.opens_s = zone.first_s;
    found.closes_s = zone.last_s;
    found.peak_runners = zone.peak;
    const auto runners = static_cast<double>(zone.left);
    const double runner_s = static_cast<double>(total_count(zone.steps)) * zone.step_s;
    found.mean_runners = zone.left > 0 ? runner_s / (zone.last_s - zone.first_s) : kNaN;
    found.mean_stay_s = zone.left > 0 ? zone.time_s / runners : kNaN;
    found.passers_lost_share = zone.passers > 0 ? zone.passers_lost_s / zone.passers_time_s : kNaN;
    const auto busiest = std::max_element(zone.steps.begin(), zone.steps.end());
    if (busiest != zone.steps.end() && zone.area_m2 > 0.0) {
        const double runners_then = static_cast<double>(*busiest) * zone.step_s / interval_s;
        found.peak_density_per_m2 = runners_then / zone.area_m2;
    }
    return found;
}

void find_peaks(const StationRecord& station, double interval_s, StationFindings& found) {
    found.peak_s = kNaN;
    const auto busiest = std::max_element(station.cups.begin(), station.cups.end());
    if (found.cups > 0) {
        found.peak_cups_per_min = *busiest * 60.0 / interval_s;
        found.peak_s = static_cast<double>(busiest - station.cups.begin()) * interval_s;
    }
    const std::vector<std::uint32_t> arrivals = arrivals_by_minute(station);
    found.peak_1min_cups = peak_per_minute(station.cups_by_minute, 1);
    found.peak_5min_cups = peak_per_minute(station.cups_by_minute, 5);
    found.peak_1min_wanted = peak_per_minute(station.wanted_by_minute, 1);
    found.peak_5min_wanted = peak_per_minute(station.wanted_by_minute, 5);
    found.peak_1min_arrivals = peak_per_minute(arrivals, 1);
    found.peak_5min_arrivals = peak_per_minute(arrivals, 5);
    if (station.hand_per_minute > 0.0) {
        found.hands_needed = hands_for(found.peak_1min_wanted, station.hand_per_minute);
    }
    for (const std::uint32_t queue : station.peak_queue) {
        found.peak_queue = std::max<std::size_t>(found.peak_queue, queue);
    }
}

void find_goods(const StationRecord& station, StationFindings& found) {
    found.out_s = kNaN;
    for (const GoodRecord& good : station.goods) {
        found.litres += static_cast<double>(good.handed) * good.litres;
        if (std::isnan(good.first_out_s)) continue;
        found.out_s =
            std::isnan(found.out_s) ? good.first_out_s : std::min(found.out_s, good.first_out_s);
    }
}

}  // namespace

double peak_per_minute(const std::vector<std::uint32_t>& by_minute, std::size_t minutes) {
    std::size_t most = 0;
    std::size_t within = 0;
    for (std::size_t k = 0; k < by_minute.size(); ++k) {
        within += by_minute[k];
        if (k >= minutes) within -= by_minute[k - minutes];
        most = std::max(most, within);
    }
    return static_cast<double>(most) / static_cast<double>(minutes);
}

std::vector<std::uint32_t> arrivals_by_minute(const StationRecord& station) {
    std::vector<std::uint32_t> all;
    for (const std::vector<std::uint32_t>& wave : station.arrivals_by_wave) {
        if (all.size() < wave.size()) all.resize(wave.size(), 0);
        for (std::size_t k = 0; k < wave.size(); ++k) all[k] += wave[k];
    }
    return all;
}

StationFindings station_findings(const StationRecord& station, double interval_s) {
    StationFindings found;
    found.arrivals = total_count(station.arrivals);
    found.takers = total_count(station.takers);
    found.passed = found.arrivals - found.takers;
    found.served = total_count(station.served);
    found.unserved = total_count(station.unserved);
    found.found_none = station.found_none;
    found.cups = total_count(station.cups);
    find_peaks(station, interval_s, found);
    find_goods(station, found);
    const std::vector<double> wait_s(station.wait_s.begin(), station.wait_s.end());
    found.wait_median_s = quantile(wait_s, 0.5);
    found.wait_p95_s = quantile(wait_s, 0.95);
    found.wait_max_s = quantile(wait_s, 1.0);
    found.zone = zone_findings(station.zone, interval_s);
    return found;
}

}  // namespace gineste
