// SPDX-License-Identifier: Apache-2.0
#include "app/command_line.hpp"

#include <CLI/CLI.hpp>
#include <cstdint>
#include <sstream>

#include "app/exit_code.hpp"
#include "app/languages.hpp"
#include "app/study_options.hpp"
#include "app/version.hpp"

namespace gineste {
namespace {

constexpr int kMostThreads = 1024;
constexpr std::uint64_t kMostSeed = 9007199254740991;  // as in a scenario: whole in any JSON

/// The options of all subcommands, filled while CLI11 parses.
struct Options {
    RunRequest run;
    DayRequest day;
    CheckRequest check;
    CourseRequest course;
    ForecastRequest forecast;
    ReportRequest report;
    SizeRequest size;
    FollowRequest follow;
    FairRequest fair;
    CalibrateRequest calibrate;
    ValidateRequest validate;
    CompareRequest compare;
    EnsembleRequest ensemble;
    SweepRequest sweep;
    OptimiseRequest optimise;
    ExplainRequest explain;
    bool quiet = false;
    bool json = false;
    bool schema = false;
    bool manual = false;
    bool of_day = false;
};

// What takes the place of parts of a scenario.
void add_stand_ins(CLI::App& command, ScenarioOverrides& overrides) {
    command.add_option("--dem", overrides.dem, "terrain model instead of the scenario's own");
    CLI::Option* const fit = command.add_option(
        "--fit", overrides.fragment,
        "fragment of `gineste calibrate` in place of start and field, and of who "
        "runs in waves of the same names");
    command
        .add_flag_callback(
            "--fit-waves", [&overrides] { overrides.fitted_waves = FittedWaves::fragment; },
            "with --fit: the guns and sizes of the fragment's waves, too, in place of the "
            "scenario's")
        ->needs(fit);
}
void add_seed(CLI::App& command, ScenarioOverrides& overrides) {
    command.add_option("--seed", overrides.seed, "seed instead of the scenario's own")
        ->check(CLI::Range(std::uint64_t{0}, kMostSeed));
}

void add_scenario(CLI::App& command, std::filesystem::path& scenario,
                  ScenarioOverrides& overrides) {
    command.add_option("SCENARIO", scenario, "the scenario, a YAML file")->required();
    add_stand_ins(command, overrides);
}

// Results come first, and which race they are of is told by name.
void add_results(CLI::App& command, std::filesystem::path& results, std::filesystem::path& scenario,
                 ScenarioOverrides& overrides) {
    command.add_option("RESULTS", results, "table of results, CSV or XLSX")->required();
    command.add_option("--scenario", scenario, "the race they are of, a YAML file")->required();
    add_stand_ins(command, overrides);
    add_seed(command, overrides);
}

void add_threads(CLI::App& command, int& threads) {
    command.add_option("--threads", threads, "threads [0 = all]; no result depends on it")
        ->check(CLI::Range(0, kMostThreads));
}

CLI::App* add_run(CLI::App& program, Options& options) {
    CLI::App* run = program.add_subcommand("run", "simulate the race and write its report");
    add_scenario(*run, options.run.scenario, options.run.overrides);
    run->add_option("-o,--output", options.run.folder,
                    "folder of the report [out/<scenario>-<date>]; an old report is replaced");
    add_seed(*run, options.run.overrides);
    add_threads(*run, options.run.threads);
    run->add_option("--lang", options.run.language, "language of page and tables: en or fr [en]")
        ->transform(CLI::CheckedTransformer(kLanguages));
    run->add_option("--timing", options.run.timing,
                    "file for where the computation's time went, as JSON");
    run->add_option("--trajectories", options.run.trajectories,
                    "where and when to keep everybody's position, such as "
                    "\"3.2-3.6 km, 09:20-09:30\" or that and \", every 1 s\"");
    CLI::Option* quiet = run->add_flag("--quiet", options.quiet, "neither progress nor verdict");
    run->add_flag("--json", options.json, "summary.json on standard output, no verdict")
        ->excludes(quiet);
    return run;
}

CLI::App* add_day(CLI::App& program, Options& options) {
    DayRequest& request = options.day;
    CLI::App* day =
        program.add_subcommand("day", "simulate all races of a day and report where they meet");
    day->add_option("DAY", request.day, "the race day, a YAML file")->required();
    day->add_option("-o,--output", request.folder,
                    "folder of the report [out/<day>]; an old report is replaced");
    day->add_option("--seed", request.overrides.seed, "seed of every race instead of its own")
        ->check(CLI::Range(std::uint64_t{0}, kMostSeed));
    add_threads(*day, request.threads);
    day->add_option("--lang", request.language, "language of pages and tables: en or fr [en]")
        ->transform(CLI::CheckedTransformer(kLanguages));
    CLI::Option* quiet = day->add_flag("--quiet", options.quiet, "neither progress nor verdict");
    day->add_flag("--json", options.json, "day.json on standard output, no verdict")
        ->excludes(quiet);
    return day;
}

CLI::App* add_check(CLI::App& program, Options& options) {
    CLI::App* check = program.add_subcommand("check", "look for mistakes without simulating");
    add_scenario(*check, options.check.scenario, options.check.overrides);
    return check;
}

CLI::App* add_course(CLI::App& program, Options& options) {
    CLI::App* course = program.add_subcommand("course", "show the profile and write it as files");
    add_scenario(*course, options.course.scenario, options.course.overrides);
    course->add_option("-o,--output", options.course.folder,
                       "folder of the profile [out/<scenario>-course]");
    return course;
}

CLI::App* add_forecast(CLI::App& program, Options& options) {
    CLI::App* forecast =
        program.add_subcommand("forecast", "the same race from cumulative curves, in milliseconds");
    add_scenario(*forecast, options.forecast.scenario, options.forecast.overrides);
    add_seed(*forecast, options.forecast.overrides);
    forecast->add_option("--json", options.forecast.json, "file for the forecast as JSON");
    forecast
        ->add_option("--at", options.forecast.marks_km,
                     "kilometres at which flows are wanted, such as 2,5.5 [every 5 km]")
        ->delimiter(',')
        ->check(CLI::PositiveNumber);
    forecast->add_flag(
        "--crowd", options.forecast.crowd,
        "runners hold one another up between narrowings too, and stations all: ten times as long");
    return forecast;
}

CLI::App* add_report(CLI::App& program, Options& options) {
    CLI::App* report = program.add_subcommand(
        "report", "build the page of a finished run anew, from its own data");
    report->add_option("FOLDER", options.report.folder, "the folder of its report")->required();
    report->add_option("--lang", options.report.language, "language of the page: en or fr [en]")
        ->transform(CLI::CheckedTransformer(kLanguages));
    return report;
}

CLI::App* add_size(CLI::App& program, Options& options) {
    CLI::App* size =
        program.add_subcommand("size", "the tables, volunteers and cups that are enough");
    add_scenario(*size, options.size.scenario, options.size.overrides);
    size->add_option("--wait-p95", options.size.wait_p95,
                     "what 95 % of those who want something wait at most [5s]");
    size->add_option("--runs", options.size.most_runs, "races at most [14]")
        ->check(CLI::Range(3, 100));
    add_seed(*size, options.size.overrides);
    add_threads(*size, options.size.threads);
    size->add_flag("--json", options.json, "as JSON");
    return size;
}

CLI::App* add_follow(CLI::App& program, Options& options) {
    FollowRequest& request = options.follow;
    CLI::App* follow =
        program.add_subcommand("follow", "when one runner comes by, for those at the roadside");
    add_scenario(*follow, request.scenario, request.overrides);
    CLI::Option* bib = follow->add_option("--bib", request.bib, "bib number of the runner");
    follow->add_option("--finish", request.finish, "net time that is expected, such as 1:39")
        ->excludes(bib);
    follow->add_option("--wave", request.wave, "wave [that of most who run so]")->excludes(bib);
    follow->add_option("--gpx", request.gpx, "file for the places as GPX waypoints with times");
    add_seed(*follow, request.overrides);
    add_threads(*follow, request.threads);
    follow->add_flag("--json", options.json, "as JSON");
    return follow;
}

CLI::App* add_fair(CLI::App& program, Options& options) {
    FairRequest& request = options.fair;
    CLI::App* fair = program.add_subcommand(
        "fair", "the guns that put the same share of every wave ahead of the pursuer");
    add_scenario(*fair, request.scenario, request.overrides);
    fair->add_option("--share", request.share, "that share [of the whole field as planned]");
    fair->add_option("--runs", request.most_runs, "races at most [12]")->check(CLI::Range(2, 100));
    add_seed(*fair, request.overrides);
    add_threads(*fair, request.threads);
    return fair;
}

CLI::App* add_calibrate(CLI::App& program, Options& options) {
    CLI::App* calibrate =
        program.add_subcommand("calibrate", "fit field and start to the results of a race");
    CalibrateRequest& request = options.calibrate;
    add_results(*calibrate, request.results, request.scenario, request.overrides);
    calibrate->add_option("-o,--output", request.fragment,
                          "file for the fragment [standard output]; its picture, .svg, beside it");
    calibrate
        ->add_option("--races", request.races,
                     "races to run, one after the other, to take out of net times what the crowd "
                     "adds to them [0]")
        ->check(CLI::Range(0, 10));
    add_threads(*calibrate, request.threads);
    calibrate->add_option("--picture", request.picture, "file for the picture of fit");
    return calibrate;
}

CLI::App* add_validate(CLI::App& program, Options& options) {
    CLI::App* validate =
        program.add_subcommand("validate", "run a race and hold it against its results");
    ValidateRequest& request = options.validate;
    add_results(*validate, request.results, request.scenario, request.overrides);
    validate->add_option("--runs", request.runs, "races, each with a seed of its own [5]")
        ->check(CLI::Range(1, 1000));
    validate->add_option("--run", request.folders,
                         "folder that `gineste run` wrote, to read instead of racing; any number");
    validate->add_option("--every", request.every, "between two counts at a mat [10 min]");
    validate->add_option("--csv", request.curves, "file for the curves, to plot them");
    add_threads(*validate, request.threads);
    return validate;
}

CLI::App* add_explain(CLI::App& program, Options& options) {
    CLI::App* explain =
        program.add_subcommand("explain", "say what a key of a scenario or of a day means");
    CLI::Option* key = explain->add_option("KEY", options.explain.key, "such as waves.gun");
    CLI::Option* schema =
        explain->add_flag("--schema", options.schema, "the JSON Schema of scenarios");
    explain->add_flag("--day", options.of_day, "of race days instead, such as --day legs.traffic");
    explain->add_flag("--manual", options.manual, "all keys, as Markdown")
        ->excludes(schema)
        ->excludes(key);
    schema->excludes(key);
    return explain;
}

RunRequest run_request(const Options& options) {
    RunRequest request = options.run;
    if (options.json) request.answer = RunRequest::Answer::json;
    if (options.quiet) request.answer = RunRequest::Answer::nothing;
    return request;
}

DayRequest day_request(const Options& options) {
    DayRequest request = options.day;
    if (options.json) request.answer = RunRequest::Answer::json;
    if (options.quiet) request.answer = RunRequest::Answer::nothing;
    return request;
}

SizeRequest size_request(const Options& options) {
    SizeRequest request = options.size;
    if (options.json) request.answer = SizeRequest::Answer::json;
    return request;
}

FollowRequest follow_request(const Options& options) {
    FollowRequest request = options.follow;
    if (options.json) request.answer = FollowRequest::Answer::json;
    return request;
}

ExplainRequest explain_request(const Options& options) {
    ExplainRequest request = options.explain;
    if (options.schema) request.what = ExplainRequest::What::schema;
    if (options.manual) request.what = ExplainRequest::What::manual;
    if (options.of_day) request.of = ExplainRequest::Of::day;
    return request;
}

// CLI11's own exit codes (105 and on) mean nothing to a caller; every mistake is usage.
AnswerRequest answer_to(const CLI::App& program, const CLI::ParseError& error) {
    std::ostringstream output;
    std::ostringstream message;
    const int code = program.exit(error, output, message);
    const bool fine = code == static_cast<int>(CLI::ExitCodes::Success);
    return {output.str(), message.str(), fine ? 0 : static_cast<int>(ExitCode::usage)};
}

}  // namespace

Request parse_command_line(int argc, char** argv) {
    CLI::App program("Course simulation and crowd flow for mass road races.", "gineste");
    Options options;
    program.set_version_flag("--version", std::string("gineste ") + kVersion);
    program.require_subcommand(1);
    program.failure_message(CLI::FailureMessage::simple);
    const CLI::App* run = add_run(program, options);
    const CLI::App* day = add_day(program, options);
    const CLI::App* check = add_check(program, options);
    const CLI::App* course = add_course(program, options);
    const CLI::App* forecast = add_forecast(program, options);
    const CLI::App* report = add_report(program, options);
    const CLI::App* size = add_size(program, options);
    const CLI::App* follow = add_follow(program, options);
    const CLI::App* fair = add_fair(program, options);
    const CLI::App* calibrate = add_calibrate(program, options);
    const CLI::App* validate = add_validate(program, options);
    const CLI::App* compare = add_compare(program, options.compare);
    const CLI::App* ensemble = add_ensemble(program, options.ensemble);
    const CLI::App* sweep = add_sweep(program, options.sweep);
    const CLI::App* optimise = add_optimise(program, options.optimise);
    add_explain(program, options);
    try {
        program.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return answer_to(program, error);
    }
    if (run->parsed()) return run_request(options);
    if (day->parsed()) return day_request(options);
    if (check->parsed()) return options.check;
    if (course->parsed()) return options.course;
    if (forecast->parsed()) return options.forecast;
    if (report->parsed()) return options.report;
    if (size->parsed()) return size_request(options);
    if (follow->parsed()) return follow_request(options);
    if (fair->parsed()) return options.fair;
    if (calibrate->parsed()) return options.calibrate;
    if (validate->parsed()) return options.validate;
    if (compare->parsed()) return options.compare;
    if (ensemble->parsed()) return options.ensemble;
    if (sweep->parsed()) return options.sweep;
    if (optimise->parsed()) return options.optimise;
    return explain_request(options);
}

}  // namespace gineste
