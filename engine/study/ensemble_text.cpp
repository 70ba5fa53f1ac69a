// SPDX-License-Identifier: Apache-2.0
#include "study/ensemble_text.hpp"

#include <fmt/format.h>

#include <cmath>

#include "report/text_table.hpp"
#include "study/figure_text.hpp"
#include "study/study_json.hpp"

namespace gineste {
namespace {

std::string spread_text(const Interval& interval) {
    return figure(interval.low) + " … " + figure(interval.high);
}

Json interval_json(const Interval& interval) {
    return {number_json(interval.low), number_json(interval.high)};
}

Json spread_json(const EnsembleReport& report, const Spread& spread) {
    return {{"key", spread.key},
            {"unit", spread.unit},
            {"label", spread.label},
            {"races", spread.sample.count},
            {"mean", number_json(spread.sample.mean)},
            {"sd", number_json(spread.sample.sd)},
            {"mean_interval", interval_json(spread.mean)},
            {"least", number_json(spread.least)},
            {"p5", number_json(spread.p5)},
            {"median", number_json(spread.median)},
            {"median_interval", interval_json(spread.median_interval)},
            {"p95", number_json(spread.p95)},
            {"p95_interval", interval_json(spread.p95_interval)},
            {"most", number_json(spread.most)},
            {"values", values_json(report.ensemble.races, spread.key)}};
}

Json band_json(const CurveBand& band) {
    return {{"mean", numbers_json(band.mean)},
            {"p5", numbers_json(band.p5)},
            {"p95", numbers_json(band.p95)},
            {"mean_low", numbers_json(band.mean_low)},
            {"mean_high", numbers_json(band.mean_high)}};
}

Json rule_json(const EnsembleReport& report) {
    if (!report.rule) return nullptr;
    return {{"key", report.rule->key},
            {"half_width_share", report.rule->half_width_share},
            {"is_met", report.ensemble.is_settled}};
}

TextTable table_of(const Ensemble& ensemble) {
    TextTable table({{"", "", Align::left, 44},
                     {"", "unit", Align::left},
                     {"", "mean"},
                     {"", "95 % interval"},
                     {"", "5 %"},
                     {"", "median"},
                     {"", "95 %"},
                     {"95 % interval", "of that"}});
    for (const Spread& spread : ensemble.spreads) {
        table.add_row({spread.label, spread.unit, figure(spread.sample.mean),
                       spread_text(spread.mean), figure(spread.p5), figure(spread.median),
                       figure(spread.p95), spread_text(spread.p95_interval)});
    }
    return table;
}

std::string rule_text(const EnsembleReport& report) {
    if (!report.rule) return "";
    const std::string goal = fmt::format("the mean of {} is known to ± {} %", report.rule->key,
                                         figure(100.0 * report.rule->half_width_share));
    if (report.ensemble.is_settled) {
        return fmt::format("Stopped after {} races: {}.\n", report.ensemble.races.size(), goal);
    }
    return fmt::format("Not settled after {} races: not yet so that {}.\n",
                       report.ensemble.races.size(), goal);
}

}  // namespace

std::string ensemble_text(const EnsembleReport& report) {
    std::string text = fmt::format("{} · {} races, the first seed {}\n\n", report.race,
                                   report.ensemble.races.size(), report.seed);
    text += table_of(report.ensemble).text(2) + "\n" + rule_text(report);
    return text + fmt::format(
                      "For a peak go by its 95th percentile, not by the most: the most grows with "
                      "the number\nof races. Its interval has an upper end from 72 races on.\n"
                      "Followed in time: runners on the road, and the density from km {:.1f} to "
                      "{:.1f} (--json).\n",
                      report.segment_from_m / 1000.0, report.segment_to_m / 1000.0);
}

Json ensemble_document(const EnsembleReport& report, std::string_view version) {
    Json json = {
        {"version", version},         {"scenario", report.race},
        {"confidence", kConfidence},  {"first_seed", report.seed},
        {"until", rule_json(report)}, {"state_hashes", state_hashes_json(report.ensemble.races)},
        {"measures", Json::array()}};
    for (const Spread& spread : report.ensemble.spreads) {
        json["measures"].push_back(spread_json(report, spread));
    }
    json["curves"] = {{"interval_s", report.interval_s},
                      {"on_road_runners", band_json(report.ensemble.on_road)},
                      {"density_per_m2", band_json(report.ensemble.density_per_m2)},
                      {"density_from_km", report.segment_from_m / 1000.0},
                      {"density_to_km", report.segment_to_m / 1000.0}};
    return json;
}

std::string ensemble_json(const EnsembleReport& report, std::string_view version) {
    return json_text(ensemble_document(report, version));
}

}  // namespace gineste
