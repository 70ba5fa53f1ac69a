// SPDX-License-Identifier: Apache-2.0
// A runner with the road to himself.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "motion/grade.hpp"
#include "motion/pacing.hpp"
#include "motion/road.hpp"
#include "support/figures.hpp"
#include "support/watched_run.hpp"

namespace gineste {
namespace {

// T = L·f(g)/v. The runner comes to the line at speed, so that no start is in the time.
TEST(Alone, OnAConstantGradeTakesDistanceTimesRatioOverSpeed) {
    for (const double grade : {-0.08, -0.03, 0.0, 0.02, 0.05, 0.11}) {
        for (const GradeLaw law : {GradeLaw::table, GradeLaw::kay, GradeLaw::minetti}) {
            Scenario scenario = test::plain_scenario(1, 3.0);
            scenario.motion.grade = law;
            scenario.start.run_up_m = 40.0;
            scenario.start.approach_speed_mps = 10.0;
            const Record record = test::run_watched(scenario, straight_course(20000.0, grade, 8.0));
            const double net_s = record.runners.finish_s[0] - record.runners.start_s[0];
            EXPECT_NEAR(net_s, 20000.0 * grade_ratio(law, grade) / 3.0, 0.1)
                << "grade " << grade << ", law " << static_cast<int>(law);
            EXPECT_LT(record.runners.lost_s[0], 0.1F);
        }
    }
}

// On the level T = L/v, and a place is a whole number of eighths of a millimetre.
TEST(Alone, OnTheLevelTakesDistanceOverSpeedToTheMillisecond) {
    double most_s = 0.0;
    for (const double speed_mps : {2.0, 2.7, 2.9, 3.1, 4.3, 5.9}) {
        for (const double length_m : {1000.0, 10000.0, 42195.0}) {
            Scenario scenario = test::plain_scenario(1, speed_mps);
            scenario.start.run_up_m = 40.0;
            scenario.start.approach_speed_mps = 10.0;
            const Record record = test::run_watched(scenario, straight_course(length_m, 0.0, 8.0));
            const double net_s = record.runners.finish_s[0] - record.runners.start_s[0];
            most_s = std::max(most_s, std::abs(net_s - length_m / speed_mps));
        }
    }
    test::tell("alone on the level, net time - distance / speed: at most %.4f ms", 1e3 * most_s);
    EXPECT_LT(most_s, 1e-3);
}

/// All that a field is drawn with, on a warm and windy day; only the noise of the pace is left out,
/// which ideal times leave out too.
Scenario one_drawn(std::uint64_t seed) {
    Scenario scenario = test::plain_scenario(1, 3.0);
    scenario.field = FieldSpec{};
    scenario.field.no_show_share = scenario.field.withdraw_share = 0.0;
    scenario.field.noise_sd = 0.0;
    scenario.seed = seed;
    scenario.start.run_up_m = 40.0;
    scenario.start.approach_speed_mps = 10.0;
    scenario.weather.temperature_c = 24.0;
    scenario.weather.humidity = 0.6;
    scenario.weather.wind_speed_mps = 4.0;
    if (seed % 2 == 0) {  // another shape of the fade
        scenario.field.drift_from = 0.55;
        scenario.field.drift_to = 1.07;
        scenario.field.drift_sooner = 1.6;
        scenario.field.end_spurt = 0.2;
        scenario.weather.drift_per_c = 0.04;
    }
    return scenario;
}

// The field takes its ideal times from a table, good to a second in three hours.
TEST(Alone, ADrawnRunnerTakesTheTimeOfThePacingLawAndTheIdealTimeToASecond) {
    const Course course = straight_course(20000.0, 0.01, 8.0);
    double off_law_s = 0.0;
    double off_ideal_s = 0.0;
    for (std::uint64_t seed = 1; seed <= 8; ++seed) {
        const Scenario scenario = one_drawn(seed);
        const Field field = draw_field(scenario, course);
        const Record record =
            test::run_watched(scenario, course, field, [](test::Film&, double) {});
        const double net_s = record.runners.finish_s[0] - record.runners.start_s[0];
        const Road road(course, scenario.start, scenario.motion.grade, 0.0, scenario.weather);
        const double law_s = ideal_time_s(road, pacing_law(scenario, course.length_m()),
                                          double{field.flat_speed_mps[0]},
                                          double{field.hill_response[0]}, double{field.drift[0]});
        off_law_s = std::max(off_law_s, std::abs(net_s - law_s));
        off_ideal_s = std::max(off_ideal_s, std::abs(net_s - field.ideal_s[0]));
    }
    test::tell(
        "drawn, alone over 20 km: off the pacing law by at most %.3f s, off the ideal time "
        "by %.3f s",
        off_law_s, off_ideal_s);
    EXPECT_LT(off_law_s, 0.2);
    EXPECT_LT(off_ideal_s, 1.0);
}

TEST(Alone, StandingStartCostsHalfTheTimeToReachSpeed) {
    const Scenario scenario = test::plain_scenario(1, 3.0);
    const Record record = test::run_watched(scenario, straight_course(1000.0, 0.0, 8.0));
    const double late_s = record.runners.finish_s[0] - 1000.0 / 3.0;
    EXPECT_NEAR(late_s, 0.5 * 3.0 / scenario.motion.acceleration_mps2, 0.3);
}

TEST(Alone, HalfTheStepMovesTheFinishByLessThanATenth) {
    Scenario scenario = test::plain_scenario(1, 3.1);
    scenario.start.run_up_m = 40.0;
    scenario.start.approach_speed_mps = 10.0;
    scenario.field.drift = 0.14;
    const Course course = straight_course(5000.0, 0.03, 8.0);
    const double whole_s = test::run_watched(scenario, course).runners.finish_s[0];
    scenario.step_s = 0.25;
    EXPECT_NEAR(test::run_watched(scenario, course).runners.finish_s[0], whole_s, 0.1);
}

}  // namespace
}  // namespace gineste
