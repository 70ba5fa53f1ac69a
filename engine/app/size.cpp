// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <iostream>
#include <utility>

#include "app/commands.hpp"
#include "app/exit_code.hpp"
#include "app/tell_fit.hpp"
#include "app/version.hpp"
#include "app/whole_race.hpp"
#include "core/quantity.hpp"
#include "course/course.hpp"
#include "field/field.hpp"
#include "study/size_stations.hpp"
#include "study/size_text.hpp"

namespace gineste {
namespace {

// The races of a study differ in their stations alone: course and field stay.
RunRace runner_of(const SizeRequest& request, const Course& course, const Field& field) {
    return [&request, &course, &field, runs = 0](const Scenario& trial) mutable {
        std::cerr << fmt::format("race {} of at most {}\n", ++runs, request.most_runs);
        return whole_race(trial, course, field, request.threads);
    };
}

}  // namespace

int size(const SizeRequest& request) {
    const auto wait_s = parse_duration_s(request.wait_p95);
    if (!wait_s || *wait_s <= 0.0) {
        std::cerr << fmt::format("gineste: --wait-p95 is '{}' ({}). Write 5s or 1 min.\n",
                                 request.wait_p95, wait_s ? "no time at all" : wait_s.why);
        return static_cast<int>(ExitCode::usage);
    }
    const Scenario scenario = load_scenario(request.scenario, request.overrides);
    tell_fit(scenario);
    const Course course = survey_course(scenario);
    const Field field = draw_field(scenario, course);
    const SizeGoal goal{*wait_s, request.most_runs};
    const SizeStudy study = size_stations(scenario, goal, runner_of(request, course, field));
    print(request.answer == SizeRequest::Answer::json ? size_json(study, scenario.name, kVersion)
                                                      : size_text(study, scenario.name));
    return 0;
}

}  // namespace gineste
