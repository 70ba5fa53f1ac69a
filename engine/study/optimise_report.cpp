// SPDX-License-Identifier: Apache-2.0
#include "study/optimise_report.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <nlohmann/json.hpp>

#include "core/text.hpp"
#include "report/text_table.hpp"
#include "study/study_json.hpp"

namespace gineste {
namespace {

const char* to_text(Standing standing) {
    switch (standing) {
        case Standing::front:
            return "front";
        case Standing::beaten:
            return "beaten";
        case Standing::behind:
            return "behind";
        case Standing::breaks:
            return "breaks a bound";
    }
    return "";
}

std::vector<double> values_of(const std::vector<RaceScore>& races, std::size_t objective) {
    std::vector<double> values;
    for (const RaceScore& race : races) values.push_back(race.objectives[objective]);
    return values;
}

Json interval_json(const Sample& sample) {
    const Interval interval = mean_interval(sample);
    return {{"mean", number_json(sample.mean)},
            {"low", number_json(interval.low)},
            {"high", number_json(interval.high)},
            {"races", sample.count}};
}

Json waves_json(const Scenario& plan) {
    Json waves = Json::array();
    for (const WaveSpec& wave : plan.waves) {
        waves.push_back(
            {{"name", wave.name}, {"entrants", wave.entrants}, {"gun_s", number_json(wave.gun_s)}});
    }
    return waves;
}

Json plan_json(const OptimiseReport& report, const JudgedPlan& plan) {
    Json agents = Json::array();
    Json differences = Json::array();
    for (std::size_t k = 0; k < report.objectives.size(); ++k) {
        agents.push_back(interval_json(sample_of(values_of(plan.agents.races, k))));
        differences.push_back(interval_json(paired_difference(plan.agents, report.base.agents, k)));
    }
    return {{"file", plan.file},
            {"reason", plan.reason},
            {"standing", to_text(plan.agents.standing)},
            {"forecast", plan.forecast.objectives},
            {"agents", agents},
            {"minus_base", differences},
            {"line_width_m", plan.scenario.start.line_width_m},
            {"waves", waves_json(plan.scenario)}};
}

std::string value_text(double value) {
    return std::abs(value) < 10.0 ? fmt::format("{:.3f}", value) : fmt::format("{:.0f}", value);
}

std::string agents_text(const JudgedPlan& plan, std::size_t objective) {
    const Sample sample = sample_of(values_of(plan.agents.races, objective));
    const double half = mean_interval(sample).half_width();
    return value_text(sample.mean) + (std::isfinite(half) ? " ± " + value_text(half) : "");
}

std::vector<std::string> row_of(const OptimiseReport& report, const JudgedPlan& plan) {
    std::vector<std::string> row = {plan.file.empty() ? "as it is" : plan.file};
    row.push_back(std::to_string(plan.scenario.waves.size()));
    for (std::size_t k = 0; k < report.objectives.size(); ++k) {
        row.push_back(value_text(plan.forecast.objectives[k]));
        row.push_back(agents_text(plan, k));
    }
    row.push_back(std::to_string(plan.agents.races.size()));
    row.push_back(to_text(plan.agents.standing));
    return row;
}

std::string front_text(const OptimiseReport& report) {
    std::vector<TextTable::Column> columns = {{"", "plan", Align::left, 24}, {"", "waves"}};
    for (const ObjectiveName& one : report.objectives) {
        columns.push_back({fitted(one.label, 30), "forecast"});
        columns.push_back({one.unit, "agents"});
    }
    columns.push_back({"", "races"});
    columns.push_back({"", "standing", Align::left});
    TextTable table(std::move(columns));
    table.add_row(row_of(report, report.base));
    for (const JudgedPlan& plan : report.plans) table.add_row(row_of(report, plan));
    return table.text(2);
}

std::string confirmation_text(const OptimiseReport& report) {
    if (!report.confirmation) return "No plan is better than the scenario's own everywhere.\n";
    const Confirmation& found = *report.confirmation;
    const JudgedPlan& plan = report.plans[found.plan];
    std::string text = fmt::format("{} on {} fresh seeds, minus the plan as it is:\n", plan.file,
                                   found.best.size());
    PlanRecord best{found.best, Standing::front};
    PlanRecord base{found.base, Standing::front};
    bool everywhere = true;
    for (std::size_t k = 0; k < report.objectives.size(); ++k) {
        const Sample sample = paired_difference(best, base, k);
        const Interval interval = mean_interval(sample);
        everywhere = everywhere && interval.high < 0.0;
        text += fmt::format("  {}: {} ({} to {}) {}, of {}\n", report.objectives[k].label,
                            value_text(sample.mean), value_text(interval.low),
                            value_text(interval.high), report.objectives[k].unit,
                            value_text(base.means()[k]));
    }
    text += everywhere ? "It is better in every objective.\n"
                       : "That it is better in every objective is not shown.\n";
    return text + fmt::format("Bounds: over by {:.2f} on average, the plan as it is by {:.2f}.\n",
                              best.mean_excess(), base.mean_excess());
}

std::string hypervolume_text(const OptimiseReport& report) {
    std::string text = "Hypervolume, share of the box to twice the plan as it is, by generation:\n";
    const std::size_t every = std::max<std::size_t>(1, report.hypervolume.size() / 10);
    for (std::size_t k = 0; k < report.hypervolume.size(); ++k) {
        const bool last = k + 1 == report.hypervolume.size();
        if (k % every == 0 || last) text += fmt::format("  {}: {:.4f}", k, report.hypervolume[k]);
    }
    return text + "\n";
}

}  // namespace

std::optional<std::size_t> best_over_base(const OptimiseReport& report) {
    std::optional<std::size_t> best;
    double most = 0.0;
    const std::vector<double> base = report.base.agents.means();
    for (std::size_t p = 0; p < report.plans.size(); ++p) {
        const PlanRecord& plan = report.plans[p].agents;
        if (plan.standing == Standing::beaten || plan.standing == Standing::breaks) continue;
        double least = std::numeric_limits<double>::infinity();
        for (std::size_t k = 0; k < base.size(); ++k) {
            const double change = paired_difference(plan, report.base.agents, k).mean;
            least = std::min(least, base[k] > 0.0 ? -change / base[k] : -change);
        }
        if (least <= most) continue;
        most = least;
        best = p;
    }
    return best;
}

std::string reason_of(const OptimiseReport& report, std::size_t plan) {
    std::vector<std::string> parts;
    for (std::size_t k = 0; k < report.objectives.size(); ++k) {
        const double base = report.base.agents.means()[k];
        const double change =
            paired_difference(report.plans[plan].agents, report.base.agents, k).mean;
        const bool first =
            std::all_of(report.plans.begin(), report.plans.end(), [&](const JudgedPlan& other) {
                return other.agents.means()[k] >= report.plans[plan].agents.means()[k];
            });
        std::string part =
            base > 0.0
                ? fmt::format("{}: {:+.1f} %", report.objectives[k].label, 100.0 * change / base)
                : fmt::format("{}: {:+.2f}", report.objectives[k].label, change);
        parts.push_back(part + (first ? " (the least found)" : ""));
    }
    return joined(parts, "; ") + " against the plan as it is";
}

std::string optimise_text(const OptimiseReport& report) {
    return fmt::format("{} · {} · {} forecasts, {} races · seed {}, search seed {}\n\n",
                       report.name, report.scenario, grouped(report.forecasts), report.races,
                       report.seed, report.search_seed) +
           front_text(report) + "\n" + hypervolume_text(report) + "\n" + confirmation_text(report);
}

std::string optimise_csv(const OptimiseReport& report) {
    std::string text = "plan,waves,standing,races";
    for (const ObjectiveName& one : report.objectives) {
        text += fmt::format(",{0}_forecast,{0}_agents,{0}_low,{0}_high", one.key);
    }
    text += "\n";
    const auto add = [&](const JudgedPlan& plan) {
        text += fmt::format("{},{},{},{}", plan.file.empty() ? "base" : plan.file,
                            plan.scenario.waves.size(), to_text(plan.agents.standing),
                            plan.agents.races.size());
        for (std::size_t k = 0; k < report.objectives.size(); ++k) {
            const Sample sample = sample_of(values_of(plan.agents.races, k));
            const Interval interval = mean_interval(sample);
            for (const double value :
                 {plan.forecast.objectives[k], sample.mean, interval.low, interval.high}) {
                text += "," + (std::isfinite(value) ? number_text(value) : std::string());
            }
        }
        text += "\n";
    };
    add(report.base);
    for (const JudgedPlan& plan : report.plans) add(plan);
    return text;
}

Json optimise_document(const OptimiseReport& report, std::string_view version) {
    Json json;
    json["name"] = report.name;
    json["scenario"] = report.scenario;
    json["version"] = version;
    json["seed"] = report.seed;
    json["search_seed"] = report.search_seed;
    json["forecasts"] = report.forecasts;
    json["races"] = report.races;
    for (const ObjectiveName& one : report.objectives) {
        json["objectives"].push_back({{"key", one.key}, {"unit", one.unit}, {"label", one.label}});
    }
    json["hypervolume"] = report.hypervolume;
    json["base"] = plan_json(report, report.base);
    json["plans"] = Json::array();
    for (const JudgedPlan& plan : report.plans) json["plans"].push_back(plan_json(report, plan));
    if (report.confirmation) {
        const Confirmation& found = *report.confirmation;
        PlanRecord best{found.best, Standing::front};
        PlanRecord base{found.base, Standing::front};
        Json differences = Json::array();
        for (std::size_t k = 0; k < report.objectives.size(); ++k) {
            differences.push_back(interval_json(paired_difference(best, base, k)));
        }
        json["confirmation"] = {{"plan", report.plans[found.plan].file},
                                {"seeds", found.best.size()},
                                {"minus_base", differences},
                                {"excess", best.mean_excess()},
                                {"excess_of_base", base.mean_excess()}};
    }
    return json;
}

std::string optimise_json(const OptimiseReport& report, std::string_view version) {
    return json_text(optimise_document(report, version));
}

}  // namespace gineste
