// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <iostream>
#include <nlohmann/json.hpp>

#include "app/commands.hpp"
#include "app/exit_code.hpp"
#include "app/study_files.hpp"
#include "app/study_progress.hpp"
#include "app/tell_fit.hpp"
#include "app/version.hpp"
#include "core/quantity.hpp"
#include "core/text.hpp"
#include "gineste.hpp"
#include "study/ensemble_text.hpp"

namespace gineste {
namespace {

Parsed<StopRule> stop_rule(const std::string& until, const Scenario& scenario) {
    const std::size_t colon = until.find(':');
    const auto share = parse_share(colon == std::string::npos ? "" : until.substr(colon + 1));
    if (!share || *share <= 0.0) {
        return {std::nullopt, "no measure with a share", "Write peak_density:2%."};
    }
    const std::vector<Measure> measures = planned_measures(scenario);
    const auto key = measure_key(measures, until.substr(0, colon));
    if (key) return {StopRule{*key, *share}, "", ""};
    std::vector<std::string> keys;
    for (const Measure& measure : measures) keys.push_back(measure.key);
    return {std::nullopt, "not one measure", fmt::format("There are: {}.", joined(keys, ", "))};
}

Ensemble simulate(const EnsembleRequest& request, const Scenario& scenario, const Course& course,
                  const std::optional<StopRule>& rule) {
    const auto most = static_cast<std::size_t>(request.seeds);
    StudyProgress progress(most);
    Ensemble ensemble = run_ensemble(
        most, rule, [&](std::size_t from, std::size_t to, std::optional<std::size_t> segment) {
            std::vector<RaceOutcome> outcomes(to - from);
            const Workers workers = workers_for(outcomes.size(), request.threads);
            run_side_by_side(outcomes.size(), workers.races, [&](std::size_t k) {
                const Scenario drawn = replication(scenario, from + k);
                outcomes[k] = outcome_of(run_race(drawn, course, workers.threads),
                                         {request.threshold_per_m2, segment});
                progress.race_done();
            });
            return outcomes;
        });
    std::cerr << fmt::format("{} races in {:.1f} s\n", ensemble.races.size(), progress.elapsed_s());
    return ensemble;
}

}  // namespace

int ensemble(const EnsembleRequest& request) {
    const StudyFiles files{request.json, request.page, request.language};
    check_study_files(files);
    const Scenario scenario = load_scenario(request.scenario, request.overrides);
    tell_fit(scenario);
    EnsembleReport report;
    if (!request.until.empty()) {
        const auto rule = stop_rule(request.until, scenario);
        if (!rule) {
            std::cerr << fmt::format("gineste: --until is '{}' ({}). {}\n", request.until, rule.why,
                                     rule.suggestion);
            return static_cast<int>(ExitCode::usage);
        }
        report.rule = *rule;
    }
    const Course course = survey_course(scenario);
    report.race = scenario.name;
    report.seed = scenario.seed;
    const StudyFrame frame = study_frame(scenario, course);
    report.interval_s = frame.interval_s;
    report.ensemble = simulate(request, scenario, course, report.rule);
    const SegmentRecord& place = frame.segments[report.ensemble.segment];
    report.segment_from_m = place.from_m;
    report.segment_to_m = place.to_m;
    publish_study_files(
        files, [&] { return ensemble_json(report, kVersion); },
        [&] { return ensemble_page(report, frame, kVersion); });
    print(ensemble_text(report));
    return 0;
}

}  // namespace gineste
