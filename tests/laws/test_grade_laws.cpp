// SPDX-License-Identifier: Apache-2.0
// Slopes, against the figures of the sources (model notes, §§ 1 and 10).
#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <utility>

#include "motion/grade.hpp"
#include "motion/pacing.hpp"

namespace gineste {
namespace {

// A flat course on which `grade_at(chainage)` says the gradient instead.
template <class Grade>
Course course_of(double length_m, const Grade& grade_at) {
    const Course flat = straight_course(length_m, 0.0, 8.0);
    std::vector<Leg> legs = flat.legs();
    for (std::size_t k = 0; k < legs[0].grade.size(); ++k) {
        legs[0].grade[k] = grade_at(legs[0].spacing_m * static_cast<double>(k));
    }
    return Course(legs, flat.route(), flat.sections(), flat.notes());
}

PacingLaw law_without_lag(double length_m) {
    PacingLaw law;
    law.length_m = length_m;
    law.lag_climb_s = 0.0;
    law.lag_descent_s = 0.0;
    return law;
}

// Minetti et al. 2002, J Appl Physiol 93:1039.
TEST(GradeLaws, MinettiRunningIs5_968And2_152And19_426) {
    EXPECT_NEAR(minetti_running_cost(0.10), 5.968, 1e-3);
    EXPECT_NEAR(minetti_running_cost(-0.10), 2.152, 1e-3);
    EXPECT_NEAR(minetti_running_cost(0.45), 19.426, 1e-3);
}

TEST(GradeLaws, MinettiWalkingIs4_899And1_127And17_600) {
    EXPECT_NEAR(minetti_walking_cost(0.10), 4.899, 1e-3);
    EXPECT_NEAR(minetti_walking_cost(-0.10), 1.127, 1e-3);
    EXPECT_NEAR(minetti_walking_cost(0.45), 17.600, 1e-3);
}

// At constant power cost times speed stays what it is on the level, of runners and of walkers.
TEST(GradeLaws, MinettiKeepsThePower) {
    for (double gradient = -0.45; gradient <= 0.45; gradient += 0.01) {
        const double running_mps = 3.0 / grade_ratio(GradeLaw::minetti, gradient);
        EXPECT_NEAR(minetti_running_cost(gradient) * running_mps, 3.6 * 3.0, 1e-9);
        const double walking_mps = 1.5 / grade_ratio(GradeLaw::minetti_walking, gradient);
        EXPECT_NEAR(minetti_walking_cost(gradient) * walking_mps, 2.5 * 1.5, 1e-9);
    }
}

// Robb 2017, every node of § 1.3.
TEST(GradeLaws, TablePassesThroughItsTwentyNodes) {
    constexpr std::array<std::pair<int, double>, 20> nodes{
        {{-30, 1.495}, {-25, 1.273}, {-20, 1.081}, {-15, 0.941}, {-10, 0.876},
         {-8, 0.876},  {-6, 0.891},  {-4, 0.918},  {-2, 0.960},  {0, 1.000},
         {2, 1.055},   {4, 1.135},   {6, 1.228},   {8, 1.337},   {10, 1.459},
         {15, 1.846},  {20, 2.297},  {25, 2.727},  {30, 3.158},  {45, 4.286}}};
    for (const auto& [percent, ratio] : nodes) {
        EXPECT_NEAR(grade_ratio(GradeLaw::table, 0.01 * percent), ratio, 0.005 * ratio) << percent;
    }
}

// Kay 2012, values of § 1.2.
TEST(GradeLaws, KayIs1_5156And0_8567AndLeast0_8543) {
    EXPECT_NEAR(grade_ratio(GradeLaw::kay, 0.10), 1.5156, 0.005 * 1.5156);
    EXPECT_NEAR(grade_ratio(GradeLaw::kay, -0.10), 0.8567, 0.005 * 0.8567);
    EXPECT_NEAR(grade_ratio(GradeLaw::kay, -0.0885), 0.8543, 0.005 * 0.8543);
}

// Time over flat time, half the way at +4 %, half at −4 %; on a surveyed road, without lag.
TEST(GradeLaws, LoopOfFourPercentTakes1_0265ByTheTableAnd1_030ByKay) {
    constexpr double length_m = 20000.0;
    const Course loop =
        course_of(length_m, [](double at_m) { return at_m < 0.5 * length_m ? 0.04 : -0.04; });
    const auto cost = [&](GradeLaw grade) {
        const Road road(loop, StartSpec{}, grade, 0.0);
        return ideal_time_s(road, law_without_lag(length_m), 3.2, 1.0, 0.0) / (length_m / 3.2);
    };
    const auto formula = [](GradeLaw grade) {
        return 0.5 * (grade_ratio(grade, 0.04) + grade_ratio(grade, -0.04));
    };
    EXPECT_NEAR(formula(GradeLaw::table), 1.0265, 0.001 * 1.0265);
    EXPECT_NEAR(formula(GradeLaw::kay), 1.030, 0.001 * 1.030);
    EXPECT_NEAR(cost(GradeLaw::table), 1.0265, 0.001 * 1.0265);
    EXPECT_NEAR(cost(GradeLaw::kay), 1.030, 0.001 * 1.030);
    EXPECT_NEAR(cost(GradeLaw::minetti), 1.021, 0.001 * 1.021);
}

// Seconds from the foot or the top of a kilometre of slope until less than 5 % is left of the step
// between the speed there and level speed: that is what "disturbed" means here, and takes three
// lag times. The runner comes from a kilometre on the level and steps by half a second.
double disturbed_s(double slope) {
    const Course course = course_of(
        4000.0, [&](double at_m) { return at_m > 1000.0 && at_m < 2000.0 ? slope : 0.0; });
    const Road road(course, StartSpec{}, GradeLaw::table, 0.0);
    const PacingLaw law = pacing_law(Scenario{}, course.length_m());
    constexpr double step_s = 0.5;
    const PacingLaw::Lag lag = law.lag_over(step_s);
    float hills = 1.0F;
    float step = 0.0F;
    double at_m = 0.0;
    double after_s = 0.0;
    while (at_m < course.length_m()) {
        if (at_m < 2000.0) step = hills - 1.0F;
        if (at_m >= 2000.0 && std::abs(hills - 1.0F) <= 0.05F * std::abs(step)) return after_s;
        hills = lag.next(hills, PacingLaw::hill_factor(road.log_grade_ratio(at_m), 1.0F));
        at_m += step_s * 3.2 * static_cast<double>(hills);
        if (at_m >= 2000.0) after_s += step_s;
    }
    return after_s;
}

// Townshend et al. 2010, MSSE 42:160: 78.4 ± 7.0 s and 23.6 ± 2.2 s.
TEST(GradeLaws, LevelSpeedIsDisturbed78SecondsAfterAClimbAnd24AfterADescent) {
    EXPECT_NEAR(disturbed_s(0.08), 78.0, 15.0);
    EXPECT_NEAR(disturbed_s(-0.08), 24.0, 6.0);
    RecordProperty("after_climb_s", std::to_string(disturbed_s(0.08)));
    RecordProperty("after_descent_s", std::to_string(disturbed_s(-0.08)));
}

}  // namespace
}  // namespace gineste
