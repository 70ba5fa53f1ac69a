// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <algorithm>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "course/course.hpp"
#include "field/field.hpp"
#include "race/race.hpp"
#include "scenario/scenario.hpp"

namespace gineste::test {

/// One wave of `runners` who all run `speed_mps` on the flat, with no noise, drift or no-show:
/// the plainest race, for tests to change what they are about.
inline Scenario plain_scenario(int runners, double speed_mps) {
    Scenario scenario;
    scenario.name = "test";
    scenario.field.law = AbilityLaw::normal_speed;
    scenario.field.speed_mps = {speed_mps, 0.0, 0.5, 7.0};
    scenario.field.no_show_share = 0.0;
    scenario.field.withdraw_share = 0.0;
    scenario.field.hill_response_sd = 0.0;
    scenario.field.missed_seeding_share = 0.0;
    scenario.field.drift = 0.0;
    scenario.field.noise_sd = 0.0;
    WaveSpec wave;
    wave.name = "all";
    wave.entrants = runners;
    wave.gun_s = 9.0 * 3600.0;
    scenario.waves = {wave};
    return scenario;
}

/// Adds a wave with a gun `after_s` after the first.
inline void add_wave(Scenario& scenario, int runners, double after_s) {
    WaveSpec wave = scenario.waves.front();
    wave.name = "wave " + std::to_string(scenario.waves.size() + 1);
    wave.entrants = runners;
    wave.gun_s = *scenario.waves.front().gun_s + after_s;
    scenario.waves.push_back(wave);
}

/// A flat road that is `before_m` wide up to `at_m` and `after_m` beyond, with a 30 m taper.
inline Course narrowing_course(double length_m, double at_m, double before_m, double after_m) {
    const Course straight = straight_course(length_m, 0.0, before_m);
    std::vector<Leg> legs = straight.legs();
    for (Leg& leg : legs) {
        for (std::size_t k = 0; k < leg.width_m.size(); ++k) {
            const double along_m = leg.spacing_m * static_cast<double>(k) - at_m;
            const double part = std::min(1.0, std::max(0.0, along_m / 30.0));
            leg.width_m[k] = before_m + part * (after_m - before_m);
        }
    }
    return Course(legs, straight.route(), straight.sections(), straight.notes());
}

/// Runs a race to its end, on one thread unless told otherwise.
inline Record run(const Scenario& scenario, const Course& course,
                  RaceOptions options = {1, best_instruction_set()}) {
    Race race(scenario, course, draw_field(scenario, course), options);
    while (race.advance()) {
    }
    return race.record();
}

}  // namespace gineste::test
