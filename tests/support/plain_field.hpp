// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

#include "course/course.hpp"
#include "field/field.hpp"
#include "scenario/scenario.hpp"

namespace gineste::test {

/// A field given by hand: everybody comes, stands in the order given and finishes, and runs the
/// same speed from start to finish on the flat. All in the first wave.
inline Field plain_field(const std::vector<double>& speeds_mps, double length_m) {
    Field field;
    for (std::size_t i = 0; i < speeds_mps.size(); ++i) {
        field.bib.push_back(static_cast<std::uint32_t>(i + 1));
        field.sex.push_back(Sex::man);
        field.wave.push_back(0);
        field.pen_rank.push_back(static_cast<std::uint32_t>(i));
        field.present.push_back(1);
        field.predicted_s.push_back(length_m / speeds_mps[i]);
        field.ideal_s.push_back(length_m / speeds_mps[i]);
        field.flat_speed_mps.push_back(static_cast<float>(speeds_mps[i]));
        field.hill_response.push_back(1.0F);
        field.drift.push_back(0.0F);
        field.withdraws_at_m.push_back(std::numeric_limits<double>::infinity());
    }
    return field;
}

/// One wave with its gun at nine, the line as wide as given, no run-up.
inline Scenario plain_start(double line_width_m) {
    Scenario scenario;
    scenario.name = "test";
    scenario.start.line_width_m = line_width_m;
    // What the line passes is all that counts: more come up to it, at their own pace.
    scenario.start.pen_density_per_m2 = 4.0;
    scenario.start.approach_speed_mps = 10.0;
    scenario.start.kept_gap_m = 0.0;
    WaveSpec wave;
    wave.name = "all";
    wave.gun_s = 9.0 * 3600.0;
    scenario.waves = {wave};
    return scenario;
}

/// A flat road of given widths, one from each chainage on, falling over the 5 m before it.
inline Course stepped_course(double length_m, const std::vector<std::pair<double, double>>& steps) {
    const Course straight = straight_course(length_m, 0.0, steps.front().second);
    std::vector<Leg> legs = straight.legs();
    for (Leg& leg : legs) {
        for (std::size_t k = 0; k < leg.width_m.size(); ++k) {
            for (const auto& [from_m, width_m] : steps) {
                if (leg.spacing_m * static_cast<double>(k) >= from_m) leg.width_m[k] = width_m;
            }
        }
    }
    return Course(legs, straight.route(), straight.sections(), straight.notes());
}

}  // namespace gineste::test
