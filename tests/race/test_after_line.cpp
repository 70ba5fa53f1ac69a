// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <cmath>

#include "race/after_line.hpp"
#include "support/small_race.hpp"

namespace gineste {
namespace {

using namespace test;

Scenario with_services(Scenario scenario) {
    ServiceSpec chute;
    chute.name = "chute";
    chute.kind = ServiceKind::open;
    chute.entering_share = 1.0;
    chute.mean_s = 20.0;
    chute.places = 5;
    scenario.services = {chute};
    scenario.medical.emplace();
    scenario.volunteers.emplace();
    PostSpec line;
    line.name = "line";
    line.at_m = INFINITY;
    line.rate_per_minute = 20.0;
    scenario.volunteers->posts = {line};
    return scenario;
}

// A full chute holds finishers up, and the road does not feel it.
TEST(AfterLine, ChangesNothingOfTheRace) {
    const Scenario plain = plain_scenario(60, 3.0);
    const Course course = straight_course(300.0, 0.0, 6.0);
    const Record without = run(plain, course);
    const Record with = run(with_services(plain), course);
    EXPECT_EQ(without.state_hash, with.state_hash);
    EXPECT_EQ(without.runners.finish_s, with.runners.finish_s);
    EXPECT_TRUE(without.services.services.empty());
    EXPECT_FALSE(without.medical.asked);
    EXPECT_FALSE(without.roster.asked);
    EXPECT_GT(with.services.held.held_s.size(), 0u);
}

TEST(AfterLine, SeesEveryFinisherAndEveryStarter) {
    const Course course = straight_course(300.0, 0.0, 6.0);
    const Record record = run(with_services(plain_scenario(60, 3.0)), course);
    ASSERT_EQ(record.services.away_s.size(), 60u);
    for (std::size_t i = 0; i < 60; ++i) {
        EXPECT_GT(record.services.away_s[i], record.runners.finish_s[i]);
    }
    EXPECT_EQ(record.medical.starters, 60u);
    EXPECT_GE(record.medical.present.runners, record.medical.on_course.runners);
    EXPECT_LE(record.medical.present.runners, 60u);
    ASSERT_EQ(record.roster.posts.size(), 1u);
    EXPECT_EQ(record.roster.posts[0].most, 3);  // sixty within a minute or so, twenty a hand
}

}  // namespace
}  // namespace gineste
