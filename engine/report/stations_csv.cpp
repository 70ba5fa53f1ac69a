// SPDX-License-Identifier: Apache-2.0
#include "report/stations_csv.hpp"

#include "report/csv_text.hpp"
#include "report/local_clock.hpp"

namespace gineste {

std::string stations_csv(const Record& record) {
    const LocalClock clock(record);
    const double interval_s = record.congestion.interval_s;
    CsvText csv;
    csv.text("at [m]").text("station").text("kind").text("time [s after first gun]");
    csv.text("clock [local]").text("arrivals [runners]").text("takers [runners]");
    csv.text("served [runners]").text("unserved [runners]").text("cups");
    csv.text("cups [1/min]").text("peak queue [runners]").end_row();
    for (const StationRecord& station : record.stations) {
        for (std::size_t k = 0; k < station.arrivals.size(); ++k) {
            const double time_s = static_cast<double>(k) * interval_s;
            csv.number(station.at_m).text(station.name).text(station.kind);
            csv.number(time_s).text(clock.second(time_s));
            csv.count(station.arrivals[k]).count(station.takers[k]).count(station.served[k]);
            csv.count(station.unserved[k]).count(station.cups[k]);
            csv.number(station.cups[k] * 60.0 / interval_s).count(station.peak_queue[k]).end_row();
        }
    }
    return csv.take();
}

}  // namespace gineste
