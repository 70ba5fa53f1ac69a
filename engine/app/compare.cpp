// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <iostream>
#include <nlohmann/json.hpp>

#include "app/commands.hpp"
#include "app/study_files.hpp"
#include "app/study_progress.hpp"
#include "app/version.hpp"
#include "gineste.hpp"
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
void run_plans(const CompareRequest& request, const std::vector<Plan>& plans, bool cells,
               std::vector<PlanRaces>& outcomes) {
    const Keep keep{request.threshold_per_m2, 0, cells};
    const std::size_t count = plans.size() * static_cast<std::size_t>(request.seeds);
    const Workers workers = workers_for(count, request.threads);
    StudyProgress progress(count);
    run_side_by_side(count, workers.races, [&](std::size_t index) {
        const std::size_t plan = index % plans.size();
        const std::size_t seed = index / plans.size();
        const Scenario scenario = replication(plans[plan].scenario, seed);
        const Record record = run_race(scenario, plans[plan].course, workers.threads);
        outcomes[plan].races[seed] = outcome_of(record, keep);
        progress.race_done();
    });
    std::cerr << fmt::format("{} races in {:.1f} s, {} at a time\n", count, progress.elapsed_s(),
                             workers.races);
}

// Pictures of plans can be laid over one another where both cut the same road into the same pieces.
StudyFrame common_frame(const std::vector<Plan>& plans) {
    StudyFrame frame = study_frame(plans.front().scenario, plans.front().course);
    for (const Plan& plan : plans) {
        const StudyFrame other = study_frame(plan.scenario, plan.course);
        const bool same =
            other.interval_s == frame.interval_s &&
            std::equal(other.segments.begin(), other.segments.end(), frame.segments.begin(),
                       frame.segments.end(), [](const SegmentRecord& a, const SegmentRecord& b) {
                           return a.from_m == b.from_m && a.to_m == b.to_m;
                       });
        if (!same) frame.segments.clear();
    }
    return frame;
}

}  // namespace

int compare(const CompareRequest& request) {
    const StudyFiles files{request.json, request.page, request.language};
    check_study_files(files);
    const std::vector<Plan> plans = load_plans(request);
    const StudyFrame frame = common_frame(plans);
    CompareReport report;
    for (const Plan& plan : plans) {
        report.plans.push_back({plan.scenario.name, plan.scenario.file.string(), {}});
        report.plans.back().races.resize(static_cast<std::size_t>(request.seeds));
    }
    report.seed = plans.front().scenario.seed;
    report.same_runners = have_same_runners(plans);
    const bool cells = !request.page.empty() && !frame.segments.empty();
    run_plans(request, plans, cells, report.plans);
    report.comparisons = compare_plans(report.plans);
    publish_study_files(
        files, [&] { return compare_json(report, kVersion); },
        [&] { return compare_page(report, frame, kVersion); });
    print(compare_text(report));
    return 0;
}

}  // namespace gineste
