// SPDX-License-Identifier: Apache-2.0
#include "report/stations_csv.hpp"

#include <limits>
#include <vector>

#include "report/csv_text.hpp"
#include "report/local_clock.hpp"
#include "report/station_findings.hpp"

namespace gineste {
namespace {

constexpr double kMinute = 60.0;    // s
constexpr double kQuarter = 900.0;  // s

// Runners in the zone in an interval, in the mean; none where a station has no zone.
double in_zone(const ZoneRecord& zone, std::size_t interval, double interval_s) {
    if (zone.area_m2 <= 0.0) return std::numeric_limits<double>::quiet_NaN();
    if (interval >= zone.steps.size()) return 0.0;
    return static_cast<double>(zone.steps[interval]) * zone.step_s / interval_s;
}

}  // namespace

std::string stations_csv(const Record& record) {
    const LocalClock clock(record);
    const double interval_s = record.congestion.interval_s;
    CsvText csv;
    csv.text("at [m]").text("station").text("kind").text("time [s after first gun]");
    csv.text("clock [local]").text("arrivals [runners]").text("takers [runners]");
    csv.text("served [runners]").text("unserved [runners]").text("cups");
    csv.text("cups [1/min]").text("peak queue [runners]").text("in the zone [runners]");
    csv.text("density in the zone [runners/m2]").end_row();
    for (const StationRecord& station : record.stations) {
        for (std::size_t k = 0; k < station.arrivals.size(); ++k) {
            const double time_s = static_cast<double>(k) * interval_s;
            csv.number(station.at_m).text(station.name).text(station.kind);
            csv.number(time_s).text(clock.second(time_s));
            csv.count(station.arrivals[k]).count(station.takers[k]).count(station.served[k]);
            csv.count(station.unserved[k]).count(station.cups[k]);
            csv.number(station.cups[k] * 60.0 / interval_s).count(station.peak_queue[k]);
            const double present = in_zone(station.zone, k, interval_s);
            csv.fixed(present, 2).fixed(present / station.zone.area_m2, 5).end_row();
        }
    }
    return csv.take();
}

std::string station_arrivals_csv(const Record& record) {
    const LocalClock clock(record);
    CsvText csv;
    csv.text("at [m]").text("station").text("time [s after first gun]").text("clock [local]");
    csv.text("wave").text("arrivals [runners]").end_row();
    for (const StationRecord& station : record.stations) {
        const std::size_t minutes = arrivals_by_minute(station).size();
        for (std::size_t k = 0; k < minutes; ++k) {
            const double time_s = static_cast<double>(k) * kMinute;
            for (std::size_t w = 0; w < station.arrivals_by_wave.size(); ++w) {
                const std::vector<std::uint32_t>& wave = station.arrivals_by_wave[w];
                if (k >= wave.size() || wave[k] == 0) continue;
                csv.number(station.at_m).text(station.name).number(time_s);
                csv.text(clock.second(time_s)).text(record.waves[w].name).count(wave[k]).end_row();
            }
        }
    }
    return csv.take();
}

std::string station_stock_csv(const Record& record) {
    const LocalClock clock(record);
    CsvText csv;
    csv.text("at [m]").text("station").text("good").text("time [s after first gun]");
    csv.text("clock [local]").text("left").end_row();
    for (const StationRecord& station : record.stations) {
        for (const GoodRecord& good : station.goods) {
            for (std::size_t k = 0; k < good.left_by_quarter.size(); ++k) {
                const double time_s = static_cast<double>(k) * kQuarter;
                csv.number(station.at_m).text(station.name).text(good.name).number(time_s);
                csv.text(clock.second(time_s));
                csv.count(static_cast<std::uint64_t>(good.left_by_quarter[k])).end_row();
            }
        }
    }
    return csv.take();
}

}  // namespace gineste
