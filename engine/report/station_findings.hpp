// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <cstdint>
#include <vector>

#include "stations/station_record.hpp"

namespace gineste {

/// What was seen in a station's zone; NaN where nobody was.
struct ZoneFindings {
    std::size_t peak_runners = 0;      ///< most at one time
    double mean_runners = 0.0;         ///< L, from the first to the last
    double mean_stay_s = 0.0;          ///< W
    double peak_density_per_m2 = 0.0;  ///< busiest interval
    double passers_lost_share = 0.0;   ///< of their speed, by those who take nothing
    double opens_s = 0.0;              ///< first runner
    double closes_s = 0.0;             ///< last runner gone
};

struct StationFindings {
    std::size_t arrivals = 0;  ///< = passed + served + unserved, and those still on the way
    std::size_t takers = 0;
    std::size_t passed = 0;  ///< took nothing and wanted nothing
    std::size_t served = 0;
    std::size_t unserved = 0;
    std::size_t found_none = 0;  ///< of them, for want of stock
    std::size_t cups = 0;
    double litres = 0.0;             ///< of all that was handed out
    double peak_cups_per_min = 0.0;  ///< busiest interval
    double peak_s = 0.0;             ///< its beginning
    double peak_1min_cups = 0.0;     ///< handed out in the busiest minute
    double peak_5min_cups = 0.0;     ///< a minute, in the busiest five in a row
    double peak_1min_wanted = 0.0;   ///< asked for, likewise
    double peak_5min_wanted = 0.0;
    double peak_1min_arrivals = 0.0;
    double peak_5min_arrivals = 0.0;
    int hands_needed = 0;  ///< for the busiest minute, by the rate alone
    std::size_t peak_queue = 0;
    double wait_median_s = 0.0;
    double wait_p95_s = 0.0;
    double wait_max_s = 0.0;
    double out_s = 0.0;  ///< the first of its goods ran out; NaN: none did
    ZoneFindings zone;
};

StationFindings station_findings(const StationRecord& station, double interval_s);

/// Most in `minutes` consecutive minutes, for each of them.
double peak_per_minute(const std::vector<std::uint32_t>& by_minute, std::size_t minutes);

/// Runners a minute, all waves together.
std::vector<std::uint32_t> arrivals_by_minute(const StationRecord& station);

}  // namespace gineste
