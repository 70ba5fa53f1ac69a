// SPDX-License-Identifier: Apache-2.0
#include "app/study_options.hpp"

#include <cstdint>

#include "app/languages.hpp"

namespace gineste {
namespace {

constexpr int kMostSeeds = 100000;
constexpr int kMostWorkerThreads = 1024;
constexpr int kMostShardsOfSweep = 1000000;
constexpr std::uint64_t kMostFirstSeed = 9007199254740991 - kMostSeeds;  // as in a scenario

void add_first_seed(CLI::App& command, ScenarioOverrides& overrides) {
    command.add_option("--seed", overrides.seed, "first seed instead of the scenario's own")
        ->check(CLI::Range(std::uint64_t{0}, kMostFirstSeed));
    command.add_option("--dem", overrides.dem, "terrain model instead of the scenario's own");
}

void add_threshold(CLI::App& command, double& threshold_per_m2) {
    command
        .add_option("--threshold", threshold_per_m2,
                    "runners per square metre from which a place counts as crowded [0.4]")
        ->check(CLI::PositiveNumber);
}

void add_worker_threads(CLI::App& command, int& threads) {
    command.add_option("--threads", threads, "threads [0 = all]; no result depends on it")
        ->check(CLI::Range(0, kMostWorkerThreads));
}

void add_language(CLI::App& command, Language& language) {
    command.add_option("--lang", language, "language of the page: en or fr [en]")
        ->transform(CLI::CheckedTransformer(kLanguages));
}

template <class Request>
void add_files(CLI::App& command, Request& request, const char* what) {
    command.add_option("--json", request.json, std::string("file for ") + what + " as JSON");
    command.add_option("--page", request.page,
                       std::string("file for ") + what + " as a page, HTML");
    add_language(command, request.language);
}

CLI::App* add_sweep_step(CLI::App& sweep, SweepRequest& request, SweepRequest::Step step,
                         const char* name, const char* meaning) {
    CLI::App* command = sweep.add_subcommand(name, meaning);
    command->add_option("STUDY", request.study, "the study, a YAML file")->required();
    command->add_option("-o,--output", request.folder, "folder of the study [out/<study>-sweep]");
    command->callback([&request, step] { request.step = step; });
    return command;
}

}  // namespace

CLI::App* add_compare(CLI::App& program, CompareRequest& request) {
    CLI::App* compare = program.add_subcommand(
        "compare", "the same runners through several plans: what differs, and how surely");
    compare->add_option("SCENARIO", request.scenarios, "the plans, the first one to hold to")
        ->required()
        ->expected(2, 26);
    compare->add_option("--seeds", request.seeds, "races of each plan [20]")
        ->check(CLI::Range(2, kMostSeeds));
    add_threshold(*compare, request.threshold_per_m2);
    add_files(*compare, request, "the comparison");
    add_first_seed(*compare, request.overrides);
    add_worker_threads(*compare, request.threads);
    return compare;
}

CLI::App* add_ensemble(CLI::App& program, EnsembleRequest& request) {
    CLI::App* ensemble = program.add_subcommand(
        "ensemble", "one plan on many days: percentiles of what it brings, with their intervals");
    ensemble->add_option("SCENARIO", request.scenario, "the scenario, a YAML file")->required();
    ensemble->add_option("--seeds", request.seeds, "races at most [100]")
        ->check(CLI::Range(2, kMostSeeds));
    ensemble->add_option("--until", request.until,
                         "stop once a mean is known so well, such as peak_density:2%");
    add_threshold(*ensemble, request.threshold_per_m2);
    add_files(*ensemble, request, "the ensemble");
    add_first_seed(*ensemble, request.overrides);
    add_worker_threads(*ensemble, request.threads);
    return ensemble;
}

CLI::App* add_sweep(CLI::App& program, SweepRequest& request) {
    using Step = SweepRequest::Step;
    CLI::App* sweep = program.add_subcommand(
        "sweep", "keys of a scenario varied, in parts that many machines can share");
    sweep->require_subcommand(1);
    add_sweep_step(*sweep, request, Step::plan, "plan", "check every point and write the list");
    CLI::App* run = add_sweep_step(*sweep, request, Step::run, "run",
                                   "run what is missing, all of it or one part");
    add_sweep_step(*sweep, request, Step::status, "status", "say how much is done");
    add_sweep_step(*sweep, request, Step::merge, "merge", "write results.csv and results.nc");
    CLI::Option* shard = run->add_option("--shard", request.shard, "one part, such as 3/64");
    run->add_option("--shards", request.shards,
                    "number of parts, where a scheduler says which one this job is")
        ->check(CLI::Range(1, kMostShardsOfSweep))
        ->excludes(shard);
    add_worker_threads(*run, request.threads);
    return sweep;
}

CLI::App* add_optimise(CLI::App& program, OptimiseRequest& request) {
    CLI::App* optimise = program.add_subcommand(
        "optimise", "search wave plans: by the forecast first, then by races of the best");
    optimise->add_option("STUDY", request.study, "the search, a YAML file")->required();
    optimise->add_option("-o,--output", request.folder,
                         "folder of what is found [out/<study>-optimise]; an old one is replaced");
    add_language(*optimise, request.language);
    add_worker_threads(*optimise, request.threads);
    return optimise;
}

}  // namespace gineste
