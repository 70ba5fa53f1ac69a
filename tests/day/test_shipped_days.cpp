// SPDX-License-Identifier: Apache-2.0
// The days that come with the program, as roads: what each says that it shows is there to be run.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "course/course.hpp"
#include "day/day_stations.hpp"
#include "day/leg_run.hpp"

namespace gineste {
namespace {

const std::filesystem::path kDays = std::filesystem::path(GINESTE_SOURCE_DIR) / "scenarios/days";

/// A day and the roads that its races run.
struct Surveyed {
    DaySpec day;
    std::vector<Scenario> races;
    Network network;
};

Surveyed surveyed(const std::filesystem::path& file) {
    Surveyed all;
    all.day = load_day(file);
    all.races = load_day_races(all.day);
    all.network = survey_network(all.day, all.races);
    return all;
}

Surveyed shipped(const std::string& name) { return surveyed(kDays / (name + ".yaml")); }

TEST(ShippedDays, EveryOneIsSurveyedWithNothingToRemark) {
    for (const auto& entry : std::filesystem::directory_iterator(kDays)) {
        if (entry.path().extension() != ".yaml") continue;
        SCOPED_TRACE(entry.path().filename().string());
        Surveyed all = surveyed(entry.path());
        EXPECT_EQ(all.network.routes.size(), all.day.races.size());
        EXPECT_TRUE(all.network.remarks.empty());
        EXPECT_TRUE(all.network.unnamed_crossings.empty());
        EXPECT_NO_THROW(place_stations(all.day, all.network, all.races));
    }
}

TEST(ShippedDays, OutAndBackHasConesOnOnePartAndNoneOnTheOther) {
    const Network network = shipped("out-and-back").network;
    ASSERT_EQ(network.legs.size(), 2U);
    EXPECT_EQ(network.traffic[0], Traffic::separated);
    EXPECT_EQ(network.forward_width_share[0], 5.0 / 8.0);
    EXPECT_EQ(network.traffic[1], Traffic::shared);
    EXPECT_DOUBLE_EQ(network.routes[0].course.length_m(), 10000.0);
    EXPECT_EQ(network.routes[0].steps.back().direction, Direction::back);
}

TEST(ShippedDays, TwoLapsHaveOneStationForBoth) {
    Surveyed all = shipped("two-laps");
    EXPECT_EQ(all.network.routes[0].steps.size(), 2U);
    const auto passes = place_stations(all.day, all.network, all.races);
    EXPECT_EQ(passes.size(), 2U);
}

/// How much of the way of a race lies on legs that another one runs.
double shared_m(const Network& network, std::size_t race, std::size_t with) {
    const auto runs = leg_runs(network);
    double sum_m = 0.0;
    for (const LegRun& run : runs[race]) {
        const bool shared = std::any_of(runs[with].begin(), runs[with].end(),
                                        [&](const LegRun& other) { return other.leg == run.leg; });
        if (shared) sum_m += run.end_m - run.begin_m;
    }
    return sum_m;
}

TEST(ShippedDays, CoursesOfTheIslandThatNeverMeetShareNoLeg) {
    EXPECT_EQ(shared_m(shipped("island-two-courses").network, 0, 1), 0.0);
}

// `gineste run` of such a race gives the same bits as the day, so that they can be compared.
TEST(ShippedDays, CoursesOfTheIslandAreThoseOfTheirScenariosToTheLastBit) {
    const Surveyed all = shipped("island-two-courses");
    for (std::size_t k = 0; k < all.races.size(); ++k) {
        const Course alone = survey_course(load_scenario(all.day.races[k].scenario));
        const Course& route = all.network.routes[k].course;
        ASSERT_EQ(alone.length_m(), route.length_m());
        for (double at_m = 0.0; at_m < alone.length_m(); at_m += 7.0) {
            ASSERT_EQ(alone.elevation_m(at_m), route.elevation_m(at_m)) << k << " at " << at_m;
            ASSERT_EQ(alone.width_m(at_m), route.width_m(at_m)) << k << " at " << at_m;
        }
    }
}

TEST(ShippedDays, TracksOfTheIslandAreMatchedAsTheirReadmeSays) {
    const Network network = shipped("island-three-courses").network;
    ASSERT_EQ(network.routes.size(), 3U);
    EXPECT_NEAR(shared_m(network, 1, 0), 1600.0 + 1250.0, 60.0);
    EXPECT_NEAR(shared_m(network, 2, 0), 2000.0, 60.0);
    EXPECT_DOUBLE_EQ(shared_m(network, 2, 0), network.routes[2].course.length_m());
    EXPECT_EQ(network.routes[2].steps.back().direction, Direction::back);
}

}  // namespace
}  // namespace gineste
