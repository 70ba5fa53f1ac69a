// SPDX-License-Identifier: Apache-2.0
#include "calibration/compare_text.hpp"

#include <fmt/format.h>

#include "report/csv_text.hpp"
#include "report/text_table.hpp"

namespace gineste {
namespace {

std::string percent(double share) { return fmt::format("{:.2f}", 100.0 * share); }

void add(TextTable& table, const Agreement& one, const std::string& where) {
    table.add_row({one.group, where, grouped(one.at.size()), percent(one.error.mean),
                   percent(one.error.largest),
                   fmt::format("{} ± {}", percent(one.error_of_one), percent(one.error_sd))});
}

}  // namespace

std::string compare_text(const std::vector<Agreement>& measures, const Scenario& scenario,
                         std::size_t runs) {
    TextTable table({{"", "measure", Align::left},
                     {"", "where", Align::left, 24},
                     {"", "points"},
                     {"mean absolute", "error %"},
                     {"largest", "error %"},
                     {"of one run", "%"}});
    for (std::size_t k = 0; k < measures.size(); ++k) {
        add(table, measures[k], measures[k].where);
        const bool is_last = k + 1 == measures.size() || measures[k + 1].group != measures[k].group;
        const bool adds_up = measures[k].group != "finish" && measures[k].where != "all";
        if (is_last && adds_up) add(table, pooled(measures, measures[k].group), "all of them");
    }
    return fmt::format("{} · predicted against observed, mean of {} runs\n\n", scenario.name,
                       runs) +
           table.text(2) +
           "\nstart, count, finish: share of those who started; pace: over the runner's mean.\n";
}

std::string compare_csv(const std::vector<Agreement>& measures) {
    CsvText csv;
    for (const char* heading : {"measure", "where", "at", "observed", "predicted", "sd"}) {
        csv.text(heading);
    }
    csv.end_row();
    for (const Agreement& one : measures) {
        for (std::size_t k = 0; k < one.at.size(); ++k) {
            csv.text(one.group).text(one.where).number(one.at[k]);
            csv.number(one.observed[k]).number(one.predicted[k]).number(one.sd[k]);
            csv.end_row();
        }
    }
    return csv.take();
}

}  // namespace gineste
