// SPDX-License-Identifier: Apache-2.0
#include "study/size_text.hpp"

#include <fmt/format.h>

#include <cmath>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "report/text_table.hpp"
#include "study/study_json.hpp"

namespace gineste {
namespace {

std::string wait_text(double wait_s) {
    return std::isfinite(wait_s) ? fmt::format("{:.1f}", wait_s) : "∞";
}

std::string stock_text(std::int64_t count) {
    return count == kWithoutEnd ? "–" : grouped(static_cast<std::size_t>(count));
}

std::string count_text(int count) { return grouped(static_cast<std::size_t>(count)); }

constexpr std::string_view name_of(SizeOutcome outcome) {
    switch (outcome) {
        case SizeOutcome::met:
            return "met";
        case SizeOutcome::not_settled:
            return "not settled";
        case SizeOutcome::impossible:
            return "impossible";
    }
    return "";
}

Json trial_json(const StationTrial& trial) {
    Json json = {{"tables", trial.tables},     {"volunteers", trial.volunteers},
                 {"length_m", trial.length_m}, {"stock", nullptr},
                 {"cups_used", trial.used},    {"wait_p95_s", nullptr},
                 {"ran_out", trial.ran_out}};
    if (trial.stock != kWithoutEnd) json["stock"] = trial.stock;
    if (std::isfinite(trial.wait_p95_s)) json["wait_p95_s"] = trial.wait_p95_s;
    return json;
}

// Only `plan` and `outcome` say whether the goal is met; `enough` is there where it is.
Json station_json(const StationSize& size) {
    Json json = {{"name", size.name},
                 {"km", size.at_m / 1000.0},
                 {"outcome", name_of(size.outcome)},
                 {"tables_by_rule", size.rules.tables},
                 {"volunteers_by_rate", size.rules.volunteers_by_rate},
                 {"volunteers_by_erlang", size.rules.volunteers_by_erlang},
                 {"plan", trial_json(size.plan)},
                 {"enough", nullptr},
                 {"tables_too_few", size.too_few},
                 {"tables_enough_once", nullptr},
                 {"tables_at_most", size.most_tables}};
    json["plan"]["goal_met"] = size.plan.is_enough;
    if (size.enough_once) json["tables_enough_once"] = *size.enough_once;
    if (size.enough) json["enough"] = trial_json(*size.enough);
    return json;
}

std::vector<std::string> row_of(const StationSize& size) {
    const auto of_enough = [&](auto say) {
        return size.enough ? std::string(say(*size.enough)) : std::string("–");
    };
    return {fmt::format("{:.1f}", size.at_m / 1000.0),
            size.name,
            count_text(size.plan.tables),
            count_text(size.rules.tables),
            of_enough([](const StationTrial& enough) { return count_text(enough.tables); }),
            count_text(size.plan.volunteers),
            count_text(size.rules.volunteers_by_erlang),
            of_enough([](const StationTrial& enough) { return count_text(enough.volunteers); }),
            stock_text(size.plan.stock),
            of_enough([](const StationTrial& enough) { return stock_text(enough.used); }),
            wait_text(size.plan.wait_p95_s),
            of_enough([](const StationTrial& enough) { return wait_text(enough.wait_p95_s); }),
            std::string(name_of(size.outcome))};
}

TextTable station_table(const SizeStudy& study) {
    TextTable table({{"", "km"},
                     {"", "station", Align::left, 24},
                     {"tables", "have"},
                     {"", "rule"},
                     {"", "enough"},
                     {"volunteers", "have"},
                     {"", "Erlang"},
                     {"", "enough"},
                     {"cups", "have"},
                     {"", "enough"},
                     {"wait s 95 %", "plan"},
                     {"", "enough"},
                     {"", "goal"}});
    for (const StationSize& size : study.stations) table.add_row(row_of(size));
    return table;
}

std::string unsettled_text(const StationSize& size, int runs) {
    std::string text = fmt::format("{}: not settled in {} races;", size.name, runs);
    if (size.too_few > 0) text += fmt::format(" {} tables are too few", count_text(size.too_few));
    if (size.too_few > 0 && size.enough_once) text += ",";
    if (size.enough_once)
        text += fmt::format(" {} kept to it in one", count_text(*size.enough_once));
    return text + ". Allow more with --runs.\n";
}

// What the row of the station cannot hold; nothing where it says all.
std::string remark_of(const StationSize& size, int runs) {
    if (size.outcome == SizeOutcome::impossible) {
        return fmt::format(
            "{}: impossible; none of the numbers tried, up to the {} tables that its "
            "road holds, is enough.\n",
            size.name, count_text(size.most_tables));
    }
    if (!size.enough) return unsettled_text(size, runs);
    if (size.enough->length_m <= size.plan.length_m) return {};
    return fmt::format("{} is {:.0f} m long with them (planned: {:.0f} m).\n", size.name,
                       size.enough->length_m, size.plan.length_m);
}

}  // namespace

std::string size_text(const SizeStudy& study, std::string_view race) {
    std::string text =
        fmt::format("{} · stations, for a wait under {} s by 95 % of those who want something\n\n",
                    race, study.goal.wait_p95_s);
    text += station_table(study).text(2) + "\n";
    if (outcome_of(study) != SizeOutcome::not_settled) {
        text += fmt::format("Found in {} races, the plan's own among them.\n", study.runs);
    }
    for (const StationSize& size : study.stations) text += remark_of(size, study.runs);
    return text +
           "Rule: a table for 200 runners. Erlang: hands that would do in one line, in the busiest "
           "quarter of an hour.\n";
}

std::string size_json(const SizeStudy& study, std::string_view race, std::string_view version) {
    Json stations = Json::array();
    for (const StationSize& size : study.stations) stations.push_back(station_json(size));
    const Json all = {{"scenario", race},
                      {"version", version},
                      {"goal_wait_p95_s", study.goal.wait_p95_s},
                      {"races", study.runs},
                      {"outcome", name_of(outcome_of(study))},
                      {"stations", stations}};
    return all.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace gineste
