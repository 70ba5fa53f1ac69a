// SPDX-License-Identifier: Apache-2.0
#include "calibration/calibrate.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iostream>

#include "app/commands.hpp"
#include "app/tell_fit.hpp"
#include "app/timed_race.hpp"
#include "calibration/calibrate_text.hpp"
#include "calibration/crowd_loss.hpp"
#include "core/read_back.hpp"
#include "course/course.hpp"
#include "report/atomic_file.hpp"
#include "results/results.hpp"
#include "scenario/fragment.hpp"

namespace gineste {
namespace {

// Each race is run with what the one before has left.
void take_out_crowds(const CalibrateRequest& request, const Results& results, const Course& course,
                     Calibration& found) {
    const Scenario as_given = load_scenario(request.scenario, request.overrides);
    tell_fit(as_given);
    for (int k = 0; k < request.races; ++k) {
        std::cerr << fmt::format("race {} of {}\n", k + 1, request.races);
        Scenario fitted = as_given;
        apply_fragment_text(fragment_text(found, results, as_given), "fragment", fitted,
                            FittedWaves::fragment);
        const Results run = timed_race(fitted, course, results.marks_m, request.threads);
        take_out_crowd(results, run, course.length_m(), found);
    }
}

}  // namespace

int calibrate(const CalibrateRequest& request) {
    const Scenario scenario = load_scenario(request.scenario, request.overrides);
    tell_fit(scenario);
    const Course course = survey_course(scenario);
    const Results results = read_results(request.results, scenario, course.length_m());
    std::cerr << broken_text(results);
    Calibration found = calibrate(results, scenario, course);
    if (found.has_times) take_out_crowds(request, results, course, found);
    const std::string fragment = fragment_text(found, results, scenario);
    require_read_back("the fragment", [&] {
        Scenario read = scenario;
        apply_fragment_text(fragment, "fragment", read, FittedWaves::fragment);
        return std::equal(read.waves.begin(), read.waves.end(), scenario.waves.begin(),
                          scenario.waves.end(),
                          [](const WaveSpec& a, const WaveSpec& b) { return a.name == b.name; });
    });
    if (request.fragment.empty()) {
        std::cerr << calibrate_text(found, results, scenario);
        print(fragment);
    } else {
        publish_file(request.fragment, fragment);
        print(calibrate_text(found, results, scenario));
    }
    std::filesystem::path picture = request.picture;
    if (picture.empty() && !request.fragment.empty()) {
        picture = std::filesystem::path(request.fragment).replace_extension(".svg");
    }
    if (!picture.empty()) publish_file(picture, fit_picture(found, scenario));
    return 0;
}

}  // namespace gineste
