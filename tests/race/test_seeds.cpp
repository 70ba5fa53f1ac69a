// SPDX-License-Identifier: Apache-2.0
// Who comes and what they do on the day are drawn from seeds of their own.
#include <gtest/gtest.h>

#include "race/race.hpp"
#include "support/small_race.hpp"

namespace gineste {
namespace {

Scenario drawn_scenario() {
    Scenario scenario = test::plain_scenario(300, 3.0);
    scenario.field = FieldSpec{};
    scenario.field.men.median_s = 600.0;
    scenario.field.women.median_s = 700.0;
    scenario.field.withdraw_share = 0.1;
    test::add_wave(scenario, 300, 60.0);
    StationSpec station;
    station.name = "water";
    station.at_m = 500.0;
    scenario.stations = {station};
    return scenario;
}

Course hill() { return straight_course(2000.0, 0.03, 8.0); }

// All but the place in the pen, which is of the day.
void expect_same_population(const Field& a, const Field& b) {
    EXPECT_EQ(a.bib, b.bib);
    EXPECT_EQ(a.sex, b.sex);
    EXPECT_EQ(a.wave, b.wave);
    EXPECT_EQ(a.present, b.present);
    EXPECT_EQ(a.predicted_s, b.predicted_s);
    EXPECT_EQ(a.ideal_s, b.ideal_s);
    EXPECT_EQ(a.flat_speed_mps, b.flat_speed_mps);
    EXPECT_EQ(a.weather_factor, b.weather_factor);
    EXPECT_EQ(a.hill_response, b.hill_response);
    EXPECT_EQ(a.drift, b.drift);
    EXPECT_EQ(a.withdraws_at_m, b.withdraws_at_m);
}

TEST(Seeds, AnotherBehaviourSeedIsAnotherDayOfTheSameRunners) {
    const Course course = hill();
    Scenario scenario = drawn_scenario();
    const Field before = draw_field(scenario, course);
    const Record one_day = test::run(scenario, course);
    scenario.behaviour_seed = 99;
    const Field after = draw_field(scenario, course);
    expect_same_population(before, after);
    EXPECT_NE(after.pen_rank, before.pen_rank);
    const Record other_day = test::run(scenario, course);
    EXPECT_EQ(other_day.runners.ideal_s, one_day.runners.ideal_s);
    EXPECT_NE(other_day.runners.finish_s, one_day.runners.finish_s);
    EXPECT_NE(other_day.stations[0].takers, one_day.stations[0].takers);
}

TEST(Seeds, AnotherSeedIsOtherRunnersInEveryTraitThatIsDrawn) {
    const Course course = hill();
    Scenario scenario = drawn_scenario();
    const Field before = draw_field(scenario, course);
    scenario.seed = 99;
    const Field after = draw_field(scenario, course);
    EXPECT_NE(before.sex, after.sex);
    EXPECT_NE(before.wave, after.wave);
    EXPECT_NE(before.present, after.present);
    EXPECT_NE(before.predicted_s, after.predicted_s);
    EXPECT_NE(before.ideal_s, after.ideal_s);
    EXPECT_NE(before.hill_response, after.hill_response);
    EXPECT_NE(before.withdraws_at_m, after.withdraws_at_m);
}

// The same runners put into both: nothing that happens on the day hangs on the seed they came from.
TEST(Seeds, TheSeedOfThePopulationHasNoPartInTheDay) {
    const Course course = hill();
    Scenario scenario = drawn_scenario();
    const Field field = draw_field(scenario, course);
    const auto hash_of_the_day = [&] {
        Race race(scenario, course, field, {1, best_instruction_set()});
        while (race.advance()) {
        }
        return race.record().state_hash;
    };
    const std::uint64_t before = hash_of_the_day();
    scenario.seed = 99;
    EXPECT_EQ(hash_of_the_day(), before);
    scenario.behaviour_seed = 99;
    EXPECT_NE(hash_of_the_day(), before);
}

}  // namespace
}  // namespace gineste
