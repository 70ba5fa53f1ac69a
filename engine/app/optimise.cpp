// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <iostream>
#include <nlohmann/json.hpp>
#include <system_error>

#include "app/commands.hpp"
#include "app/searcher.hpp"
#include "app/study_files.hpp"
#include "app/study_progress.hpp"
#include "app/version.hpp"
#include "core/read_back.hpp"
#include "gineste.hpp"
#include "report/atomic_files.hpp"
#include "report/output_folder.hpp"
#include "scenario/yaml_text.hpp"
#include "study/optimise_report.hpp"
#include "study/pareto.hpp"
#include "study/races.hpp"
#include "study/same_plan.hpp"

namespace gineste {
namespace {

constexpr std::size_t kFreshSeeds = 1000;  // replications of the confirmation begin here

/// The second level: the plans that the forecast found, run by the agents.
class Judging {
  public:
    Judging(const OptimiseRequest& request, const PlanSpace& space, const Course& course)
        : request_(request), space_(space), course_(course), judge_(space, course) {}

    std::vector<JudgedPlan> finalists(const ForecastFront& front) const;
    void race(OptimiseReport& report) const;
    void confirm(OptimiseReport& report) const;
    PlanScore forecast(const Scenario& plan) const { return judge_.score(plan); }

  private:
    using Races = std::vector<std::pair<const Scenario*, std::size_t>>;
    std::vector<RaceScore> run(const Races& races) const;

    const OptimiseRequest& request_;
    const PlanSpace& space_;
    const Course& course_;
    ForecastJudge judge_;
};

std::vector<RaceScore> Judging::run(const Races& races) const {
    std::vector<RaceScore> scores(races.size());
    const Workers workers = workers_for(races.size(), request_.threads);
    StudyProgress progress(races.size());
    run_side_by_side(races.size(), workers.races, [&](std::size_t k) {
        const Scenario drawn = replication(*races[k].first, races[k].second);
        const Record record = run_race(drawn, course_, workers.threads);
        const PlanScore score = score_of(space_.spec(), drawn, record);
        scores[k] = {score.objectives, score.excess()};
        progress.race_done();
    });
    return scores;
}

// Half of them no worse than the base anywhere, where there are so many; the others from all.
std::vector<JudgedPlan> Judging::finalists(const ForecastFront& front) const {
    const PlanScore base = judge_.score(space_.base());
    std::vector<JudgedPlan> all;
    std::vector<std::vector<double>> better;
    std::vector<std::size_t> better_index;
    for (const auto& point : front.points) {
        JudgedPlan plan;
        plan.scenario = space_.plan(point);
        plan.forecast = judge_.score(plan.scenario);
        if (dominates(plan.forecast.objectives, base.objectives)) {
            better.push_back(plan.forecast.objectives);
            better_index.push_back(all.size());
        }
        all.push_back(std::move(plan));
    }
    const auto count = static_cast<std::size_t>(space_.spec().agents.finalists);
    std::vector<char> taken(all.size(), 0);
    for (const std::size_t k : spread_out(better, (count + 1) / 2)) taken[better_index[k]] = 1;
    std::vector<std::vector<double>> values;
    for (const JudgedPlan& plan : all) values.push_back(plan.forecast.objectives);
    std::size_t number = static_cast<std::size_t>(std::count(taken.begin(), taken.end(), 1));
    for (const std::size_t k : spread_out(values, all.size() < count ? all.size() : count)) {
        if (number >= count || taken[k] != 0) continue;
        taken[k] = 1;
        ++number;
    }
    std::vector<JudgedPlan> chosen;
    for (std::size_t k = 0; k < all.size(); ++k) {
        if (taken[k] != 0) chosen.push_back(std::move(all[k]));
    }
    return chosen;
}

void Judging::race(OptimiseReport& report) const {
    const AgentsSpec& agents = space_.spec().agents;
    const auto scenario_of = [&](std::size_t plan) -> const Scenario& {
        return plan == 0 ? report.base.scenario : report.plans[plan - 1].scenario;
    };
    const auto records =
        select_plans(report.plans.size() + 1,
                     {static_cast<std::size_t>(agents.first_races),
                      static_cast<std::size_t>(agents.races), agents.indifference, kConfidence},
                     [&](const std::vector<std::pair<std::size_t, std::size_t>>& asked) {
                         Races races;
                         for (const auto& [plan, seed] : asked)
                             races.emplace_back(&scenario_of(plan), seed);
                         return run(races);
                     });
    for (std::size_t k = 0; k < records.size(); ++k) {
        (k == 0 ? report.base : report.plans[k - 1]).agents = records[k];
        report.races += records[k].races.size();
    }
    std::stable_sort(report.plans.begin(), report.plans.end(),
                     [](const JudgedPlan& a, const JudgedPlan& b) {
                         return a.agents.means() < b.agents.means();
                     });
}

void Judging::confirm(OptimiseReport& report) const {
    const auto best = best_over_base(report);
    const auto seeds = static_cast<std::size_t>(space_.spec().agents.confirm);
    if (!best || seeds < 2) return;
    Races races;
    for (std::size_t k = 0; k < seeds; ++k) {
        races.emplace_back(&report.plans[*best].scenario, kFreshSeeds + k);
        races.emplace_back(&report.base.scenario, kFreshSeeds + k);
    }
    const std::vector<RaceScore> scores = run(races);
    Confirmation found{*best, {}, {}};
    for (std::size_t k = 0; k < seeds; ++k) {
        found.best.push_back(scores[2 * k]);
        found.base.push_back(scores[2 * k + 1]);
    }
    report.confirmation = std::move(found);
}

std::string scenario_text(const OptimiseReport& report, const JudgedPlan& plan,
                          const PlanSpace& space, const std::filesystem::path& folder) {
    std::error_code error;
    auto base =
        std::filesystem::relative(std::filesystem::absolute(space.spec().scenario), folder, error);
    if (error || base.empty()) base = std::filesystem::absolute(space.spec().scenario);
    return fmt::format(
               "# {}\n# Found by `gineste optimise`, {}; {}.\ngineste: 1\nextends: {}\nname: {}\n",
               yaml_comment(plan.reason), yaml_comment(report.name),
               plan.agents.standing == Standing::front ? "on the front" : "not on the front",
               yaml_quoted(base.string()), yaml_quoted(report.scenario + ": " + plan.file)) +
           space.changes_text(plan.scenario);
}

std::string plans_page(const OptimiseReport& report, const PlanSpace& space, const Course& course,
                       Language language) {
    const StudyFrame frame = study_frame(space.base(), course);
    return study_page_html(search_page(report, frame, kVersion), language);
}

void publish_all(const OptimiseReport& report, const PlanSpace& space, const Course& course,
                 Language language, const std::filesystem::path& folder) {
    std::vector<OutputFile> files = {{"optimise.txt", optimise_text(report)},
                                     {"front.csv", optimise_csv(report)},
                                     {"optimise.json", optimise_json(report, kVersion)}};
    if (has_page()) files.push_back({"plans.html", plans_page(report, space, course, language)});
    for (const JudgedPlan& plan : report.plans) {
        files.push_back({plan.file, scenario_text(report, plan, space, resolved_folder(folder))});
        require_read_back(plan.file, [&] {
            return is_same_plan(
                parse_scenario(files.back().bytes, resolved_folder(folder) / plan.file),
                plan.scenario);
        });
    }
    publish(folder, std::move(files), kOptimiseManifest);
}

// Which bounds the plan that is least over them breaks, for who has asked too much.
[[noreturn]] void refuse_infeasible(const PlanSpace& space, const PlanScore& nearest) {
    std::string why = "the nearest that the search found is over";
    for (const KeptBound& bound : nearest.bounds) {
        if (bound.is_kept()) continue;
        why += fmt::format(" keep.{} by {:.3g}{}", bound.key, bound.found - bound.most,
                           bound.scale > 1.0 ? " s" : "");
    }
    throw InputError(Problem{space.spec().keep_place, "no plan within the ranges keeps to all", why,
                             "Widen the ranges, or ask for less.", ""});
}

OptimiseReport report_of(const PlanSpace& space, const ForecastFront& front) {
    const OptimiseSpec& spec = space.spec();
    OptimiseReport report;
    report.name = spec.name;
    report.scenario = space.base().name;
    report.seed = space.base().seed;
    report.search_seed = spec.search_seed;
    report.forecasts =
        static_cast<std::size_t>(spec.population) * static_cast<std::size_t>(spec.generations + 1);
    report.objectives = objective_names(spec);
    report.hypervolume = front.hypervolume;
    report.base.scenario = space.base();
    return report;
}

void finish(const Judging& judging, OptimiseReport& report) {
    judging.race(report);
    for (std::size_t k = 0; k < report.plans.size(); ++k) {
        report.plans[k].file = fmt::format("plan-{:02}.yaml", k + 1);
        report.plans[k].reason = reason_of(report, k);
    }
    report.base.reason = "the plan as it is";
    judging.confirm(report);
}

}  // namespace

int optimise(const OptimiseRequest& request) {
    const OptimiseSpec spec = load_optimise(request.study);
    const Scenario base = load_scenario(spec.scenario);
    const PlanSpace space(spec, base);
    const std::filesystem::path folder =
        request.folder.empty()
            ? std::filesystem::path("out") / (request.study.stem().string() + "-optimise")
            : request.folder;
    check_output_folder(folder);
    const StudyProgress clock(0);
    const SearcherAnswer answer = ask_searcher(request.study, request.threads);
    if (answer.code != 0) return answer.code;
    const ForecastFront& front = answer.front;
    std::cerr << fmt::format("{} plans on the forecast's front after {:.1f} s\n",
                             front.points.size(), clock.elapsed_s());
    const Course course = survey_course(base);
    const Judging judging(request, space, course);
    OptimiseReport report = report_of(space, front);
    report.base.forecast = judging.forecast(base);
    report.plans = judging.finalists(front);
    if (report.plans.empty() || report.plans.front().forecast.excess() > 0.0) {
        refuse_infeasible(
            space, report.plans.empty() ? report.base.forecast : report.plans.front().forecast);
    }
    finish(judging, report);
    publish_all(report, space, course, request.language, folder);
    print(optimise_text(report));
    std::cerr << fmt::format("{} and scenarios of the plans in {}, after {:.1f} s\n",
                             "front.csv, optimise.json", folder.string(), clock.elapsed_s());
    return 0;
}

}  // namespace gineste
