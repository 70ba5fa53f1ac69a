// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "field/field.hpp"
#include "support/small_race.hpp"

namespace gineste {
namespace {

Scenario drawn_scenario(int runners) {
    Scenario scenario = test::plain_scenario(runners, 3.0);
    scenario.field = FieldSpec{};
    scenario.field.no_show_share = 0.0;
    return scenario;
}

double median(std::vector<double> values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

std::vector<double> ideal_times_of(const Field& field, Sex sex) {
    std::vector<double> times_s;
    for (std::size_t i = 0; i < field.size(); ++i) {
        if (field.sex[i] == sex) times_s.push_back(field.ideal_s[i]);
    }
    return times_s;
}

// 20 km of Brussels 2026, net times: men 6746 s, women 7870 s; p10 5590 s, median 7167 s, p90
// 9467 s of 39,557 in the histogram. The defaults are its shape with the median at two hours, so
// quantiles are compared as shares of the median.
TEST(Field, DefaultHasTheShapeOfBrusselsAndAMedianOfTwoHours) {
    const Scenario scenario = drawn_scenario(40000);
    const Course course = straight_course(20000.0, 0.0, 8.0);
    const Field field = draw_field(scenario, course);
    std::vector<double> all_s = field.ideal_s;
    std::sort(all_s.begin(), all_s.end());
    const auto share = [&](double p) {
        return all_s[static_cast<std::size_t>(p * 40000.0)] / all_s[20000];
    };
    EXPECT_NEAR(all_s[20000], 7200.0, 40.0);
    EXPECT_NEAR(share(0.10), 5590.0 / 7167.0, 0.015);
    EXPECT_NEAR(share(0.90), 9467.0 / 7167.0, 0.025);
    const double men_s = median(ideal_times_of(field, Sex::man));
    const double women_s = median(ideal_times_of(field, Sex::woman));
    EXPECT_NEAR(women_s / men_s, 7870.0 / 6746.0, 0.01);
    const auto women = std::count(field.sex.begin(), field.sex.end(), Sex::woman);
    EXPECT_NEAR(static_cast<double>(women) / 40000.0, 0.39, 0.01);
}

TEST(Field, TimesGivenByQuantilesHaveThem) {
    Scenario scenario = drawn_scenario(20000);
    const std::vector<TimeQuantile> quantiles{
        {{}, 0.1, 5000.0}, {{}, 0.5, 6000.0}, {{}, 0.6, 7500.0}, {{}, 0.9, 8000.0}};
    scenario.field.men.quantiles = quantiles;
    scenario.field.women.quantiles = quantiles;
    std::vector<double> all_s = draw_field(scenario, straight_course(20000.0, 0.0, 8.0)).ideal_s;
    std::sort(all_s.begin(), all_s.end());
    for (const TimeQuantile& quantile : quantiles) {
        const auto under = std::upper_bound(all_s.begin(), all_s.end(), quantile.time_s);
        EXPECT_NEAR(static_cast<double>(under - all_s.begin()) / 20000.0, quantile.share, 0.012);
    }
}

TEST(Field, SelfPredictionIsTooHopefulByWhatTheScenarioSays) {
    const Scenario scenario = drawn_scenario(20000);
    const Field field = draw_field(scenario, straight_course(20000.0, 0.0, 8.0));
    double sum = 0.0;
    double count = 0.0;
    for (std::size_t i = 0; i < field.size(); ++i) {
        if (field.sex[i] != Sex::man) continue;
        sum += std::log(field.ideal_s[i] / field.predicted_s[i]);
        count += 1.0;
    }
    EXPECT_NEAR(sum / count, scenario.field.prediction_bias_men, 4.0 * 0.07 / std::sqrt(count));
}

TEST(Field, NoShowsAndWithdrawalsComeAtTheirShares) {
    Scenario scenario = drawn_scenario(20000);
    scenario.field.no_show_share = 0.12;
    scenario.field.withdraw_share = 0.05;
    const Field field = draw_field(scenario, straight_course(20000.0, 0.0, 8.0));
    const auto present = std::count(field.present.begin(), field.present.end(), 1);
    EXPECT_NEAR(static_cast<double>(present) / 20000.0, 0.88, 0.01);
    const auto staying = std::count_if(field.withdraws_at_m.begin(), field.withdraws_at_m.end(),
                                       [](double at_m) { return std::isinf(at_m); });
    EXPECT_NEAR(static_cast<double>(staying) / 20000.0, 0.95, 0.01);
}

TEST(Field, OneMoreEntrantChangesNobodyElse) {
    const Course course = straight_course(20000.0, 0.0, 8.0);
    const Field fewer = draw_field(drawn_scenario(500), course);
    const Field more = draw_field(drawn_scenario(501), course);
    for (std::size_t i = 0; i < 500; ++i) {
        EXPECT_EQ(fewer.ideal_s[i], more.ideal_s[i]);
        EXPECT_EQ(fewer.hill_response[i], more.hill_response[i]);
    }
}

TEST(Field, BehaviourSeedMovesNobodysAbility) {
    const Course course = straight_course(20000.0, 0.0, 8.0);
    Scenario scenario = drawn_scenario(500);
    const Field before = draw_field(scenario, course);
    scenario.behaviour_seed = 99;
    EXPECT_EQ(before.ideal_s, draw_field(scenario, course).ideal_s);
    scenario.seed = 99;
    EXPECT_NE(before.ideal_s, draw_field(scenario, course).ideal_s);
}

TEST(Field, SlowerRunnersFadeMore) {
    const Field field = draw_field(drawn_scenario(2000), straight_course(20000.0, 0.0, 8.0));
    for (std::size_t i = 0; i + 1 < field.size(); ++i) {
        const std::size_t slow = field.ideal_s[i] > field.ideal_s[i + 1] ? i : i + 1;
        const std::size_t fast = slow == i ? i + 1 : i;
        EXPECT_GE(field.drift[slow], field.drift[fast]);
    }
}

}  // namespace
}  // namespace gineste
