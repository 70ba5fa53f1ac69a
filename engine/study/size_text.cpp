// SPDX-License-Identifier: Apache-2.0
#include "study/size_text.hpp"

#include <fmt/format.h>

#include <cmath>
#include <nlohmann/json.hpp>

#include "report/text_table.hpp"

namespace gineste {
namespace {

using Json = nlohmann::ordered_json;

std::string wait_text(double wait_s) {
    return std::isfinite(wait_s) ? fmt::format("{:.1f}", wait_s) : "∞";
}

std::string count_text(std::int64_t count) {
    return count == kWithoutEnd ? "–" : grouped(static_cast<std::size_t>(count));
}

std::string verdict_of(const StationTrial& enough) {
    if (enough.is_enough) return "yes";
    return enough.ran_out ? "runs out" : "no";
}

Json trial_json(const StationTrial& trial) {
    Json json = {{"tables", trial.tables},     {"volunteers", trial.volunteers},
                 {"length_m", trial.length_m}, {"stock", nullptr},
                 {"cups_used", trial.used},    {"wait_p95_s", nullptr},
                 {"ran_out", trial.ran_out},   {"goal_met", trial.is_enough}};
    if (trial.stock != kWithoutEnd) json["stock"] = trial.stock;
    if (std::isfinite(trial.wait_p95_s)) json["wait_p95_s"] = trial.wait_p95_s;
    return json;
}

TextTable station_table(const SizeStudy& study) {
    TextTable table({{"", "km"},
                     {"", "station", Align::left, 24},
                     {"tables", "have"},
                     {"", "enough"},
                     {"volunteers", "have"},
                     {"", "by rate"},
                     {"", "enough"},
                     {"cups", "have"},
                     {"", "enough"},
                     {"wait s 95 %", "plan"},
                     {"", "enough"},
                     {"goal", "met"}});
    for (const StationSize& size : study.stations) {
        table.add_row({fmt::format("{:.1f}", size.at_m / 1000.0), size.name,
                       grouped(static_cast<std::size_t>(size.plan.tables)),
                       grouped(static_cast<std::size_t>(size.enough.tables)),
                       grouped(static_cast<std::size_t>(size.plan.volunteers)),
                       grouped(static_cast<std::size_t>(size.by_rate)),
                       grouped(static_cast<std::size_t>(size.enough.volunteers)),
                       count_text(size.plan.stock), count_text(size.enough.used),
                       wait_text(size.plan.wait_p95_s), wait_text(size.enough.wait_p95_s),
                       verdict_of(size.enough)});
    }
    return table;
}

}  // namespace

std::string size_text(const SizeStudy& study, std::string_view race) {
    std::string text =
        fmt::format("{} · stations, for a wait under {} s by 95 % of those who want something\n\n",
                    race, study.goal.wait_p95_s);
    text += station_table(study).text(2);
    text += fmt::format(
        "\nFound in {} races; the last one had every station as under \"enough\".\n", study.runs);
    for (const StationSize& size : study.stations) {
        if (size.enough.length_m <= size.plan.length_m) continue;
        text += fmt::format("{} is {:.0f} m long there (planned: {:.0f} m).\n", size.name,
                            size.enough.length_m, size.plan.length_m);
    }
    if (!study.is_settled) {
        text += "Not settled: more races may find fewer tables, or enough where it says no.\n";
    }
    return text + "By rate: hands for the busiest minute of demand, before any wait.\n";
}

std::string size_json(const SizeStudy& study, std::string_view race, std::string_view version) {
    Json stations = Json::array();
    for (const StationSize& size : study.stations) {
        stations.push_back({{"name", size.name},
                            {"km", size.at_m / 1000.0},
                            {"volunteers_by_rate", size.by_rate},
                            {"plan", trial_json(size.plan)},
                            {"enough", trial_json(size.enough)}});
    }
    const Json all = {{"scenario", race},
                      {"version", version},
                      {"goal_wait_p95_s", study.goal.wait_p95_s},
                      {"races", study.runs},
                      {"settled", study.is_settled},
                      {"stations", stations}};
    return all.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace gineste
