// SPDX-License-Identifier: Apache-2.0
#include "day/day.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <iostream>
#include <iterator>
#include <utility>

#include "app/commands.hpp"
#include "app/exit_code.hpp"
#include "app/input_hash.hpp"
#include "app/origin.hpp"
#include "app/stop_signal.hpp"
#include "app/version.hpp"
#include "core/csv.hpp"
#include "course/network_text.hpp"
#include "course/relief.hpp"
#include "exports/exports.hpp"
#include "report/atomic_files.hpp"
#include "report/day_json.hpp"
#include "report/day_text.hpp"
#include "report/output_folder.hpp"
#include "report/report.hpp"
#include "report/text_table.hpp"

namespace gineste {
namespace {

using Answer = RunRequest::Answer;
using Clock = std::chrono::steady_clock;

/// All that a day is made of; nothing in it moves once it is loaded.
struct Loaded {
    DaySpec spec;
    std::vector<Scenario> scenarios;
    Network network;
    std::vector<StationPass> stations;
    Inputs inputs;
};

// A race on a route has the terrain of the first line that has one, for the map on its page.
void complete(Loaded& day) {
    for (std::size_t k = 0; k < day.scenarios.size(); ++k) {
        CourseSpec& course = day.scenarios[k].course;
        course.length_m = day.network.routes[k].course.length_m();
        for (const LineSpec& line : day.spec.lines) {
            if (course.dem.empty()) course.dem = line.course.dem;
        }
    }
}

Loaded load(const DayRequest& request) {
    Loaded day;
    day.spec = load_day(request.day);
    day.scenarios = load_day_races(day.spec, request.overrides);
    day.network = survey_network(day.spec, day.scenarios);
    day.inputs = read_inputs(day.spec, day.scenarios);
    day.stations = place_stations(day.spec, day.network, day.scenarios);
    complete(day);
    return day;
}

/// One line on standard error, five times a second, where that is a terminal.
class DayProgress {
  public:
    DayProgress(const Scenario& first, Answer answer)
        : zone_(first.zone), shown_(answer != Answer::nothing && ::isatty(STDERR_FILENO) == 1) {}
    ~DayProgress() {
        if (shown_) std::fputs("\r\x1b[K", stderr);
    }
    DayProgress(const DayProgress&) = delete;
    DayProgress& operator=(const DayProgress&) = delete;

    void after_step(const Day& day) {
        const auto now = Clock::now();
        if (!shown_ || now < next_) return;
        next_ = now + std::chrono::milliseconds(200);
        std::string line = zone_.clock_text(day.first_gun_instant_s() + day.time_s());
        for (std::size_t k = 0; k < day.size(); ++k) {
            line += fmt::format("  {} on course, {} in", grouped(day.race(k).on_course()),
                                grouped(day.race(k).finished()));
        }
        std::fputs(("\r\x1b[K" + line).c_str(), stderr);
    }
    double elapsed_s() const {
        return std::chrono::duration<double>(Clock::now() - begin_).count();
    }

  private:
    Zone zone_;
    bool shown_ = false;
    Clock::time_point begin_ = Clock::now();
    Clock::time_point next_ = begin_;
};

/// What a day leaves behind.
struct Outcome {
    std::vector<Record> races;
    DayRecord day;
    double simulation_s = 0.0;
};

Outcome simulate(const DayRequest& request, const Loaded& loaded) {
    std::vector<DayRace> races;
    for (std::size_t k = 0; k < loaded.scenarios.size(); ++k) {
        const Course& course = loaded.network.routes[k].course;
        races.push_back({&loaded.scenarios[k], &course, draw_field(loaded.scenarios[k], course)});
    }
    RaceOptions options;
    options.threads = request.threads;
    DayProgress progress(loaded.scenarios.front(), request.answer);
    Day day(loaded.spec, loaded.network, std::move(races), loaded.stations, options);
    while (StopSignal::received() == 0 && day.advance()) progress.after_step(day);
    Outcome outcome;
    outcome.simulation_s = progress.elapsed_s();
    outcome.races = day.records();
    outcome.day =
        day_record(loaded.spec, loaded.network, outcome.races, day.starts_s(), day.holds());
    return outcome;
}

// "2-halfmarathon": of the name what any filesystem and any address takes.
std::string folder_of(std::size_t race, const std::string& name) {
    const std::string plain = folded_heading(name);
    return std::to_string(race + 1) + (plain.empty() ? "" : "-" + plain);
}

// A straight leg is nowhere: a map of it would show some place all the same.
bool is_on_earth(const DaySpec& day) {
    return std::none_of(day.legs.begin(), day.legs.end(),
                        [](const LegSpec& leg) { return leg.line.empty(); });
}

void add_race_files(const DayRequest& request, const Loaded& loaded, Outcome& outcome,
                    std::size_t race, std::vector<OutputFile>& all) {
    Record& record = outcome.races[race];
    record.input_sha256 = loaded.inputs.sha256;
    record.engine.simulation_s = outcome.simulation_s;
    const Course& course = loaded.network.routes[race].course;
    if (is_on_earth(loaded.spec)) record.relief = draw_relief(loaded.scenarios[race], course);
    const Findings findings = find_all(record);
    auto files = prepare_report(record, findings, kVersion, request.language);
    auto exports = prepare_exports(record, findings, kVersion, request.language);
    std::move(exports.begin(), exports.end(), std::back_inserter(files));
    files.push_back({kRaceManifest, manifest_json(files, origin_of_day(request, loaded.spec.name,
                                                                       {record}, loaded.inputs))});
    const std::string folder = folder_of(race, loaded.spec.races[race].name);
    for (OutputFile& file : files) {
        all.push_back({folder + "/" + file.name, std::move(file.bytes)});
    }
}

std::vector<OutputFile> all_files(const DayRequest& request, const Loaded& loaded,
                                  Outcome& outcome) {
    std::vector<OutputFile> files{{"day.json", day_json(outcome.day, kVersion)},
                                  {"day.schema.json", std::string(day_schema())},
                                  {"day.txt", day_text(outcome.day, Style::plain)},
                                  {"network.svg", network_svg(loaded.spec, loaded.network)},
                                  {"network.geojson", network_geojson(loaded.spec, loaded.network)},
                                  {"network.txt", network_table(loaded.spec, loaded.network)}};
    for (std::size_t race = 0; race < outcome.races.size(); ++race) {
        add_race_files(request, loaded, outcome, race, files);
    }
    if (!has_page()) return files;
    nlohmann::ordered_json page = day_document(outcome.day, kVersion);
    for (std::size_t race = 0; race < outcome.races.size(); ++race) {
        page["races"][race]["report"] =
            folder_of(race, loaded.spec.races[race].name) + "/report.html";
    }
    files.push_back({"day.html", day_page_html(page, request.language)});
    return files;
}

}  // namespace

int run_day(const DayRequest& request) {
    Loaded loaded = load(request);
    const std::filesystem::path folder =
        request.folder.empty() ? std::filesystem::path("out") / request.day.stem() : request.folder;
    check_output_folder(folder);
    const StopSignal stop;
    Outcome outcome = simulate(request, loaded);
    publish(folder, all_files(request, loaded, outcome), kDayManifest,
            origin_of_day(request, loaded.spec.name, outcome.races, loaded.inputs));
    if (request.answer == Answer::json) print(day_json(outcome.day, kVersion));
    if (request.answer == Answer::verdict) print(day_text(outcome.day, style_of_output()));
    if (request.answer != Answer::nothing) {
        std::cerr << fmt::format("{} simulated in {:.1f} s; report in {}\n",
                                 outcome.day.complete ? "Race day" : "Part of the race day",
                                 outcome.simulation_s, folder.string());
    }
    return outcome.day.complete ? 0 : 128 + StopSignal::received();
}

}  // namespace gineste
