// SPDX-License-Identifier: Apache-2.0
#include <expat.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "course/joints.hpp"
#include "course/network_layout.hpp"
#include "course/network_text.hpp"
#include "day_roads.hpp"

namespace gineste {
namespace {

using test::leg_of;
using test::network_of;
using test::race_along;
using test::straight_leg;
using testing::HasSubstr;
using testing::Not;

/// Two starts into one avenue, a lap run twice, a pier there and back; all straight.
DaySpec straight_day() {
    DaySpec day;
    day.name = "Laps & piers";
    day.legs = {straight_leg("blue", 500.0),   straight_leg("green", 700.0),
                straight_leg("avenue", 900.0), straight_leg("lap", 2000.0),
                straight_leg("pier", 300.0),   straight_leg("spare", 100.0)};
    day.legs[4].traffic = Traffic::shared;
    day.races = {race_along("long", {"blue", "avenue", "lap", "lap", "pier"}),
                 race_along("short", {"green", "avenue", "pier", "pier back"})};
    return day;
}

bool is_well_formed(const std::string& xml) {
    XML_Parser parser = XML_ParserCreate("UTF-8");
    const auto status = XML_Parse(parser, xml.data(), static_cast<int>(xml.size()), XML_TRUE);
    XML_ParserFree(parser);
    return status == XML_STATUS_OK;
}

std::size_t count(const std::string& text, const std::string& word) {
    std::size_t times = 0;
    for (auto at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) ++times;
    return times;
}

TEST(NetworkText, TableListsLegsRoutesAndJoints) {
    const DaySpec day = straight_day();
    const std::string text = network_table(day, network_of(day));
    EXPECT_THAT(text, HasSubstr("Laps & piers\n"));
    EXPECT_THAT(text, HasSubstr("one way  long 2×\n"));
    EXPECT_THAT(text, HasSubstr("shared   long, short, short back\n"));
    EXPECT_THAT(text, HasSubstr("one way  nobody\n"));
    EXPECT_THAT(text, HasSubstr("long: 5.700 km, climb 0 m, descent 0 m\n"));
    EXPECT_THAT(text, HasSubstr("    3.400  5.400  lap\n    5.400  5.700  pier\n"));
    EXPECT_THAT(text, HasSubstr("into avenue         from blue (long), green (short)\n"));
    EXPECT_THAT(text, HasSubstr("after avenue        to lap (long), pier (short)\n"));
    EXPECT_THAT(text, HasSubstr("turn-back  at the end of pier  short\n"));
    EXPECT_THAT(text, HasSubstr("Remark: No race runs the leg 'spare'.\n"));
}

TEST(NetworkText, TableSaysHowMergesAndCrossingsAreRun) {
    DaySpec day = straight_day();
    day.merges = {{{}, {{}, "avenue", Direction::forward}, MergeRule::priority, "blue"}};
    CrossingSpec crossing;
    crossing.name = "Market";
    crossing.leg = "blue";
    crossing.at_m = 100.0;
    crossing.other_leg = "lap";
    crossing.other_at_m = 1500.0;
    crossing.rule = CrossingRule::pulses;
    day.crossings = {crossing};
    Network network = network_of(day);
    std::string text = network_table(day, network);
    EXPECT_THAT(text, HasSubstr("from blue (long), green (short); first: blue\n"));
    EXPECT_THAT(text, HasSubstr("Market  blue at 0.100 km  lap at 1.500 km  across in pulses\n"));
    EXPECT_THAT(text, Not(HasSubstr("Name each")));
    network.unnamed_crossings = {{LegId{2}, 250.0, LegId{3}, 750.0}};
    text = network_table(day, network);
    EXPECT_THAT(text, HasSubstr("(no name)  avenue at 0.250 km  lap at 0.750 km  no rule\n"));
    EXPECT_THAT(text, HasSubstr("Name each under `crossings`"));
}

TEST(NetworkText, JointsAreWhereWaysMeetPartAndTurn) {
    const std::vector<Joint> joints = joints_of(network_of(straight_day()));
    std::size_t merges = 0;
    for (const Joint& joint : joints) merges += joint.kind == Joint::Kind::merge ? 1 : 0;
    EXPECT_EQ(merges, 3U);  // into the avenue, the lap (again) and the pier
    EXPECT_EQ(joints.back().kind, Joint::Kind::turn_back);
    EXPECT_EQ(joints.back().leg.leg, LegId{4});
    EXPECT_EQ(joints.back().branches.front().races, std::vector<std::size_t>{1});
    const Junctions junctions = junctions_of(network_of(straight_day()));
    EXPECT_EQ(junctions.begin[3], junctions.end[3]);  // the lap
    EXPECT_EQ(junctions.end[0], junctions.end[1]);
    EXPECT_EQ(junctions.end[2], junctions.begin[4]);
    EXPECT_EQ(junctions.count, 7U);  // blue, green, avenue's two ends, pier's end, spare's two
}

TEST(NetworkText, DrawingHasALineForEachRaceAndWay) {
    DaySpec day = straight_day();
    day.races[0].colour = "#123456";
    day.races[1].name = "<short>";
    const std::string svg = network_svg(day, network_of(day));
    EXPECT_TRUE(is_well_formed(svg));
    EXPECT_EQ(count(svg, "stroke=\"#123456\""), 4U + 1U);  // of its legs, and in the legend
    EXPECT_EQ(count(svg, "stroke=\"#d55e00\""), 4U + 1U);  // the pier there and back
    EXPECT_THAT(svg, HasSubstr(">Laps &amp; piers<"));
    EXPECT_THAT(svg, HasSubstr(">Start &lt;short&gt;<"));
    EXPECT_THAT(svg, HasSubstr("not to scale"));
    EXPECT_THAT(svg, Not(HasSubstr("nan")));
}

TEST(NetworkText, LayoutIsThatOfTheMap) {
    TestFolder folder;
    DaySpec day = straight_day();
    LineSpec line;
    line.name = "city";
    line.course = test::course_along(folder, "city",
                                     test::every_ten_metres({{0, 0}, {0, 1000}, {800, 1000}}), {});
    day.lines = {line};
    day.legs[0] = leg_of("blue", "city", 0, 1000);
    const NetworkLayout layout = laid_out(network_of(day));
    EXPECT_TRUE(layout.is_to_scale);
    EXPECT_NEAR(apart_m(layout.legs[0].front(), layout.legs[0].back()), 1000.0, 1.0);
    EXPECT_NEAR(layout.legs[0].back().north_m, 1000.0, 1.0);
    EXPECT_NEAR(apart_m(layout.legs[1].back(), layout.legs[0].back()), 0.0, 1e-6);
    EXPECT_NEAR(apart_m(layout.legs[1].front(), layout.legs[1].back()), 700.0, 1e-6);
}

TEST(NetworkText, GeoJsonHoldsLegsAndPlaces) {
    TestFolder folder;
    DaySpec day = straight_day();
    LineSpec line;
    line.name = "city";
    line.course =
        test::course_along(folder, "city", test::every_ten_metres({{0, 0}, {0, 1000}}), {});
    day.lines = {line};
    day.legs[0] = leg_of("blue", "city", 0, 500);
    day.places = {{{}, "Town hall", "blue", 250.0}};
    const auto json = nlohmann::json::parse(network_geojson(day, network_of(day)));
    const auto& features = json.at("features");
    ASSERT_EQ(features.size(), 6U + 4U + 1U);
    EXPECT_EQ(features[0].at("properties").at("name"), "blue");
    EXPECT_EQ(features[0].at("geometry").at("coordinates").size(), 101U);
    EXPECT_NEAR(features[0].at("geometry").at("coordinates")[0][0].get<double>(), 5.0, 1e-6);
    EXPECT_TRUE(features[1].at("geometry").is_null());  // straight: nowhere on the map
    EXPECT_EQ(features[4].at("properties").at("run_by").size(), 3U);
    const auto& place = features.back();
    EXPECT_EQ(place.at("properties").at("name"), "Town hall");
    EXPECT_NEAR(place.at("geometry").at("coordinates")[1].get<double>(), 43.0 + 250.0 / 111104.7,
                1e-6);
}

}  // namespace
}  // namespace gineste
