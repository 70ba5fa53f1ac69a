// SPDX-License-Identifier: Apache-2.0
#include "study/follow.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iostream>

#include "app/commands.hpp"
#include "app/exit_code.hpp"
#include "app/tell_fit.hpp"
#include "app/whole_race.hpp"
#include "core/quantity.hpp"
#include "core/text.hpp"
#include "report/atomic_file.hpp"

namespace gineste {
namespace {

constexpr double kFastest = 0.12;  // s/m, 2:00/km

// "1:39" is an hour and 39 minutes where 99 s over the course would be faster than anybody.
Parsed<double> finish_s(const std::string& text, double length_m) {
    Parsed<double> parsed = parse_duration_s(text);
    if (!parsed || *parsed >= kFastest * length_m) return parsed;
    const bool one_colon = text.find(':') == text.rfind(':') && text.find(':') != text.npos;
    return one_colon ? parse_duration_s(text + ":00") : parsed;
}

int refuse(const std::string& message) {
    std::cerr << "gineste: " << message << "\n";
    return static_cast<int>(ExitCode::usage);
}

std::vector<std::string> wave_names(const Scenario& scenario) {
    std::vector<std::string> names;
    for (const WaveSpec& wave : scenario.waves) names.push_back(wave.name);
    return names;
}

bool knows_wave(const Scenario& scenario, const std::string& wave) {
    const std::vector<std::string> names = wave_names(scenario);
    return wave.empty() || std::find(names.begin(), names.end(), wave) != names.end();
}

}  // namespace

int follow(const FollowRequest& request) {
    if (request.finish.empty() == !request.bib.has_value()) {
        return refuse("say whom to follow: --finish 1:39 or --bib 1234.");
    }
    const Scenario scenario = load_scenario(request.scenario, request.overrides);
    tell_fit(scenario);
    if (!knows_wave(scenario, request.wave)) {
        return refuse("no wave is called '" + request.wave +
                      "'. Waves: " + joined(wave_names(scenario), ", ") + ".");
    }
    const Course course = survey_course(scenario);
    FollowWish wish{std::nullopt, request.bib, request.wave};
    if (!request.finish.empty()) {
        const auto finish = finish_s(request.finish, course.length_m());
        if (!finish || *finish < kFastest * course.length_m()) {
            return refuse(fmt::format("--finish is '{}' ({}). Write 1:39 or 1:39:30.",
                                      request.finish,
                                      finish ? "faster than 2:00 a kilometre" : finish.why));
        }
        wish.finish_s = *finish;
    }
    const Field field = draw_field(scenario, course);
    std::cerr << "simulating the race\n";
    const Record record = whole_race(scenario, course, field, request.threads);
    const auto plan = follow(scenario, course, field, record, wish);
    if (!plan) return refuse("nobody in this race is like that.");
    if (!request.gpx.empty()) publish_file(request.gpx, follow_gpx(*plan, record, course));
    print(request.answer == FollowRequest::Answer::json ? follow_json(*plan, record)
                                                        : follow_text(*plan, record));
    return 0;
}

}  // namespace gineste
