// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <iostream>
#include <iterator>
#include <utility>

#include "app/commands.hpp"
#include "app/exit_code.hpp"
#include "app/input_hash.hpp"
#include "app/origin.hpp"
#include "app/progress.hpp"
#include "app/stop_signal.hpp"
#include "app/tell_fit.hpp"
#include "app/trajectory_window.hpp"
#include "app/version.hpp"
#include "course/relief.hpp"
#include "exports/exports.hpp"
#include "gineste.hpp"
#include "report/atomic_file.hpp"
#include "report/atomic_files.hpp"
#include "report/output_folder.hpp"
#include "report/report.hpp"
#include "report/summary_json.hpp"
#include "report/timing_json.hpp"
#include "report/verdict.hpp"

namespace gineste {
namespace {

using Answer = RunRequest::Answer;

std::filesystem::path report_folder(const RunRequest& request, const Scenario& scenario) {
    if (!request.folder.empty()) return request.folder;
    return std::filesystem::path("out") /
           (request.scenario.stem().string() + "-" + to_text(scenario.date));
}

Parsed<TrajectoryWindow> wanted_window(const RunRequest& request, const Scenario& scenario) {
    if (request.trajectories.empty()) return {TrajectoryWindow{}, "", ""};
    return parse_trajectory_window(request.trajectories, scenario);
}

// Until nobody is left, or a signal asks to stop.
Record simulate(const RunRequest& request, const Scenario& scenario, const Course& course,
                const TrajectoryWindow& trajectories) {
    Field field = draw_field(scenario, course);
    const auto wish =
        request.answer == Answer::nothing ? Progress::Wish::hide : Progress::Wish::show;
    Progress progress(scenario, expected_runner_s(field), wish);
    RaceOptions options;
    options.threads = request.threads;
    options.trajectories = trajectories;
    Race race(scenario, course, std::move(field), options);
    while (StopSignal::received() == 0 && race.advance()) progress.after_step(race);
    Record record = race.record();
    record.engine.simulation_s = progress.elapsed_s();
    return record;
}

std::vector<OutputFile> all_files(const RunRequest& request, const Record& record,
                                  const Findings& findings) {
    auto files = prepare_report(record, findings, kVersion, request.language);
    auto exports = prepare_exports(record, findings, kVersion, request.language);
    std::move(exports.begin(), exports.end(), std::back_inserter(files));
    return files;
}

void answer(const RunRequest& request, const Record& record, const Findings& findings) {
    if (request.answer == Answer::json) print(summary_json(record, findings, kVersion));
    if (request.answer == Answer::verdict) print(verdict(record, findings, style_of_output()));
}

void tell_where(const std::filesystem::path& folder, const Record& record) {
    std::cerr << fmt::format("{} simulated in {:.1f} s on {} thread{}; report in {}\n",
                             record.complete ? "Race" : "Part of the race",
                             record.engine.simulation_s, record.engine.threads,
                             record.engine.threads == 1 ? "" : "s", folder.string());
    if (record.trajectories.window.every_s > 0.0 && record.trajectories.begin.empty()) {
        std::cerr << "There is no trajectories.sqlite: the race was over by then.\n";
    }
    if (!has_page()) {
        std::cerr << "There is no report.html: this program was built without the page.\n";
    }
}

}  // namespace

int run(const RunRequest& request) {
    const Scenario scenario = load_scenario(request.scenario, request.overrides);
    tell_fit(scenario);
    const auto window = wanted_window(request, scenario);
    if (!window) {
        std::cerr << fmt::format("gineste: --trajectories is '{}' ({}). {}\n", request.trajectories,
                                 window.why, window.suggestion);
        return static_cast<int>(ExitCode::usage);
    }
    const std::filesystem::path folder = report_folder(request, scenario);
    check_output_folder(folder);
    const Course course = survey_course(scenario);
    Relief relief = draw_relief(scenario, course);
    const Inputs inputs = read_inputs(scenario);

    const StopSignal stop;
    Record record = simulate(request, scenario, course, *window);
    record.input_sha256 = inputs.sha256;
    record.relief = std::move(relief);
    const Findings findings = find_all(record);
    publish(folder, all_files(request, record, findings), kRaceManifest,
            origin_of_run(request, scenario, record, inputs));
    if (!request.timing.empty()) publish_file(request.timing, timing_json(record.engine));
    answer(request, record, findings);
    if (request.answer != Answer::nothing) tell_where(folder, record);
    return record.complete ? 0 : 128 + StopSignal::received();
}

}  // namespace gineste
