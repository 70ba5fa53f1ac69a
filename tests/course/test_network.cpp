// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <numbers>

#include "core/error.hpp"
#include "course/network.hpp"
#include "course/survey.hpp"
#include "day_roads.hpp"

namespace gineste {
namespace {

using test::complaint_about;
using test::leg_of;
using test::network_of;
using test::race_along;
using test::straight_leg;
using testing::HasSubstr;
using testing::IsEmpty;

/// 4 km with bends: north, east, north again.
const std::vector<test::Metres> kBends{{0, 0}, {300, 1200}, {1500, 1500}, {1700, 2900}};

class NetworkOfALine : public testing::Test {
  protected:
    NetworkOfALine() {
        day.file = folder.path() / "day.yaml";
        add_line("city", kBends, 3972.4);
    }
    void add_line(const std::string& name, const std::vector<test::Metres>& corners,
                  std::optional<double> length_m = {}) {
        LineSpec line;
        line.name = name;
        line.course = test::course_along(folder, name, test::every_ten_metres(corners), length_m);
        day.lines.push_back(std::move(line));
    }
    Course whole_line(std::size_t line = 0) const {
        return survey_line(day.lines[line].course, day.file);
    }

    TestFolder folder;
    DaySpec day;
};

/// Every answer at a chainage, for comparison to the last bit.
std::vector<double> answers(const Course& course, double s) {
    return {course.elevation_m(s), course.grade(s),   course.width_m(s),
            course.heading_rad(s), course.lon_deg(s), course.lat_deg(s)};
}

void expect_same_bits(const Course& a, const Course& b) {
    ASSERT_EQ(a.length_m(), b.length_m());
    EXPECT_EQ(a.climb_m(), b.climb_m());
    EXPECT_EQ(a.descent_m(), b.descent_m());
    for (double s = -3.0; s < a.length_m() + 4.0; s += 0.73) {
        ASSERT_EQ(answers(a, s), answers(b, s)) << "at " << s;
        ASSERT_EQ(a.place_name(s), b.place_name(s)) << "at " << s;
    }
    for (double s = 0.0; s < a.length_m(); s += 5.0) {
        ASSERT_EQ(answers(a, s), answers(b, s)) << "at " << s;
    }
}

TEST_F(NetworkOfALine, CutIntoSevenLegsAndJoinedAnswersToTheLastBit) {
    const std::vector<double> cuts{0, 500, 1200, 1205, 2000, 3100, 3900};
    std::vector<std::string> route;
    for (std::size_t k = 0; k < cuts.size(); ++k) {
        const std::string name = fmt::format("leg {}", k + 1);
        const bool is_last = k + 1 == cuts.size();
        day.legs.push_back(
            leg_of(name, "city", cuts[k], is_last ? std::optional<double>() : cuts[k + 1]));
        route.push_back(name);
    }
    day.races = {race_along("race", route)};
    const Network network = network_of(day);
    const Course& joined = network.routes.front().course;
    const Course whole = whole_line();
    expect_same_bits(joined, whole);
    ASSERT_EQ(joined.sections().size(), whole.sections().size());
    for (std::size_t k = 0; k < whole.sections().size(); ++k) {
        EXPECT_EQ(joined.sections()[k].name, whole.sections()[k].name);
        EXPECT_EQ(joined.sections()[k].from_m, whole.sections()[k].from_m);
        EXPECT_EQ(joined.sections()[k].to_m, whole.sections()[k].to_m);
    }
    EXPECT_NEAR(joined.notes().traced_length_m, whole.notes().traced_length_m, 1e-6);
    EXPECT_THAT(network.remarks, IsEmpty());
}

TEST_F(NetworkOfALine, StepsSayWhereTheyBeginAndEnd) {
    day.legs = {leg_of("out", "city", 0, 1000), leg_of("on", "city", 1000, 1600)};
    day.races = {race_along("race", {"out", "on", "on back"})};
    const Network network = network_of(day);
    const Route& route = network.routes.front();
    ASSERT_EQ(route.steps.size(), 3U);
    EXPECT_EQ(route.steps[1].begin_m, 1000.0);
    EXPECT_EQ(route.steps[2].begin_m, 1600.0);
    EXPECT_EQ(route.end_m(1), 1600.0);
    EXPECT_EQ(route.end_m(2), 2200.0);
    EXPECT_EQ(route.steps[2].leg, LegId{1});
    EXPECT_EQ(route.steps[2].direction, Direction::back);
    EXPECT_EQ(route.course.route().size(), 3U);
}

TEST_F(NetworkOfALine, OutAndBackMirrorsTheRoad) {
    day.legs = {leg_of("out", "city", 0, 3000)};
    day.legs[0].traffic = Traffic::separated;
    day.races = {race_along("race", {"out", "out back"})};
    const Network network = network_of(day);
    const Course& course = network.routes.front().course;
    ASSERT_EQ(course.length_m(), 6000.0);
    for (double s = 1.25; s < 3000.0; s += 7.5) {
        const double back_m = 6000.0 - s;
        EXPECT_NEAR(course.elevation_m(s), course.elevation_m(back_m), 1e-9);
        EXPECT_NEAR(course.grade(s), -course.grade(back_m), 1e-12);
        EXPECT_NEAR(course.width_m(s), course.width_m(back_m), 1e-12);
        EXPECT_NEAR(std::cos(course.heading_rad(s) - course.heading_rad(back_m)), -1.0, 1e-9);
        EXPECT_NEAR(course.lat_deg(s), course.lat_deg(back_m), 1e-12);
        EXPECT_EQ(course.place_name(s), course.place_name(back_m));
    }
    EXPECT_NEAR(course.climb_m(), course.descent_m(), 1e-9);
}

TEST_F(NetworkOfALine, ALegReversedTwiceIsTheLeg) {
    day.legs = {leg_of("even", "city", 0, 1000), leg_of("odd", "city", 1000, 3972.4)};
    day.races = {race_along("race", {"even", "odd"})};
    const Network network = network_of(day);
    for (const Leg& leg : network.legs) {
        const Leg twice = reversed(reversed(leg));
        EXPECT_EQ(twice.length_m, leg.length_m);
        EXPECT_EQ(twice.name, leg.name);
        ASSERT_EQ(twice.elevation_m.size(), leg.elevation_m.size());
        // Samples of an odd length stand elsewhere from the other end, and are sampled twice.
        const double elevation_m = leg.name == "even" ? 0.0 : 0.002;
        const double heading_rad = leg.name == "even" ? 1e-15 : 0.2;
        for (std::size_t k = 0; k < leg.elevation_m.size(); ++k) {
            EXPECT_NEAR(twice.elevation_m[k], leg.elevation_m[k], elevation_m);
            EXPECT_NEAR(twice.heading_rad[k], leg.heading_rad[k], heading_rad);
        }
    }
    EXPECT_EQ(reversed(network.legs[0]).elevation_m.front(), network.legs[0].elevation_m.back());
    EXPECT_EQ(reversed(network.legs[1]).elevation_m.front(), network.legs[1].elevation_m.back());
}

TEST_F(NetworkOfALine, WhereNoSampleStandsTheRoadIsTheSameWithinMillimetres) {
    day.legs = {leg_of("a", "city", 0, 1001.7), leg_of("b", "city", 1001.7, 3972.4)};
    day.races = {race_along("race", {"a", "b"})};
    const Network network = network_of(day);
    const Course& joined = network.routes.front().course;
    const Course whole = whole_line();
    EXPECT_NEAR(joined.length_m(), 3972.4, 1e-9);
    for (double s = 0.0; s < 3972.4; s += 3.1) {
        EXPECT_NEAR(joined.elevation_m(s), whole.elevation_m(s), 0.005);
        EXPECT_NEAR(joined.width_m(s), whole.width_m(s), 0.5);
    }
}

TEST_F(NetworkOfALine, WidthOfALegReplacesItsSections) {
    day.legs = {leg_of("all", "city")};
    day.legs[0].width_m = 4.5;
    day.races = {race_along("race", {"all"})};
    const Network network = network_of(day);
    for (const double width_m : network.legs[0].width_m) EXPECT_EQ(width_m, 4.5);
    EXPECT_EQ(network.routes[0].course.place_name(100.0), "city wide");
}

TEST_F(NetworkOfALine, ALineWithoutSectionsHasTheWidthsOfItsLegs) {
    day.lines[0].course.sections.clear();
    day.legs = {leg_of("a", "city", 0, 1000), leg_of("b", "city", 1000, 2000)};
    day.legs[0].width_m = 7.0;
    day.races = {race_along("race", {"a", "b"})};
    EXPECT_THAT(complaint_about(day),
                HasSubstr("the leg 'b' has no width (its line 'city' has no"));
    day.legs[1].width_m = 5.0;
    const Network network = network_of(day);
    EXPECT_EQ(network.routes[0].course.width_m(500.0), 7.0);
    EXPECT_EQ(network.routes[0].course.width_m(1500.0), 5.0);
}

TEST_F(NetworkOfALine, StraightLegsAnswerAsAStraightCourse) {
    day.legs = {straight_leg("up", 800.0, 0.05), straight_leg("down", 702.5, -0.02)};
    day.lines.clear();
    day.races = {race_along("race", {"up", "down"})};
    const Network network = network_of(day);
    const Course& course = network.routes.front().course;
    EXPECT_EQ(course.length_m(), 1502.5);
    EXPECT_EQ(course.grade(799.0), 0.05);
    EXPECT_EQ(course.grade(801.0), -0.02);
    EXPECT_EQ(course.width_m(1000.0), 6.0);
    EXPECT_EQ(course.place_name(1000.0), "down");
    EXPECT_NEAR(course.elevation_m(800.0), 40.0, 1e-9);  // one follows the other
    EXPECT_NEAR(course.elevation_m(1502.5), 40.0 - 14.05, 1e-9);
    EXPECT_NEAR((course.lat_deg(1502.5) - course.lat_deg(0.0)) * 111195.0, 1502.5, 1e-6);
    EXPECT_FALSE(network.is_on_map[0]);
}

TEST_F(NetworkOfALine, ConesTakeTheirShareOfTheMeanWidth) {
    day.lines.clear();
    day.legs = {straight_leg("half", 500.0), straight_leg("third", 500.0),
                straight_leg("free", 500.0)};
    day.legs[0].traffic = day.legs[1].traffic = Traffic::separated;
    day.legs[1].forward_width_m = 2.0;
    day.legs[2].traffic = Traffic::shared;
    day.races = {race_along("race", {"half", "third", "free"})};
    const Network network = network_of(day);
    EXPECT_EQ(network.forward_width_share[0], 0.5);
    EXPECT_NEAR(network.forward_width_share[1], 1.0 / 3.0, 1e-12);
    EXPECT_EQ(network.forward_width_share[2], 1.0);
    EXPECT_EQ(network.traffic[2], Traffic::shared);
    day.legs[1].forward_width_m = 5.5;
    EXPECT_THAT(complaint_about(day), HasSubstr("the leg 'third' leaves 0.5 m to one direction"));
}

TEST_F(NetworkOfALine, ACertifiedLengthStretchesWhatOneRaceAloneRunsOnce) {
    day.legs = {leg_of("shared", "city", 0, 1000), leg_of("own", "city", 1000, 3000),
                straight_leg("lap", 400.0), leg_of("end", "city", 3000, 3500)};
    day.races = {race_along("long", {"shared", "own", "lap", "lap", "end"}),
                 race_along("short", {"shared"})};
    day.races[0].length_m = 4350.0;
    const Network network = network_of(day);
    EXPECT_EQ(network.legs[0].length_m, 1000.0);
    EXPECT_EQ(network.legs[2].length_m, 400.0);
    EXPECT_NEAR(network.legs[1].length_m, 2000.0 * 1.02, 1e-9);
    EXPECT_NEAR(network.legs[3].length_m, 500.0 * 1.02, 1e-9);
    EXPECT_NEAR(network.routes[0].course.length_m(), 4350.0, 1e-9);
    EXPECT_EQ(network.routes[1].course.length_m(), 1000.0);
    // The same hill over a longer way.
    const Course whole = whole_line();
    const Course& course = network.routes[0].course;
    EXPECT_NEAR(course.elevation_m(1000.0 + 1.02 * 800.0), whole.elevation_m(1800.0), 0.01);
    EXPECT_NEAR(course.grade(1000.0 + 1.02 * 800.0), whole.grade(1800.0) / 1.02, 1e-4);
}

TEST_F(NetworkOfALine, ACertifiedLengthOutOfReachIsRefused) {
    day.legs = {leg_of("shared", "city", 0, 1000), leg_of("own", "city", 1000, 2000)};
    day.races = {race_along("long", {"shared", "own"}), race_along("short", {"shared"})};
    day.races[0].length_m = 2040.0;
    EXPECT_THAT(
        complaint_about(day),
        HasSubstr("day.yaml:20:3: the legs of 'long' add up to 2.000 km and it is certified "
                  "at 2.040 km (its own legs, 1.000 km, would have to change by +4.0 %"));
    day.races[0].length_m = 1970.0;
    EXPECT_EQ(complaint_about(day), "");
    day.races[1].length_m = 1010.0;
    EXPECT_THAT(complaint_about(day), HasSubstr("it has no leg of its own, run once"));
    day.races[1].length_m.reset();
    std::vector<Scenario> scenarios(2);
    scenarios[1].course.length_m = 1010.0;
    EXPECT_THAT(complaint_of([&] { survey_network(day, scenarios); }),
                HasSubstr("certified at 1.010 km"));
}

TEST_F(NetworkOfALine, ARouteThatDoesNotConnectIsRefused) {
    day.legs = {leg_of("a", "city", 0, 1000), leg_of("b", "city", 1080, 2000),
                leg_of("near", "city", 1020, 2000), straight_leg("ferry", 500.0)};
    day.races = {race_along("race", {"a", "b"})};
    // 80 m of a line that is certified 2.2 % longer than it is on the map
    EXPECT_THAT(complaint_about(day),
                HasSubstr("day.yaml:21:5: the route of 'race' does not connect: 'b' begins 78 m "
                          "from where 'a' ends (the one ends at 43.00"));
    day.races = {race_along("race", {"a", "near"})};
    EXPECT_EQ(complaint_about(day), "");
    day.races = {race_along("race", {"a", "ferry", "b"})};
    EXPECT_EQ(complaint_about(day), "");
    day.races = {race_along("race", {"a back", "near"})};
    EXPECT_THAT(complaint_about(day), HasSubstr("from where 'a back' ends"));
}

TEST_F(NetworkOfALine, LegsBeyondTheLineAreRefused) {
    day.legs = {leg_of("a", "city", 0, 1000), leg_of("b", "city", 3000, 3973.0)};
    day.races = {race_along("race", {"a"})};
    EXPECT_THAT(
        complaint_about(day),
        HasSubstr("the leg 'b' runs from 3.000 to 3.973 km of the line 'city' (that line is "
                  "3.972 km long"));
    day.legs[1] = leg_of("b", "city", 1000, 1000);
    EXPECT_THAT(complaint_about(day), HasSubstr("from 1.000 to 1.000 km"));
}

TEST_F(NetworkOfALine, PlacesBeyondTheirLegAreRefused) {
    day.legs = {leg_of("a", "city", 0, 1000), leg_of("b", "city", 1000, 1500)};
    day.races = {race_along("race", {"a", "b"})};
    day.places = {{{}, "Town hall", "b", 500.0}};
    EXPECT_EQ(complaint_about(day), "");
    day.places[0].at_m = 501.0;
    day.stations.push_back({{}, "a", {}});
    day.stations[0].station.name = "Water 1";
    day.stations[0].station.at_m = 1200.0;
    CrossingSpec crossing;
    crossing.name = "Market";
    crossing.leg = "a";
    crossing.other_leg = "b";
    crossing.other_at_m = 700.0;
    day.crossings = {crossing};
    const std::string complaint = complaint_about(day);
    EXPECT_THAT(complaint, HasSubstr("the place 'Town hall' is at 0.501 km of the leg 'b'"));
    EXPECT_THAT(complaint, HasSubstr("the station 'Water 1' is at 1.200 km of the leg 'a'"));
    EXPECT_THAT(complaint, HasSubstr("the crossing 'Market' is at 0.700 km of the leg 'b'"));
}

TEST_F(NetworkOfALine, ACrossingWithoutARuleIsRemarkedAndOneWithARuleIsNot) {
    day.legs = {leg_of("a", "city", 0, 1000), leg_of("b", "city", 1000, 1500)};
    day.races = {race_along("race", {"a", "b"})};
    CrossingSpec crossing;
    crossing.leg = "a";
    crossing.other_leg = "b";
    crossing.at_m = crossing.other_at_m = 200.0;
    crossing.name = "market";
    day.crossings = {crossing, crossing};
    day.crossings[1].name = "bridge";
    day.crossings[1].rule = CrossingRule::gaps;
    EXPECT_THAT(network_of(day).remarks,
                testing::ElementsAre("The crossing 'market' has no rule: who comes there at the "
                                     "same time runs through one another."));
}

TEST_F(NetworkOfALine, WhatNobodyUsesIsRemarked) {
    add_line("spare", {{0, 0}, {500, 0}});
    day.legs = {leg_of("a", "city", 0, 1000), leg_of("b", "city", 1000, 1500)};
    day.races = {race_along("race", {"a"})};
    EXPECT_THAT(
        network_of(day).remarks,
        testing::ElementsAre("No leg is cut from the line 'spare'.", "No race runs the leg 'b'."));
}

TEST_F(NetworkOfALine, RaceWithoutRouteBesideOthersIsRefused) {
    day.legs = {leg_of("a", "city", 0, 1000)};
    day.races = {race_along("race", {"a"}), race_along("other", {})};
    EXPECT_THAT(complaint_about(day), HasSubstr("the race 'other' has no route"));
}

TEST_F(NetworkOfALine, RoadsThatCrossWithoutANameAreToldOnce) {
    add_line("across", {{-500, 500}, {1500, 500}});  // over the city line's first leg
    day.legs = {leg_of("a", "city", 0, 1000), leg_of("b", "across"), leg_of("c", "city", 1000)};
    day.races = {race_along("first", {"a", "c"}), race_along("again", {"a"}),
                 race_along("second", {"b"})};
    const Network network = network_of(day);
    ASSERT_EQ(network.unnamed_crossings.size(), 1U);
    const MetOnMap& met = network.unnamed_crossings.front();
    EXPECT_EQ(met.leg, LegId{0});
    EXPECT_EQ(met.other, LegId{1});
    const double stretch = whole_line().length_m() / whole_line().notes().traced_length_m;
    EXPECT_NEAR(met.at_m, std::hypot(125.0, 500.0) * stretch, 1.0);
    EXPECT_NEAR(met.other_at_m, 625.0, 1.0);
    CrossingSpec crossing;
    crossing.leg = "b";
    crossing.at_m = 600.0;
    crossing.other_leg = "a";
    crossing.other_at_m = 500.0;
    day.crossings = {crossing};
    EXPECT_THAT(network_of(day).unnamed_crossings, IsEmpty());
}

TEST_F(NetworkOfALine, JunctionsAreNoCrossings) {
    // It begins beside the city line's first bend and cuts the corner: over `a`, 9 m before its
    // end.
    add_line("branch", {{285, 1205}, {700, 800}});
    const double bend_m = std::hypot(300.0, 1200.0) * 3972.4 / whole_line().notes().traced_length_m;
    day.legs = {leg_of("a", "city", 0, bend_m), leg_of("b", "branch"),
                leg_of("c", "city", bend_m, {})};
    day.races = {race_along("left", {"a", "b", "b back", "c"}), race_along("right", {"a", "c"})};
    EXPECT_THAT(network_of(day).unnamed_crossings, IsEmpty());
}

TEST_F(NetworkOfALine, ARoadOverAnothersCutIsACrossing) {
    add_line("across", {{-500, 500}, {1500, 500}});
    const double at_m = std::hypot(125.0, 500.0) * 3972.4 / whole_line().notes().traced_length_m;
    day.legs = {leg_of("a", "city", 0, at_m), leg_of("b", "city", at_m, {}),
                leg_of("c", "across", 0, 625), leg_of("d", "across", 625, {})};
    day.races = {race_along("first", {"a", "b"}), race_along("second", {"c", "d"})};
    EXPECT_EQ(network_of(day).unnamed_crossings.size(), 1U);
}

}  // namespace
}  // namespace gineste
