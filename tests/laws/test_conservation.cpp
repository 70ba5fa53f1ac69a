// SPDX-License-Identifier: Apache-2.0
// Nobody appears, nobody is lost.
#include <gtest/gtest.h>

#include <set>

#include "race/state.hpp"
#include "support/watched_run.hpp"

namespace gineste {
namespace {

Scenario eventful_scenario() {
    Scenario scenario = test::plain_scenario(400, 3.0);
    scenario.field.speed_mps = {3.0, 0.5, 1.5, 5.0};
    scenario.field.withdraw_share = 0.1;
    scenario.field.no_show_share = 0.1;
    test::add_wave(scenario, 400, 120.0);
    StationSpec station;
    station.name = "water";
    station.at_m = 700.0;
    scenario.stations = {station};
    return scenario;
}

TEST(Conservation, StartedIsFinishedWithdrawnAndOnCourseAtEverySecond) {
    const Scenario scenario = eventful_scenario();
    const Course course = straight_course(2000.0, 0.0, 8.0);
    Race race(scenario, course, draw_field(scenario, course));
    std::size_t present = race.waiting();
    bool more = true;
    while (more) {
        more = race.advance();
        std::size_t seen = 0;
        for (std::size_t slot = 0; slot < race.state().size(); ++slot) {
            const double chainage_m = race.state().chainage_m(slot);
            if (chainage_m >= 0.0 && chainage_m < course.length_m()) ++seen;
        }
        ASSERT_EQ(race.on_course(), seen) << "at " << race.time_s();
        ASSERT_EQ(race.waiting() + race.on_course() + race.finished() + race.withdrawn(), present);
    }
    EXPECT_GT(race.withdrawn(), 40u);
    EXPECT_EQ(race.on_course(), 0u);
    EXPECT_EQ(race.waiting(), 0u);
}

TEST(Conservation, NobodyStandsInTwoSlots) {
    const Scenario scenario = eventful_scenario();
    const Course course = straight_course(2000.0, 0.0, 8.0);
    Race race(scenario, course, draw_field(scenario, course));
    while (race.advance()) {
        const auto& runners = race.state().runner;
        ASSERT_EQ(std::set<std::uint32_t>(runners.data(), runners.data() + runners.size()).size(),
                  runners.size());
    }
}

TEST(Conservation, NobodyCrossesTheLineBeforeTheGun) {
    const Scenario scenario = eventful_scenario();
    const Record record = test::run_watched(scenario, straight_course(2000.0, 0.0, 8.0));
    for (std::size_t i = 0; i < record.runners.start_s.size(); ++i) {
        if (record.runners.status[i] == RunnerStatus::absent) continue;
        EXPECT_GT(record.runners.start_s[i], record.runners.gun_s[i]);
    }
}

}  // namespace
}  // namespace gineste
