// SPDX-License-Identifier: Apache-2.0
#include "report/timetable.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/no_value.hpp"
#include "report/csv_text.hpp"
#include "report/local_clock.hpp"
#include "report/quantile.hpp"

namespace gineste {
namespace {

double sweeper_s(const Record& record, double at_m) {
    if (!record.sweeper) return kNaN;
    return record.sweeper->sets_off_s + at_m / 1000.0 * record.sweeper->pace_s_per_km;
}

double over_mark_s(const Record& record, std::size_t runner, std::size_t mark) {
    const PassageRecord& passages = record.passages;
    if (mark >= passages.marks) return kNaN;
    const std::int32_t time_ms = passages.passage_ms[runner * passages.marks + mark];
    return time_ms == kNeverMs ? kNaN : 1e-3 * time_ms;
}

const RoadClosureRecord* closure_at(const RoadsRecord& roads, double at_m) {
    for (const RoadClosureRecord& closure : roads.closures) {
        if (closure.from_m <= at_m && at_m <= closure.to_m) return &closure;
    }
    return nullptr;
}

TimetableRow row_at(const Record& record, double at_m, std::string name) {
    TimetableRow row;
    row.at_m = at_m;
    row.name = std::move(name);
    const RoadClosureRecord* closure = closure_at(*record.roads, at_m);
    row.road = closure == nullptr ? "" : closure->name;
    row.closes_s = closure == nullptr ? kNaN : closure->closes_s;
    std::vector<double> times_s;
    for (std::size_t i = 0; i < record.runners.bib.size(); ++i) {
        times_s.push_back(passage_s(record, i, at_m));
    }
    row.first_s = quantile(times_s, 0.0);
    row.median_s = quantile(times_s, 0.5);
    row.last_s = quantile(times_s, 1.0);
    row.sweeper_s = sweeper_s(record, at_m);
    row.opens_s = std::fmax(row.last_s, row.sweeper_s) + record.roads->clearing_s;
    return row;
}

}  // namespace

double passage_s(const Record& record, std::size_t runner, double at_m) {
    const double spacing_m = record.passages.spacing_m;
    const auto mark = static_cast<std::size_t>(at_m / spacing_m + 1e-9);
    const double before_m = spacing_m * static_cast<double>(mark);
    const double before_s = over_mark_s(record, runner, mark);
    if (at_m - before_m < 1e-6) return before_s;
    const bool has_next = mark + 1 < record.passages.marks;
    const double after_m = has_next ? before_m + spacing_m : record.course_length_m;
    const double after_s =
        has_next ? over_mark_s(record, runner, mark + 1) : record.runners.finish_s[runner];
    if (at_m >= after_m - 1e-6) return after_s;
    return before_s + (after_s - before_s) * (at_m - before_m) / (after_m - before_m);
}

std::vector<TimetableRow> timetable(const Record& record) {
    std::vector<TimetableRow> rows;
    if (!record.roads) return rows;
    for (double at_m = 0.0; at_m < record.course_length_m - 1.0; at_m += 1000.0) {
        rows.push_back(row_at(record, at_m, ""));
    }
    for (const JunctionRecord& junction : record.roads->junctions) {
        if (junction.at_m > record.course_length_m) continue;
        rows.push_back(row_at(record, junction.at_m, junction.name));
    }
    rows.push_back(row_at(record, record.course_length_m, "Finish"));
    std::stable_sort(rows.begin(), rows.end(),
                     [](const TimetableRow& a, const TimetableRow& b) { return a.at_m < b.at_m; });
    return rows;
}

std::vector<StretchFindings> stretch_findings(const Record& record,
                                              const std::vector<TimetableRow>& rows) {
    std::vector<StretchFindings> all;
    if (!record.roads) return all;
    for (const RoadClosureRecord& closure : record.roads->closures) {
        const double to_m = std::min(closure.to_m, record.course_length_m);
        StretchFindings found{row_at(record, closure.from_m, "").first_s, kNaN, kNaN, kNaN, kNaN};
        const auto add = [&](const TimetableRow& row) {
            found.last_s = std::fmax(found.last_s, row.last_s);
            found.opens_s = std::fmax(found.opens_s, row.opens_s);
        };
        for (const TimetableRow& row : rows) {
            if (row.at_m >= closure.from_m && row.at_m <= to_m) add(row);
        }
        add(row_at(record, to_m, ""));
        found.closed_s = found.opens_s - closure.closes_s;
        found.spare_s = closure.announced_opening_s - found.opens_s;
        all.push_back(found);
    }
    return all;
}

std::string timetable_csv(const Record& record, const std::vector<TimetableRow>& rows) {
    const LocalClock clock(record);
    CsvText csv;
    csv.text("km").text("place").text("road").text("closes [local time]");
    csv.text("first runner [local clock]").text("median runner [local clock]");
    csv.text("last runner [local clock]").text("sweeper [local clock]");
    csv.text("earliest reopening [local time]").text("closes [s after first gun]");
    csv.text("first runner [s after first gun]").text("median runner [s after first gun]");
    csv.text("last runner [s after first gun]").text("sweeper [s after first gun]");
    csv.text("earliest reopening [s after first gun]").end_row();
    for (const TimetableRow& row : rows) {
        csv.fixed(row.at_m / 1000.0, 3).text(row.name).text(row.road).text(clock.iso(row.closes_s));
        csv.text(clock.second(row.first_s)).text(clock.second(row.median_s));
        csv.text(clock.second(row.last_s)).text(clock.second(row.sweeper_s));
        csv.text(clock.iso(row.opens_s)).fixed(row.closes_s, 0).fixed(row.first_s, 0);
        csv.fixed(row.median_s, 0).fixed(row.last_s, 0).fixed(row.sweeper_s, 0);
        csv.fixed(row.opens_s, 0).end_row();
    }
    return csv.take();
}

}  // namespace gineste
