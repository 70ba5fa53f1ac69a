// SPDX-License-Identifier: Apache-2.0
#include "forecast/forecast.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <iostream>
#include <vector>

#include "app/commands.hpp"
#include "app/exit_code.hpp"
#include "app/tell_fit.hpp"
#include "app/version.hpp"
#include "report/atomic_file.hpp"
#include "report/forecast_json.hpp"
#include "report/forecast_text.hpp"

namespace gineste {
namespace {

constexpr double kUsualMarks = 5000.0;  // m

// Ascending chainages, each once; every 5 km where none is asked for.
std::vector<double> marks_m(const ForecastRequest& request, double length_m) {
    std::vector<double> marks;
    for (const double km : request.marks_km) marks.push_back(1000.0 * km);
    if (marks.empty()) {
        for (double at_m = kUsualMarks; at_m < length_m; at_m += kUsualMarks) marks.push_back(at_m);
    }
    std::sort(marks.begin(), marks.end());
    marks.erase(std::unique(marks.begin(), marks.end()), marks.end());
    if (!marks.empty() && marks.back() == length_m) marks.pop_back();  // comes by itself
    return marks;
}

}  // namespace

int forecast(const ForecastRequest& request) {
    const Scenario scenario = load_scenario(request.scenario, request.overrides);
    tell_fit(scenario);
    const Course course = survey_course(scenario);
    const std::vector<double> marks = marks_m(request, course.length_m());
    if (!marks.empty() && marks.back() > course.length_m()) {
        std::cerr << fmt::format("gineste: --at {} km lies beyond the finish (km {}).\n",
                                 marks.back() / 1000.0, course.length_m() / 1000.0);
        return static_cast<int>(ExitCode::usage);
    }
    const Field field = draw_field(scenario, course);

    const auto begin = std::chrono::steady_clock::now();
    const ForecastOptions options{request.crowd ? Crowd::costs_time : Crowd::ignored, 1};
    const Forecast forecast = forecast_race(scenario, course, field, marks, options);
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begin;

    if (!request.json.empty()) {
        publish_file(request.json, forecast_json(forecast, taken.count(), kVersion));
    }
    print(forecast_text(forecast, style_of_output()));
    std::cerr << fmt::format("Forecast in {:.1f} ms on one thread{}\n", 1e3 * taken.count(),
                             request.json.empty() ? "" : "; as JSON in " + request.json.string());
    return 0;
}

}  // namespace gineste
