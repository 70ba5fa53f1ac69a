// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string_view>
#include <vector>

#include "observers/record.hpp"
#include "report/findings.hpp"
#include "report/manifest.hpp"
#include "report/page.hpp"

namespace gineste {

/// Every file of a race's report, ready for `publish` under kRaceManifest: report.html, where this
/// program has the page; summary.json and its schema, verdict.txt, congestion.csv, stations.csv,
/// station_arrivals.csv, station_stock.csv, waves.csv; and, where the scenario asks
/// for them, services.csv, coaches.csv, medical.csv, roster.csv.
std::vector<OutputFile> prepare_report(const Record& record, const Findings& findings,
                                       std::string_view version,
                                       Language language = Language::english);

}  // namespace gineste
