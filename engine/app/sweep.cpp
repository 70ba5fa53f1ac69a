// SPDX-License-Identifier: Apache-2.0
#include "study/sweep.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iostream>
#include <mutex>

#include "app/commands.hpp"
#include "app/exit_code.hpp"
#include "app/input_hash.hpp"
#include "app/shard_option.hpp"
#include "app/study_progress.hpp"
#include "app/version.hpp"
#include "core/sha256.hpp"
#include "core/text.hpp"
#include "gineste.hpp"
#include "report/atomic_file.hpp"
#include "report/text_table.hpp"
#include "study/races.hpp"

namespace gineste {
namespace {

using Step = SweepRequest::Step;

std::filesystem::path folder_of(const SweepRequest& request) {
    if (!request.folder.empty()) return request.folder;
    return std::filesystem::path("out") / (request.study.stem().string() + "-sweep");
}

std::string point_words(const StudySpec& study, std::size_t index, const DesignPoint& point) {
    std::vector<std::string> words;
    for (std::size_t f = 0; f < study.factors.size(); ++f) {
        words.push_back(study.factors[f].key + ": " + point.texts[f]);
    }
    return fmt::format("point {} ({})", index + 1, joined(words, ", "));
}

// What the scenario says against the values of a point is the study's affair: told at its factors.
Scenario scenario_at(const StudySpec& study, std::size_t index, const DesignPoint& point) {
    try {
        return load_scenario_with(study.scenario, settings_of(study, point));
    } catch (const InputError& error) {
        const Problem& first = error.problems().front();
        throw InputError(Problem{study.factors.front().where,
                                 point_words(study, index, point) + " is refused",
                                 first.problem + ": " + first.why, first.suggestion, ""});
    }
}

// One column of the result is one measure at every point: a wave by its place, a station likewise.
void require_same_measures(const Sweep& sweep, std::size_t index, const Scenario& scenario) {
    const auto planned = planned_measures(scenario, sweep.study.threshold_per_m2);
    const bool same = std::equal(
        planned.begin(), planned.end(), sweep.measures.begin(), sweep.measures.end(),
        [](const Measure& a, const Measure& b) { return a.key == b.key && a.label == b.label; });
    if (same) return;
    throw InputError(Problem{sweep.study.factors.front().where,
                             point_words(sweep.study, index, sweep.points[index]) +
                                 " has other waves or stations, or in another order",
                             "every race of a study has the same measures",
                             "Leave names as they are and stations in their order.", ""});
}

bool varies(const StudySpec& study, Kind kind) {
    return std::any_of(study.factors.begin(), study.factors.end(),
                       [kind](const FactorSpec& factor) { return factor.rule.kind == kind; });
}

bool varies_course(const StudySpec& study) {
    return std::any_of(study.factors.begin(), study.factors.end(),
                       [](const FactorSpec& factor) { return factor.key.starts_with("course."); });
}

// Every point is checked before the first race, and everything that bears on a result is summed.
Sweep load_sweep(const SweepRequest& request) {
    Sweep sweep;
    sweep.study = load_study(request.study);
    const Scenario base = load_scenario(sweep.study.scenario);
    sweep.points = design_points(sweep.study);
    sweep.seed = base.seed;
    sweep.measures = planned_measures(base, sweep.study.threshold_per_m2);
    Sha256 sum;
    sum.add(fmt::format("{}\n{}\n{}\n{}\n{}\n", kVersion, read_inputs(base).sha256,
                        sweep.study.seeds, number_text(sweep.study.threshold_per_m2),
                        sweep.points.size()));
    const bool other_files = varies(sweep.study, Kind::path);
    for (std::size_t k = 0; k < sweep.points.size(); ++k) {
        const Scenario scenario = scenario_at(sweep.study, k, sweep.points[k]);
        require_same_measures(sweep, k, scenario);
        if (other_files) sum.add(read_inputs(scenario).sha256 + "\n");
        for (const ScenarioSetting& setting : settings_of(sweep.study, sweep.points[k])) {
            sum.add(setting.key + "=" + setting.text + "\n");
        }
    }
    sweep.sha256 = sum.hex();
    return sweep;
}

/// Runs rows; the course is surveyed once, unless the study varies it.
class RowRunner {
  public:
    RowRunner(const Sweep& sweep, const Workers& workers, std::size_t rows)
        : sweep_(sweep), workers_(workers), progress_(rows) {
        if (!varies_course(sweep.study)) {
            course_ = survey_course(load_scenario(sweep.study.scenario));
        }
    }

    SweepRow operator()(std::size_t row) {
        const std::size_t point = row / static_cast<std::size_t>(sweep_.study.seeds);
        const Scenario scenario = replication(
            scenario_at(sweep_.study, point, sweep_.points[point]), sweep_.seed_of(row));
        const Record record = course_ ? run_race(scenario, *course_, workers_.threads)
                                      : run_race(scenario, survey(scenario), workers_.threads);
        SweepRow result{row, record.state_hash, {}};
        for (const Measure& measure : measures_of(record, sweep_.study.threshold_per_m2)) {
            result.values.push_back(measure.value);
        }
        progress_.race_done();
        return result;
    }
    double elapsed_s() const { return progress_.elapsed_s(); }

  private:
    Course survey(const Scenario& scenario) {
        const std::lock_guard<std::mutex> lock(surveying_);  // one file of terrain at a time
        return survey_course(scenario);
    }

    const Sweep& sweep_;
    Workers workers_;
    StudyProgress progress_;
    std::optional<Course> course_;
    std::mutex surveying_;
};

int plan(const Sweep& sweep, const std::filesystem::path& folder) {
    claim_folder(sweep, folder);
    print(fmt::format("{}: {} points of {} factors, {} seeds each: {} races\nplan in {}\n",
                      sweep.study.name, grouped(sweep.points.size()), sweep.study.factors.size(),
                      sweep.study.seeds, grouped(sweep.rows()), (folder / "plan.csv").string()));
    return 0;
}

int run_rows(const SweepRequest& request, const Sweep& sweep, const std::filesystem::path& folder) {
    const auto asked = shard_asked_for(request);
    if (!asked) {
        std::cerr << fmt::format("gineste: {}. {}\n", asked.why, asked.suggestion);
        return static_cast<int>(ExitCode::usage);
    }
    const Shard shard = *asked;
    claim_folder(sweep, folder);
    const auto missing = missing_rows(sweep, read_sweep(sweep, folder, shard), shard);
    const Workers workers = workers_for(missing.size(), request.threads);
    RowRunner runner(sweep, workers, missing.size());
    const std::size_t done = run_shard(sweep, folder, shard, workers.races,
                                       [&](std::size_t row) { return runner(row); });
    std::cerr << fmt::format("shard {}/{}: {} races in {:.1f} s\n", shard.index, shard.count,
                             grouped(done), runner.elapsed_s());
    return 0;
}

int status(const Sweep& sweep, const std::filesystem::path& folder) {
    const SweepState state = read_sweep(sweep, folder);
    std::string text = fmt::format("{}: {} of {} races done, in {} files\n", sweep.study.name,
                                   grouped(state.rows.size()), grouped(sweep.rows()), state.files);
    if (state.repeated > 0) {
        text += fmt::format("{} more than once, with the same bytes\n", grouped(state.repeated));
    }
    if (state.damaged > 0) text += fmt::format("{} damaged lines\n", grouped(state.damaged));
    print(text);
    return 0;
}

int merge(const Sweep& sweep, const std::filesystem::path& folder) {
    const SweepState state = read_sweep(sweep, folder);
    const auto missing = missing_rows(sweep, state, {1, 1});
    if (!missing.empty()) {
        throw InputError(
            {{folder.string(), 0, 0},
             fmt::format("{} of {} races are missing, the first in row {}", grouped(missing.size()),
                         grouped(sweep.rows()), missing.front()),
             state.damaged > 0 ? fmt::format("{} lines are damaged", state.damaged)
                               : "not every shard has run to its end",
             "Run what is missing; what is there is kept.",
             ""});
    }
    publish_file(folder / "results.csv", sweep_csv(sweep, state.rows));
    publish_file(folder / "results.nc", sweep_nc(sweep, state.rows));
    print(fmt::format("{}: {} races, each once ({} repeated with the same bytes)\n{} and .nc\n",
                      sweep.study.name, grouped(state.rows.size()), grouped(state.repeated),
                      (folder / "results.csv").string()));
    return 0;
}

}  // namespace

int sweep(const SweepRequest& request) {
    const Sweep loaded = load_sweep(request);
    const std::filesystem::path folder = folder_of(request);
    switch (request.step) {
        case Step::plan:
            return plan(loaded, folder);
        case Step::run:
            return run_rows(request, loaded, folder);
        case Step::status:
            return status(loaded, folder);
        case Step::merge:
            break;
    }
    return merge(loaded, folder);
}

}  // namespace gineste
