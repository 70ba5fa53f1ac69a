// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <algorithm>
#include <cmath>
#include <string>

#include "gineste.hpp"
#include "report/findings.hpp"

namespace gineste::test {

/// One of the scenarios that are shipped, whole.
inline Scenario shipped(const std::string& name) {
    return load_scenario(std::string(GINESTE_SOURCE_DIR) + "/scenarios/" + name + ".yaml");
}

/// The same with a share of its runners, of those who are named all; one is the least in a wave.
/// Lines, roads and tables stay, so that it says nothing of crowds.
inline Scenario scaled(Scenario scenario, double share) {
    scenario.field.entrants = 0;
    for (WaveSpec& wave : scenario.waves) {
        const auto named =
            std::count_if(scenario.named.begin(), scenario.named.end(),
                          [&](const NamedSpec& one) { return one.wave == wave.name; });
        const auto wanted = static_cast<int>(std::lround(share * wave.entrants));
        wave.entrants = std::max({wanted, static_cast<int>(named), 1});
        scenario.field.entrants += wave.entrants;
    }
    return scenario;
}

/// A race that was run, and what a report says of it.
struct RunOnce {
    explicit RunOnce(Scenario scenario_)
        : scenario(std::move(scenario_)),
          course(survey_course(scenario)),
          field(draw_field(scenario, course)) {
        Race race(scenario, course, field);
        while (race.advance()) {
        }
        record = race.record();
        findings = find_all(record);
    }
    double net_s(std::size_t named) const { return findings.named.at(named).net_s; }
    double ideal_s(std::size_t named) const { return field.ideal_s[field.named.at(named).value]; }

    Scenario scenario;
    Course course;
    Field field;
    Record record;
    Findings findings;
};

}  // namespace gineste::test
