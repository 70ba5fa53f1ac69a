// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "day_example.hpp"
#include "scenario/day_spec.hpp"

namespace gineste {
namespace {

using testing::HasSubstr;

class Day : public testing::Test {
  protected:
    DaySpec read(const std::string& text) const { return load_day(folder_.write_day(text)); }
    DaySpec example() const { return read(day_text()); }
    // What load_day_races says of the day, empty where it has nothing to say.
    static std::string fault(const DaySpec& day, const ScenarioOverrides& overrides = {}) {
        try {
            load_day_races(day, overrides);
        } catch (const InputError& error) {
            return error.what();
        }
        return "";
    }
    DayFolder folder_;
};

TEST_F(Day, HasLinesWithTheKeysOfACourse) {
    const DaySpec day = example();
    EXPECT_EQ(day.name, "River town");
    EXPECT_EQ(day.file, folder_.path() / "races" / "day.yaml");
    ASSERT_EQ(day.lines.size(), 2U);
    const LineSpec& city = day.lines[0];
    EXPECT_EQ(city.name, "city");
    EXPECT_EQ(city.where.line, 5);
    EXPECT_EQ(city.course.line, folder_.path() / "line.csv");
    EXPECT_EQ(city.course.dem, folder_.path() / "dem.tif");
    EXPECT_EQ(city.course.length_m, 21097.5);
    ASSERT_EQ(city.course.sections.size(), 2U);
    EXPECT_EQ(city.course.sections[0].name, "Main street");
    EXPECT_EQ(city.course.sections[1].width_m, 5.0);
    EXPECT_EQ(day.lines[1].course.smoothing_m, CourseSpec{}.smoothing_m);
}

TEST_F(Day, HasLegsThatArePiecesOfALine) {
    const DaySpec day = example();
    ASSERT_EQ(day.legs.size(), 4U);
    const LegSpec& start = day.legs[0];
    EXPECT_EQ(start.name, "start");
    EXPECT_EQ(start.line, "city");
    EXPECT_FALSE(start.from_m);
    EXPECT_EQ(start.to_m, 3000.0);
    EXPECT_FALSE(start.width_m);
    EXPECT_EQ(start.traffic, Traffic::one_way);
    const LegSpec& bridge = day.legs[1];
    EXPECT_EQ(bridge.where.line, 15);
    EXPECT_EQ(bridge.from_m, 3000.0);
    EXPECT_EQ(bridge.to_m, 3400.0);
    EXPECT_EQ(bridge.traffic, Traffic::separated);
    EXPECT_EQ(bridge.forward_width_m, 3.0);
    EXPECT_EQ(day.legs[2].width_m, 4.0);
    EXPECT_FALSE(day.legs[2].to_m);
}

TEST_F(Day, HasLegsThatAreStraightRoads) {
    const LegSpec loop = example().legs.at(3);
    EXPECT_EQ(loop.line, "");
    EXPECT_EQ(loop.length_m, 2000.0);
    EXPECT_DOUBLE_EQ(loop.grade, -0.015);
    EXPECT_EQ(loop.width_m, 6.0);
    EXPECT_EQ(loop.traffic, Traffic::shared);
    EXPECT_FALSE(loop.forward_width_m);
}

TEST_F(Day, HasRacesWhoseRoutesRunLegsForwardAndBack) {
    const DaySpec day = example();
    ASSERT_EQ(day.races.size(), 2U);
    const DayRaceSpec& marathon = day.races[0];
    EXPECT_EQ(marathon.name, "marathon");
    EXPECT_EQ(marathon.scenario, folder_.path() / "races" / "marathon.yaml");
    EXPECT_EQ(marathon.length_m, 42195.0);
    EXPECT_EQ(marathon.colour, "#0072b2");
    EXPECT_EQ(marathon.where.line, 19);
    ASSERT_EQ(marathon.route.size(), 5U);
    EXPECT_EQ(marathon.route[1].leg, "bridge");
    EXPECT_EQ(marathon.route[1].direction, Direction::forward);
    EXPECT_EQ(marathon.route[3].leg, "bridge");
    EXPECT_EQ(marathon.route[3].direction, Direction::back);
    EXPECT_EQ(marathon.route[3].where.line, 23);
    EXPECT_EQ(marathon.route[3].where.column, 34);
    EXPECT_FALSE(day.races[1].length_m);
    EXPECT_EQ(day.races[1].colour, "");
}

TEST_F(Day, HasMergesThatZipUnlessOneRoadHasPriority) {
    const DaySpec day = example();
    ASSERT_EQ(day.merges.size(), 2U);
    EXPECT_EQ(day.merges[0].into.leg, "loop");
    EXPECT_EQ(day.merges[0].into.direction, Direction::forward);
    EXPECT_EQ(day.merges[0].into.where.line, 26);
    EXPECT_EQ(day.merges[0].rule, MergeRule::priority);
    EXPECT_EQ(day.merges[0].first, "bridge");
    EXPECT_EQ(day.merges[1].into.direction, Direction::back);
    EXPECT_EQ(day.merges[1].rule, MergeRule::zip);
    EXPECT_EQ(day.merges[1].where.line, 27);
}

TEST_F(Day, HasCrossingsWithTheTimesOfTheirRule) {
    const DaySpec day = example();
    ASSERT_EQ(day.crossings.size(), 3U);
    const CrossingSpec& market = day.crossings[0];
    EXPECT_EQ(market.name, "Market");
    EXPECT_EQ(market.leg, "start");
    EXPECT_EQ(market.at_m, 1200.0);
    EXPECT_EQ(market.other_leg, "loop");
    EXPECT_EQ(market.other_at_m, 400.0);
    EXPECT_EQ(market.rule, CrossingRule::gaps);
    EXPECT_EQ(market.gap_s, 7.0);
    EXPECT_EQ(market.where.line, 29);
    EXPECT_EQ(day.crossings[1].rule, CrossingRule::pulses);
    EXPECT_EQ(day.crossings[1].pulse_s, 20.0);
    EXPECT_EQ(day.crossings[1].clearing_s, 5.0);
    EXPECT_EQ(day.crossings[2].rule, CrossingRule::none);
    EXPECT_EQ(day.crossings[2].gap_s, CrossingSpec{}.gap_s);
}

TEST_F(Day, HasStationsWithAllTheirKeysAndPlacesByName) {
    const DaySpec day = example();
    ASSERT_EQ(day.stations.size(), 2U);
    EXPECT_EQ(day.stations[0].leg, "loop");
    EXPECT_EQ(day.stations[0].station.name, "Water 1");
    EXPECT_EQ(day.stations[0].station.at_m, 500.0);
    EXPECT_EQ(day.stations[0].station.side, StationSide::left);
    EXPECT_EQ(day.stations[0].station.goods.at(0).name, "water");
    EXPECT_EQ(day.stations[0].where.line, 33);
    EXPECT_EQ(day.stations[0].station.where.line, 33);
    ASSERT_EQ(day.places.size(), 1U);
    EXPECT_EQ(day.places[0].name, "Town hall");
    EXPECT_EQ(day.places[0].leg, "start");
    EXPECT_EQ(day.places[0].at_m, 1000.0);
    EXPECT_EQ(day.places[0].where.line, 36);
}

TEST_F(Day, OfRacesWithCoursesOfTheirOwnHasAToleranceToMatchThem) {
    folder_.write("races/example.yaml", example_text());
    const DaySpec day = read(matched_day_text());
    EXPECT_EQ(day.matching_tolerance_m, 20.0);
    EXPECT_TRUE(day.legs.empty());
    EXPECT_TRUE(day.races[0].route.empty());
    const auto races = load_day_races(day);
    ASSERT_EQ(races.size(), 2U);
    EXPECT_EQ(races[0].course.length_m, 10000.0);
    EXPECT_EQ(races[0].course.line, folder_.path() / "line.csv");
}

TEST_F(Day, MayHaveOneRaceAlone) {
    folder_.write("races/example.yaml", example_text());
    const DaySpec day =
        read("gineste_day: 1\nname: One\nraces: [{name: long, scenario: example.yaml}]\n");
    EXPECT_EQ(load_day_races(day).size(), 1U);
    EXPECT_EQ(day.matching_tolerance_m, 15.0);
}

TEST_F(Day, GivesRacesOnARouteTheirCertifiedLengthAndNoLine) {
    const auto races = load_day_races(example());
    ASSERT_EQ(races.size(), 2U);
    EXPECT_EQ(races[0].name, "Marathon");
    EXPECT_EQ(races[0].course.length_m, 42195.0);
    EXPECT_TRUE(races[0].course.line.empty());
    EXPECT_TRUE(races[0].course.sections.empty());
    EXPECT_FALSE(races[1].course.length_m);
    EXPECT_EQ(races[1].waves.at(0).gun_s, 11.5 * 3600.0);
    EXPECT_EQ(races[1].field.entrants, 100);
}

TEST_F(Day, PassesOnTheSeedButNoTerrainToRacesOnARoute) {
    ScenarioOverrides overrides;
    overrides.seed = 12;
    overrides.dem = folder_.path() / "dem.tif";
    for (const Scenario& race : load_day_races(example(), overrides)) {
        EXPECT_EQ(race.seed, 12U);
        EXPECT_TRUE(race.course.dem.empty());
    }
}

TEST_F(Day, PutsTheCourseOfARaceOnARouteAside) {
    folder_.write("races/half.yaml",
                  courseless_text("Half", "11:30") + "course: {line: ../line.csv}\n");
    const auto races = load_day_races(example());
    EXPECT_TRUE(races[1].course.line.empty());
    EXPECT_TRUE(races[1].course.sections.empty());
}

TEST_F(Day, TakesAScenarioThatLeavesTheCourseOfAnotherOut) {
    folder_.write("races/example.yaml", example_text());
    folder_.write("races/half.yaml",
                  "extends: example.yaml\ncourse:\ndate: 2025-10-12\nzone: Europe/Amsterdam\n");
    const auto races = load_day_races(example());
    EXPECT_EQ(races[1].name, "Ten kilometres");
    EXPECT_TRUE(races[1].course.line.empty());
}

TEST_F(Day, HoldsPlacesOfARaceToItsCertifiedLength) {
    const DaySpec day = read(day_with("length: 42.195 km", "length: 19 km"));
    EXPECT_THAT(fault(day), HasSubstr("stations[1].at is 20 km (beyond the finish at 19 km)"));
}

TEST_F(Day, IsOneSimulation) {
    const auto with = [&](const std::string& from, const std::string& to) {
        std::string text = courseless_text("Half", "11:30");
        text.replace(text.find(from), from.size(), to);
        folder_.write("races/half.yaml", text);
        return fault(example());
    };
    EXPECT_THAT(with("Europe/Amsterdam", "Europe/Paris"),
                HasSubstr("day.yaml:24:5: 'half' has the zone Europe/Paris ('marathon' has "
                          "Europe/Amsterdam). Give their scenarios one time zone."));
    EXPECT_THAT(with("step: 0.5 s", "step: 0.25 s"),
                HasSubstr("'half' has a step of 0.25 s ('marathon' has one of 0.5 s). Give their "
                          "scenarios one `step`."));
    EXPECT_THAT(with("2025-10-12", "2024-10-13"),
                HasSubstr("'half' has its first gun on 2024-10-13 ('marathon' has its own on "
                          "2025-10-12). Give their scenarios one `date`."));
    EXPECT_EQ(with("2025-10-12", "2025-10-11"), "") << "a night before is allowed";
}

TEST_F(Day, MissesItsFile) { EXPECT_THROW(load_day(folder_.path() / "none.yaml"), MissingInput); }

TEST_F(Day, IsToldFromAScenarioByItsFirstKey) {
    const auto is_day = [&](const std::string& text) {
        return is_day_file(folder_.write("races/any.yaml", text));
    };
    EXPECT_TRUE(is_day(day_text()));
    EXPECT_TRUE(is_day("\xEF\xBB\xBF\r\n# a day\r\n---\r\ngineste_day : 1\r\n"));
    EXPECT_FALSE(is_day(example_text()));
    EXPECT_FALSE(is_day("# gineste_day: 1\ngineste: 1\n"));
    EXPECT_FALSE(is_day("name: x\ngineste_day: 1\n"));
    EXPECT_FALSE(is_day("gineste_day_of_mine: 1\n"));
    EXPECT_FALSE(is_day("gineste_day"));
    EXPECT_FALSE(is_day(""));
    EXPECT_FALSE(is_day_file(folder_.path() / "none.yaml"));
    EXPECT_FALSE(is_day_file(folder_.path()));
}

}  // namespace
}  // namespace gineste
