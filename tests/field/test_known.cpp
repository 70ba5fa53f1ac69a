// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "field/field.hpp"
#include "support/small_race.hpp"

namespace gineste {
namespace {

Scenario usual(int runners) {
    Scenario scenario = test::plain_scenario(runners, 3.0);
    scenario.field = FieldSpec{};
    return scenario;
}

Field drawn(const Scenario& scenario) {
    return draw_field(scenario, straight_course(5000.0, 0.0, 8.0));
}

NamedSpec named(const std::string& name, double finish_s) {
    NamedSpec spec;
    spec.name = name;
    spec.wave = "all";
    spec.finish_s = finish_s;
    return spec;
}

double mean(const std::vector<double>& values) {
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

TEST(Named, TakeTheLastPlacesAndTheirOwnTimes) {
    Scenario scenario = usual(100);
    scenario.field.no_show_share = 0.5;
    scenario.named = {named("One", 900.0), named("Two", 1200.0)};
    scenario.named[1].bib = 7001.0;
    scenario.named[1].sex = NamedSex::woman;
    const Field field = drawn(scenario);
    ASSERT_EQ(field.size(), 100U);
    EXPECT_EQ(field.named, (std::vector<RunnerId>{RunnerId(98), RunnerId(99)}));
    EXPECT_NEAR(field.ideal_s[98], 900.0, 0.5);
    EXPECT_NEAR(field.ideal_s[99], 1200.0, 0.5);
    EXPECT_EQ(field.bib[99], 7001U);
    EXPECT_EQ(field.sex[99], Sex::woman);
    EXPECT_TRUE(field.present[98] && field.present[99]);
    EXPECT_TRUE(std::isinf(field.withdraws_at_m[98]));
}

TEST(Named, StandInTheirWaveEvenWhereWavesHaveTimesOfTheirOwn) {
    Scenario scenario = usual(100);
    test::add_wave(scenario, 50, 300.0);
    scenario.waves[0].women_share = 0.1;
    scenario.named = {named("One", 900.0), named("Two", 1200.0)};
    const Field field = drawn(scenario);
    EXPECT_EQ(std::count(field.wave.begin(), field.wave.end(), 0), 100);
    EXPECT_EQ(field.wave[field.named[0].value], 0);
}

TEST(Groups, SlowTheirShareOfTheFieldAndLeavePredictionsAlone) {
    Scenario scenario = usual(4000);
    const Field before = drawn(scenario);
    scenario.groups = {{{}, "costumes", 0.25, 0.8}};
    const Field after = drawn(scenario);
    std::size_t slowed = 0;
    for (std::size_t i = 0; i < before.size(); ++i) {
        if (after.flat_speed_mps[i] == before.flat_speed_mps[i]) continue;
        ++slowed;
        EXPECT_NEAR(after.flat_speed_mps[i] / before.flat_speed_mps[i], 0.8F, 1e-5F);
        EXPECT_GT(after.ideal_s[i], before.ideal_s[i]);
    }
    EXPECT_NEAR(static_cast<double>(slowed), 1000.0, 4.0 * std::sqrt(4000.0 * 0.25 * 0.75));
    EXPECT_EQ(after.predicted_s, before.predicted_s);
}

TEST(Parties, GoAtThePaceOfTheirSlowest) {
    Scenario scenario = usual(300);
    const double alone_s = mean(drawn(scenario).ideal_s);
    scenario.field.companions_share = 1.0;
    scenario.field.companions = 3;
    const Field field = drawn(scenario);
    ASSERT_EQ(field.party.size(), 300U);
    for (std::size_t i = 0; i < 300; ++i) {
        EXPECT_EQ(field.party[i], RunnerId(i / 3 * 3));
        EXPECT_EQ(field.flat_speed_mps[i], field.flat_speed_mps[i / 3 * 3]);
    }
    EXPECT_GT(mean(field.ideal_s), 1.05 * alone_s);
}

TEST(Window, LetsEverybodyGoEvenlyOverItAndPartiesTogether) {
    Scenario scenario = usual(3000);
    scenario.field.no_show_share = 0.0;
    scenario.field.companions_share = 1.0;
    scenario.field.companions = 2;
    scenario.waves[0].window_s = 600.0;
    scenario.waves[0].delay_s = 100.0;
    const Field field = drawn(scenario);
    const auto [first, last] =
        std::minmax_element(field.line_due_s.begin(), field.line_due_s.end());
    EXPECT_GE(*first, 100.0);
    EXPECT_LT(*first, 105.0);
    EXPECT_LT(*last, 700.0);
    EXPECT_GT(*last, 695.0);
    // The mean of 1,500 even lots has a standard error of 600 / sqrt(12 · 1500) = 4.5 s.
    EXPECT_NEAR(mean(field.line_due_s), 400.0, 18.0);
    for (std::size_t i = 0; i < 3000; i += 2) {
        EXPECT_EQ(field.line_due_s[i], field.line_due_s[i + 1]);
    }
}

TEST(Window, OfOneWaveLeavesTheOthersInTheirPens) {
    Scenario scenario = usual(100);
    test::add_wave(scenario, 100, 900.0);
    scenario.waves[1].window_s = 600.0;
    const Field field = drawn(scenario);
    for (std::size_t i = 0; i < field.size(); ++i) {
        if (field.present[i]) {
            EXPECT_EQ(is_due_at_line(field, RunnerId(i)), field.wave[i] == 1);
        }
    }
}

}  // namespace
}  // namespace gineste
