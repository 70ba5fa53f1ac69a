// SPDX-License-Identifier: Apache-2.0
#include "report/congestion_csv.hpp"

#include <vector>

#include "report/congestion.hpp"
#include "report/csv_text.hpp"
#include "report/local_clock.hpp"

namespace gineste {

std::string congestion_csv(const Record& record) {
    const CongestionView view(record);
    const LocalClock clock(record);
    std::vector<std::string> clocks;  // the same for every segment, and slow to make
    for (std::size_t k = 0; k < view.intervals(); ++k)
        clocks.push_back(clock.second(view.begin_s(k)));

    CsvText csv;
    csv.text("from [m]").text("to [m]").text("place").text("time [s after first gun]");
    csv.text("clock [local]").text("runners").text("density [runners/m2]");
    csv.text("mean speed [m/s]").text("mean speed over free speed [1]").end_row();
    for (std::size_t segment = 0; segment < view.segments(); ++segment) {
        const SegmentRecord& road = record.segments[segment];
        for (std::size_t interval = 0; interval < view.intervals(); ++interval) {
            const Cell cell{segment, interval};
            csv.number(road.from_m).number(road.to_m).text(road.place);
            csv.number(view.begin_s(interval)).text(clocks[interval]);
            csv.fixed(view.runners(cell), 3).fixed(view.density_per_m2(cell), 5);
            csv.fixed(view.speed_mps(cell), 4).fixed(view.speed_share(cell), 4).end_row();
        }
    }
    return csv.take();
}

}  // namespace gineste
