// SPDX-License-Identifier: Apache-2.0
#include "report/waves_csv.hpp"

#include "report/csv_text.hpp"
#include "report/local_clock.hpp"

namespace gineste {
namespace {

void heading(CsvText& csv) {
    csv.text("wave").text("entrants [runners]").text("started [runners]");
    csv.text("finished [runners]").text("gun due [s after first gun]");
    csv.text("gun [s after first gun]").text("gun [local clock]");
    csv.text("first over the line [s after first gun]").text("first over the line [local clock]");
    csv.text("last over the line [s after first gun]").text("last over the line [local clock]");
    csv.text("line width [m]").text("mean flow [runners/s/m]").text("peak flow [runners/s/m]");
    csv.text("median time lost to others [s]").text("95th percentile of time lost to others [s]");
    csv.text("median net time [s]").end_row();
}

}  // namespace

std::string waves_csv(const Record& record, const Findings& findings) {
    const LocalClock clock(record);
    CsvText csv;
    heading(csv);
    for (std::size_t k = 0; k < record.waves.size(); ++k) {
        const WaveRecord& wave = record.waves[k];
        const WaveFindings& found = findings.waves[k];
        csv.text(wave.name).count(wave.entrants).count(wave.started).count(wave.finished);
        csv.fixed(wave.gun_due_s, 1).fixed(wave.gun_s, 1).text(clock.second(wave.gun_s));
        csv.fixed(wave.first_over_s, 1).text(clock.second(wave.first_over_s));
        csv.fixed(wave.last_over_s, 1).text(clock.second(wave.last_over_s));
        csv.number(wave.line_width_m).fixed(wave.flow_per_s_per_m, 4);
        csv.fixed(wave.peak_flow_per_s_per_m, 4);
        csv.fixed(found.lost_median_s, 1).fixed(found.lost_p95_s, 1);
        csv.fixed(found.net_median_s, 1).end_row();
    }
    return csv.take();
}

}  // namespace gineste
