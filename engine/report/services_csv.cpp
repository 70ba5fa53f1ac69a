// SPDX-License-Identifier: Apache-2.0
#include "report/services_csv.hpp"

#include <algorithm>
#include <limits>

#include "report/csv_text.hpp"
#include "report/local_clock.hpp"

namespace gineste {
namespace {

void services_heading(CsvText& csv) {
    csv.text("service").text("role").text("time [s after first gun]").text("clock [local]");
    csv.text("arrivals [runners]").text("served [runners]").text("mean present [runners]");
    csv.text("peak queue [runners]").text("servers at work [1]");
    csv.text("servers blocked [1]").end_row();
}

// The first interval in which anything happens at any service.
std::size_t first_interval(const ServicesRecord& record) {
    double first_s = std::numeric_limits<double>::infinity();
    for (const ServiceRecord& service : record.services) {
        if (service.first_arrival_s < first_s) first_s = service.first_arrival_s;
    }
    const double first = first_s / record.interval_s;
    if (first >= static_cast<double>(record.intervals)) return record.intervals;
    return static_cast<std::size_t>(std::max(0.0, first));
}

void roster_rows(CsvText& csv, const HandsRecord& row, const char* what, const Record& record) {
    const LocalClock clock(record);
    for (std::size_t slot = 0; slot < row.hands.size(); ++slot) {
        const double begin_s =
            record.roster.begin_s + static_cast<double>(slot) * record.roster.slot_s;
        csv.text(what).text(row.name).text(row.role).number(begin_s);
        csv.text(clock.second(begin_s)).text(clock.second(begin_s + record.roster.slot_s));
        csv.count(static_cast<std::uint64_t>(row.hands[slot])).end_row();
    }
}

}  // namespace

std::string services_csv(const Record& record) {
    const LocalClock clock(record);
    const double interval_s = record.services.interval_s;
    CsvText csv;
    services_heading(csv);
    for (const ServiceRecord& service : record.services.services) {
        for (std::size_t k = first_interval(record.services); k < record.services.intervals; ++k) {
            const double time_s = static_cast<double>(k) * interval_s;
            csv.text(service.name).text(service.role).number(time_s).text(clock.second(time_s));
            csv.count(service.arrivals[k]).count(service.served[k]);
            csv.fixed(service.present_s[k] / interval_s, 2).count(service.peak_queue[k]);
            csv.fixed(service.busy_s[k] / interval_s, 2);
            csv.fixed(service.blocked_s[k] / interval_s, 2).end_row();
        }
    }
    return csv.take();
}

std::string coaches_csv(const Record& record) {
    const LocalClock clock(record);
    CsvText csv;
    csv.text("service").text("departure [s after first gun]").text("departure [local clock]");
    csv.text("seats used").text("seats").end_row();
    for (const ServiceRecord& service : record.services.services) {
        for (const CoachDeparture& coach : service.departures) {
            csv.text(service.name).fixed(coach.time_s, 1).text(clock.second(coach.time_s));
            csv.count(static_cast<std::uint64_t>(coach.seats_used));
            csv.count(static_cast<std::uint64_t>(service.seats)).end_row();
        }
    }
    return csv.take();
}

std::string medical_csv(const Record& record) {
    const LocalClock clock(record);
    const MedicalRecord& medical = record.medical;
    CsvText csv;
    csv.text("from [m]").text("to [m]").text("time [s after first gun]").text("clock [local]");
    csv.text("encounters [expected]").text("serious [expected]");
    csv.text("severe collapses [expected]").text("cardiac arrests [expected]").end_row();
    for (std::size_t stretch = 0; stretch < medical.stretches; ++stretch) {
        const double from_m = static_cast<double>(stretch) * medical.stretch_m;
        for (std::size_t slot = 0; slot < medical.slots; ++slot) {
            const double share = medical.share[stretch * medical.slots + slot];
            if (share == 0.0) continue;
            const double time_s = static_cast<double>(slot) * medical.slot_s;
            csv.number(from_m).number(std::min(from_m + medical.stretch_m, record.course_length_m));
            csv.number(time_s).text(clock.second(time_s));
            csv.fixed(share * medical.encounters.mean, 4).fixed(share * medical.serious.mean, 5);
            csv.fixed(share * medical.collapses.mean, 5);
            csv.fixed(share * medical.arrests.mean, 7).end_row();
        }
    }
    return csv.take();
}

std::string roster_csv(const Record& record) {
    CsvText csv;
    csv.text("row").text("name").text("role").text("from [s after first gun]");
    csv.text("from [local clock]").text("to [local clock]").text("hands").end_row();
    for (const HandsRecord& post : record.roster.posts) roster_rows(csv, post, "post", record);
    for (const HandsRecord& role : record.roster.roles) roster_rows(csv, role, "role", record);
    roster_rows(csv, record.roster.all, "all", record);
    return csv.take();
}

}  // namespace gineste
