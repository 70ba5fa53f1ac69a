// SPDX-License-Identifier: Apache-2.0
#include "report/report.hpp"

#include <algorithm>

#include "report/congestion_csv.hpp"
#include "report/services_csv.hpp"
#include "report/stations_csv.hpp"
#include "report/summary_json.hpp"
#include "report/timetable.hpp"
#include "report/verdict.hpp"
#include "report/waves_csv.hpp"

namespace gineste {

std::vector<OutputFile> prepare_report(const Record& record, const Findings& findings,
                                       std::string_view version, Language language) {
    std::vector<OutputFile> files{
        {"summary.json", summary_json(record, findings, version)},
        {"summary.schema.json", std::string(summary_schema())},
        {"verdict.txt", verdict(record, findings, Style::plain)},
        {"congestion.csv", congestion_csv(record)},
        {"stations.csv", stations_csv(record)},
        {"station_arrivals.csv", station_arrivals_csv(record)},
        {"station_stock.csv", station_stock_csv(record)},
        {"waves.csv", waves_csv(record, findings)},
    };
    if (has_page()) {
        files.push_back({"report.html", page_html(record, findings, version, language)});
    }
    if (record.roads) {
        files.push_back({"timetable.csv", timetable_csv(record, findings.timetable)});
    }
    if (!record.services.services.empty()) files.push_back({"services.csv", services_csv(record)});
    const bool by_coach =
        std::any_of(record.services.services.begin(), record.services.services.end(),
                    [](const auto& service) { return service.seats > 0; });
    if (by_coach) files.push_back({"coaches.csv", coaches_csv(record)});
    if (record.medical.asked) files.push_back({"medical.csv", medical_csv(record)});
    if (record.roster.asked) files.push_back({"roster.csv", roster_csv(record)});
    return files;
}

}  // namespace gineste
