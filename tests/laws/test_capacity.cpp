// SPDX-License-Identifier: Apache-2.0
// What a narrow road carries when more want in than it takes: model notes, § 2.3 (2.0-2.4 /s/m at
// 1.1-1.6 /m2) and § 3.5 (steady from 115 runners for each metre of width: Liao 2015). Both are
// missed: the law carries 2.4 /s/m in even flow, and 2.2 /s/m come through a line as wide as the
// road, but of those who merge from three times the width 1.67 /s/m pass, and run freely inside.
#include <gtest/gtest.h>

#include "support/corridor.hpp"
#include "support/figures.hpp"

namespace gineste {
namespace {

/// Inside the narrow part, once the queue before it stands and long before it is gone.
test::CorridorFlow inside_a_long_narrowing(double width_m, std::uint64_t seed) {
    const double wide_m = 3.0 * width_m;
    const int runners = static_cast<int>(750.0 * width_m);  // 750 for each metre
    Scenario scenario = test::plain_scenario(runners, 2.9);
    scenario.seed = scenario.behaviour_seed = seed;
    scenario.field.speed_mps = {2.9, 0.4, 1.5, 5.0};
    test::set_width(scenario, wide_m);
    test::set_approach_speed(scenario.start, test::kOwnPace);
    const Course course = test::narrowing_course(700.0, 300.0, wide_m, width_m);
    // The first are there after 90 s; 750 runners a metre take 300 s at 2.5 /s/m.
    test::Edie edie({400.0, 500.0, width_m}, {200.0, 320.0});
    test::run_watched(
        scenario, course, draw_field(scenario, course),
        [&](test::Film& film, double time_s) { edie.see(film, time_s, scenario.step_s); }, 320.0);
    return {edie.density_per_m2(), edie.speed_mps(), edie.flow_per_s_per_m()};
}

// Today's figures, and how far they may move unnoticed.
constexpr double kFlowToday = 1.67;     // /s/m
constexpr double kDensityToday = 0.75;  // /m2
constexpr double kBand = 0.04;

TEST(Capacity, OfALongNarrowingIsThatOfTheMergingBeforeIt) {
    for (const double width_m : {4.0, 6.5}) {
        std::vector<double> flow;
        std::vector<double> density;
        for (std::uint64_t seed = 1; seed <= 3; ++seed) {
            const test::CorridorFlow seen = inside_a_long_narrowing(width_m, seed);
            flow.push_back(seen.flow_per_s_per_m);
            density.push_back(seen.density_per_m2);
        }
        test::tell(
            "narrowing to %.1f m: %.2f /s/m (law: 2.0-2.5, missed) at %.2f /m2 (law: 1.1-1.6, "
            "missed)",
            width_m, test::mean(flow), test::mean(density));
        EXPECT_NEAR(test::mean(flow), kFlowToday, kBand * kFlowToday);
        EXPECT_NEAR(test::mean(density), kDensityToday, kBand * kDensityToday);
    }
}

}  // namespace
}  // namespace gineste
