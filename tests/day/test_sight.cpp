// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "day/sight.hpp"
#include "day_scene.hpp"

namespace gineste {
namespace {

using test::DayScene;

Network network_of(const std::vector<std::vector<std::string>>& routes) {
    DayScene scene;
    for (const char* name : {"a", "b", "c", "d"}) scene.leg(name, 1000.0, 6.0, Traffic::separated);
    for (const auto& route : routes) {
        scene.race("race " + std::to_string(scene.spec.races.size() + 1),
                   test::plain_scenario(1, 3.0), route);
    }
    return survey_network(scene.spec, scene.scenarios);
}

TEST(Sights, ARaceAloneSeesNobody) {
    EXPECT_TRUE(sights(network_of({{"a", "b", "a back"}})).empty());
}

TEST(Sights, LegsThatFollowOneAnotherInBothRoutesAreOneStretch) {
    const auto all = sights(network_of({{"a", "b", "c"}, {"d", "b", "c"}}));
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(all[0].from, place_of(1000.0 - kSideBySide));
    EXPECT_EQ(all[0].to, kBeyond);  // to the common finish and beyond
    EXPECT_EQ(all[0].shift, 0);
}

TEST(Sights, BothRacesSeeTheSamePairsFromTheirOwnSide) {
    const auto all = sights(network_of({{"a", "b", "c"}, {"b", "d"}}));
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(all[0].shift, -all[1].shift);
    EXPECT_EQ(all[0].shift, place_of(1000.0));
    EXPECT_NE(all[0].ahead_if_level, all[1].ahead_if_level);
}

TEST(Sights, WhoStartAtOneLineSeeEachOtherInTheirPens) {
    const auto all = sights(network_of({{"a", "b"}, {"a", "c"}}));
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(all[0].from, -kBeyond);
    EXPECT_GT(all[0].to, place_of(1000.0));
    EXPECT_LT(all[0].to, place_of(1002.0));
}

TEST(Sights, ARaceSeesItselfALapApartAndAgreesOnWhoIsAhead) {
    const auto all = sights(network_of({{"a", "b", "a", "b"}}));
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(all[0].shift, -all[1].shift);
    EXPECT_NE(all[0].ahead_if_level, all[1].ahead_if_level);
}

TEST(Sights, OppositeDirectionsDoNotSeeEachOther) {
    EXPECT_TRUE(sights(network_of({{"a"}, {"a back"}})).empty());
}

}  // namespace
}  // namespace gineste
