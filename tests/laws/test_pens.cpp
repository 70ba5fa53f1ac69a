// SPDX-License-Identifier: Apache-2.0
// What comes over a start line, against counts from video at the Sunshine Coast races (Peckover,
// Raineri & Scanlan 2022, Sports 10(9):132; model notes, § 2.3).
#include <gtest/gtest.h>

#include <algorithm>

#include "support/corridor.hpp"
#include "support/figures.hpp"

namespace gineste {
namespace {

constexpr int kSeeds = 3;
constexpr double kLineWidth = 8.0;  // m

// Runners per second and metre of line between the first and the last tenth of a wave.
double flow_over_line(const RunnerRecord& runners, std::uint16_t wave) {
    std::vector<double> over_s;
    for (std::size_t i = 0; i < runners.wave.size(); ++i) {
        if (runners.wave[i] == wave) over_s.push_back(runners.start_s[i]);
    }
    std::sort(over_s.begin(), over_s.end());
    const std::size_t tenth = over_s.size() / 10;
    const double taken_s = over_s[9 * tenth] - over_s[tenth];
    return static_cast<double>(8 * tenth) / taken_s / kLineWidth;
}

Scenario pen(int runners, double density_per_m2, std::uint64_t seed) {
    Scenario scenario = test::plain_scenario(runners, 2.9);
    scenario.seed = scenario.behaviour_seed = seed;
    scenario.field.speed_mps = {2.9, 0.4, 1.5, 5.0};
    scenario.start.pen_density_per_m2 = density_per_m2;
    test::set_width(scenario, kLineWidth);
    return scenario;
}

// Mean over waves and seeds.
double mean_flow(int waves, double density_per_m2, double approach_mps) {
    std::vector<double> flows;
    for (std::uint64_t seed = 1; seed <= kSeeds; ++seed) {
        Scenario scenario = pen(2000 / waves, density_per_m2, seed);
        test::set_approach_speed(scenario.start, approach_mps);
        scenario.start.kept_gap_m = StartSpec{}.kept_gap_m;
        for (int k = 1; k < waves; ++k) test::add_wave(scenario, 2000 / waves, 300.0 * k);
        const Record record = test::run_watched(scenario, straight_course(400.0, 0.0, kLineWidth));
        for (int wave = 0; wave < waves; ++wave) {
            flows.push_back(flow_over_line(record.runners, static_cast<std::uint16_t>(wave)));
        }
    }
    return test::mean(flows);
}

// 102-152 a minute and metre, without controls.
TEST(Pens, WithoutControlsLetOneSevenToTwoFiveOverEachMetreOfLine) {
    for (const double density_per_m2 : {1.5, 2.0, 2.5, 3.0}) {
        const double flow = mean_flow(1, density_per_m2, test::kOwnPace);
        test::tell("uncontrolled pen at %.1f /m2: %.2f /s/m (law: 1.70-2.53)", density_per_m2,
                   flow);
        EXPECT_GE(flow, 1.70) << density_per_m2;
        EXPECT_LE(flow, 2.53) << density_per_m2;
    }
}

// 36-59 a minute and metre, with waves that walk up to the line.
TEST(Pens, WithWavesLetPointSixToOneOverEachMetreOfLine) {
    for (const double density_per_m2 : {0.5, 0.8, 1.2}) {
        const double flow = mean_flow(4, density_per_m2, StartSpec{}.approach_speed_mps);
        test::tell("pen with waves at %.1f /m2: %.2f /s/m (law: 0.60-0.98 +- 15 %%)",
                   density_per_m2, flow);
        EXPECT_GE(flow, 0.85 * 0.60) << density_per_m2;
        EXPECT_LE(flow, 1.15 * 0.98) << density_per_m2;
    }
}

}  // namespace
}  // namespace gineste
