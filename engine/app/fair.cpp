// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iostream>

#include "app/commands.hpp"
#include "app/exit_code.hpp"
#include "app/tell_fit.hpp"
#include "app/whole_race.hpp"
#include "core/quantity.hpp"
#include "core/read_back.hpp"
#include "study/fair_starts.hpp"

namespace gineste {

int fair(const FairRequest& request) {
    std::optional<double> share;
    if (!request.share.empty()) {
        const auto parsed = parse_share(request.share);
        if (!parsed || *parsed <= 0.0 || *parsed >= 1.0) {
            std::cerr << fmt::format("gineste: --share is '{}' ({}). Write 28 % or 0.28.\n",
                                     request.share, parsed ? "nobody or everybody" : parsed.why);
            return static_cast<int>(ExitCode::usage);
        }
        share = *parsed;
    }
    const Scenario scenario = load_scenario(request.scenario, request.overrides);
    tell_fit(scenario);
    const Course course = survey_course(scenario);
    const Field field = draw_field(scenario, course);
    const auto run = [&](const Scenario& trial) {
        return whole_race(trial, course, field, request.threads);
    };
    const FairStarts found = fair_starts(scenario, share, request.most_runs, run);
    require_read_back("the patch", [&] {
        const Scenario read =
            parse_scenario(fair_patch(found, scenario), scenario.file.parent_path() / "fair.yaml");
        return std::equal(found.waves.begin(), found.waves.end(), read.waves.begin(),
                          read.waves.end(), [](const FairWave& fair, const WaveSpec& wave) {
                              return fair.name == wave.name && wave.gun_s &&
                                     std::abs(*wave.gun_s - fair.fair_gun_s) <= 0.5;
                          });
    });
    print(fair_text(found, scenario));
    return 0;
}

}  // namespace gineste
