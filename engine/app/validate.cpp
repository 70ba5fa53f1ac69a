// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <iostream>

#include "app/commands.hpp"
#include "app/exit_code.hpp"
#include "app/tell_fit.hpp"
#include "app/timed_race.hpp"
#include "calibration/calibrate_text.hpp"
#include "calibration/compare_text.hpp"
#include "core/quantity.hpp"
#include "course/course.hpp"
#include "exports/read_passages.hpp"
#include "report/atomic_file.hpp"
#include "results/results.hpp"

namespace gineste {
namespace {

// One race with the k-th seed, as the timer would have seen it.
Results race_of(const ValidateRequest& request, Scenario scenario, const Course& course, int k,
                const std::vector<double>& marks_m) {
    reseed(scenario, scenario.seed + static_cast<std::uint64_t>(k));
    std::cerr << fmt::format("race {} of {}\n", k + 1, request.runs);
    return timed_race(scenario, course, marks_m, request.threads);
}

Results run_of(const std::filesystem::path& folder, const Course& course,
               const std::vector<double>& marks_m) {
    Record record = read_passages(folder / "results.nc");
    record.course_length_m = course.length_m();
    return timed(record, {}, marks_m);
}

std::vector<Results> runs_of(const ValidateRequest& request, const Scenario& scenario,
                             const Course& course, const std::vector<double>& marks_m) {
    std::vector<Results> runs;
    for (const auto& folder : request.folders) runs.push_back(run_of(folder, course, marks_m));
    for (int k = 0; k < request.runs && request.folders.empty(); ++k) {
        runs.push_back(race_of(request, scenario, course, k, marks_m));
    }
    return runs;
}

}  // namespace

int validate(const ValidateRequest& request) {
    const auto every_s = parse_duration_s(request.every);
    if (!every_s || *every_s < 1.0) {
        std::cerr << fmt::format("gineste: --every is '{}' ({}). Write 10 min.\n", request.every,
                                 every_s ? "under a second" : every_s.why);
        return static_cast<int>(ExitCode::usage);
    }
    const Scenario scenario = load_scenario(request.scenario, request.overrides);
    tell_fit(scenario);
    const Course course = survey_course(scenario);
    const Results observed = read_results(request.results, scenario, course.length_m());
    std::cerr << broken_text(observed);
    const std::vector<Results> runs = runs_of(request, scenario, course, observed.marks_m);
    const std::vector<Agreement> measures = compare(observed, runs, scenario, {*every_s});
    if (!request.curves.empty()) publish_file(request.curves, compare_csv(measures));
    print(compare_text(measures, scenario, runs.size()));
    return 0;
}

}  // namespace gineste
