// SPDX-License-Identifier: Apache-2.0
#include "report/report.hpp"

#include "report/congestion_csv.hpp"
#include "report/passages_nc.hpp"
#include "report/stations_csv.hpp"
#include "report/summary_json.hpp"
#include "report/verdict.hpp"
#include "report/waves_csv.hpp"

namespace gineste {

std::vector<OutputFile> prepare_report(const Record& record, const Findings& findings,
                                       std::string_view version) {
    return {
        {"summary.json", summary_json(record, findings, version)},
        {"summary.schema.json", std::string(summary_schema())},
        {"verdict.txt", verdict(record, findings, Style::plain)},
        {"congestion.csv", congestion_csv(record)},
        {"stations.csv", stations_csv(record)},
        {"station_arrivals.csv", station_arrivals_csv(record)},
        {"station_stock.csv", station_stock_csv(record)},
        {"waves.csv", waves_csv(record, findings)},
        {"passages.nc", passages_nc(record)},
    };
}

}  // namespace gineste
