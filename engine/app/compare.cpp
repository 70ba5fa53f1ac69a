// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <iostream>

#include "app/commands.hpp"
#include "app/study_progress.hpp"
#include "app/version.hpp"
#include "gineste.hpp"
#include "report/atomic_file.hpp"
#include "study/compare_text.hpp"

namespace gineste {
namespace {

/// A plan as it will be run.
struct Plan {
    Scenario scenario;
    Course course;
};

std::vector<Plan> load_plans(const CompareRequest& request) {
    std::vector<Plan> plans;
    for (const std::filesystem::path& file : request.scenarios) {
        Scenario scenario = load_scenario(file, request.overrides);
        // One seed for all plans: the same runners through each.
        if (!plans.empty()) {
            const Scenario& first = plans.front().scenario;
            reseed(scenario, first.seed);
            scenario.behaviour_seed = first.behaviour_seed;
            scenario.own_behaviour_seed = first.own_behaviour_seed;
        }
        Course course = survey_course(scenario);
        plans.push_back({std::move(scenario), std::move(course)});
    }
    return plans;
}

bool have_same_runners(const std::vector<Plan>& plans) {
    const Field first = draw_field(plans.front().scenario, plans.front().course);
    for (const Plan& plan : plans) {
        const Field field = draw_field(plan.scenario, plan.course);
        if (field.bib != first.bib || field.ideal_s != first.ideal_s ||
            field.present != first.present) {
            return false;
        }
    }
    return true;
}

// Races by replication first, so that an early end would leave whole pairs.
void run_plans(const CompareRequest& request, const std::vector<Plan>& plans,
               std::vector<PlanRaces>& outcomes) {
    const std::size_t count = plans.size() * static_cast<std::size_t>(request.seeds);
    const Workers workers = workers_for(count, request.threads);
    StudyProgress progress(count);
    run_side_by_side(count, workers.races, [&](std::size_t index) {
        const std::size_t plan = index % plans.size();
        const std::size_t seed = index / plans.size();
        const Scenario scenario = replication(plans[plan].scenario, seed);
        const Record record = run_race(scenario, plans[plan].course, workers.threads);
        outcomes[plan].races[seed] = outcome_of(record, {request.threshold_per_m2, 0});
        progress.race_done();
    });
    std::cerr << fmt::format("{} races in {:.1f} s, {} at a time\n", count, progress.elapsed_s(),
                             workers.races);
}

}  // namespace

int compare(const CompareRequest& request) {
    const std::vector<Plan> plans = load_plans(request);
    CompareReport report;
    for (const Plan& plan : plans) {
        report.plans.push_back({plan.scenario.name, plan.scenario.file.string(), {}});
        report.plans.back().races.resize(static_cast<std::size_t>(request.seeds));
    }
    report.seed = plans.front().scenario.seed;
    report.same_runners = have_same_runners(plans);
    run_plans(request, plans, report.plans);
    report.comparisons = compare_plans(report.plans);
    if (!request.json.empty()) publish_file(request.json, compare_json(report, kVersion));
    print(compare_text(report));
    return 0;
}

}  // namespace gineste
