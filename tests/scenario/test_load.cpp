// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "example.hpp"
#include "scenario/scenario.hpp"

namespace gineste {
namespace {

using testing::HasSubstr;

Scenario parse_in(const ExampleFolder& folder, const std::string& text,
                  const ScenarioOverrides& overrides = {}) {
    return parse_scenario(text, folder.path() / "races/race.yaml", overrides);
}

std::string message_of(const ExampleFolder& folder, const std::string& text) {
    try {
        parse_in(folder, text);
    } catch (const InputError& error) {
        return error.what();
    }
    return "";
}

TEST(Scenario, ReadsEveryKindOfValueInSiUnits) {
    const ExampleFolder folder;
    const Scenario scenario = parse_in(folder, example_text());
    EXPECT_EQ(scenario.name, "Ten kilometres");
    EXPECT_EQ(to_text(scenario.date), "2025-05-04");
    EXPECT_EQ(scenario.zone.name(), "Europe/Paris");
    EXPECT_EQ(scenario.limit_s, 7200.0);
    EXPECT_EQ(scenario.course.length_m, 10000.0);
    EXPECT_EQ(scenario.course.sections.at(1).width_m, 6.0);
    EXPECT_EQ(scenario.course.heights.at(0).elevation_m, 120.0);
    EXPECT_EQ(scenario.waves.at(0).gun_s, 34200.0);
    EXPECT_EQ(scenario.waves.at(1).start, WaveStart::after_previous);
    EXPECT_EQ(scenario.waves.at(1).order, PenOrder::by_prediction);
    EXPECT_EQ(scenario.field.women_share, 0.39);
    EXPECT_EQ(scenario.field.men.median_s, 3000.0);
    EXPECT_DOUBLE_EQ(scenario.motion.lateral_speed_mps, 2.9 / 3.6);
    EXPECT_EQ(scenario.motion.acceleration_mps2, 1.2);
    EXPECT_EQ(scenario.stations.at(0).side, StationSide::left);
    EXPECT_EQ(scenario.stations.at(0).cups_per_minute, 20.0);
    EXPECT_TRUE(std::isinf(scenario.stations.at(1).at_m));
}

TEST(Scenario, ReadsWeatherIncidentsAndWalking) {
    const ExampleFolder folder;
    const std::string motion = example_with("motion:\n", R"(weather:
  temperature_c: 24
  humidity: 60 %
  wind_speed: 18 km/h
  wind_from_deg: 315
  rain: falling
incidents:
  - {from: 4 km, to: 4.2 km, begin: "09:40", end: "10:05", width: 3 m, side: right}
motion:
  grade: minetti
  walking: {gaits: run_only, transition_speed: 2 m/s}
)");
    const Scenario scenario = parse_in(folder, motion);
    EXPECT_EQ(scenario.weather.temperature_c, 24.0);
    EXPECT_EQ(scenario.weather.humidity, 0.6);
    EXPECT_EQ(scenario.weather.wbgt_c, std::nullopt);
    EXPECT_EQ(scenario.weather.wind_speed_mps, 5.0);
    EXPECT_EQ(scenario.weather.wind_from_deg, 315.0);
    EXPECT_EQ(scenario.weather.rain, Rain::falling);
    ASSERT_EQ(scenario.incidents.size(), 1U);
    EXPECT_EQ(scenario.incidents[0].from_m, 4000.0);
    EXPECT_EQ(scenario.incidents[0].begin_s, 34800.0);
    EXPECT_EQ(scenario.incidents[0].side, KeptSide::right);
    EXPECT_EQ(scenario.motion.grade, GradeLaw::minetti);
    EXPECT_EQ(scenario.motion.walking.gaits, Gaits::run_only);
    EXPECT_EQ(scenario.motion.walking.transition_speed_mps, 2.0);
}

TEST(Scenario, KeepsThePlaceOfEachItem) {
    const ExampleFolder folder;
    const Scenario scenario = parse_in(folder, example_text());
    EXPECT_EQ(scenario.waves.at(1).where.line, 21);
    EXPECT_EQ(scenario.waves.at(1).where.column, 5);
    EXPECT_EQ(scenario.stations.at(0).where.line, 31);
}

TEST(Scenario, LeavesTheStructsOwnDefaultsWhereAKeyIsAbsent) {
    const ExampleFolder folder;
    const Scenario scenario = parse_in(folder, example_text());
    EXPECT_EQ(scenario.motion.standstill_gap_m, MotionSpec{}.standstill_gap_m);
    EXPECT_EQ(scenario.field.women.median_s, FieldSpec{}.women.median_s);
    EXPECT_EQ(scenario.stations.at(0).take_share, StationSpec{}.take_share);
}

TEST(Scenario, StartsPathsFromTheFolderOfTheFile) {
    const ExampleFolder folder;
    EXPECT_EQ(parse_in(folder, example_text()).course.line, folder.path() / "line.csv");
}

TEST(Scenario, SumsTheWavesWhereTheFieldIsSilent) {
    const ExampleFolder folder;
    EXPECT_EQ(parse_in(folder, example_with("  entrants: 1500\n", "")).field.entrants, 1500);
}

TEST(Scenario, LetsASingleWaveTakeTheWholeField) {
    const ExampleFolder folder;
    std::string text = example_with("  - {name: First, entrants: 1000,", "  - {name: First,");
    text.replace(text.find("  - {name: Second"),
                 text.find("field:") - text.find("  - {name: Second"), "");
    EXPECT_EQ(parse_in(folder, text).waves.at(0).entrants, 1500);
}

TEST(Scenario, DrawsBehaviourFromTheSeedUnlessToldOtherwise) {
    const ExampleFolder folder;
    EXPECT_EQ(parse_in(folder, example_text()).behaviour_seed, 7U);
    EXPECT_EQ(
        parse_in(folder, example_with("seed: 7", "seed: 7\nbehaviour_seed: 9")).behaviour_seed, 9U);
    ScenarioOverrides overrides;
    overrides.seed = 11;
    EXPECT_EQ(parse_in(folder, example_text(), overrides).behaviour_seed, 11U);
}

TEST(Scenario, PutsTheTerrainOfTheCommandLineInPlaceOfAMissingOne) {
    const ExampleFolder folder;
    ScenarioOverrides overrides;
    overrides.dem = folder.path() / "dem.tif";
    const auto file = folder.write("races/race.yaml", example_with("../dem.tif", "nowhere.tif"));
    EXPECT_EQ(load_scenario(file, overrides).course.dem, folder.path() / "dem.tif");
    EXPECT_THROW(load_scenario(file), InputError);
    overrides.dem = folder.path() / "neither.tif";
    EXPECT_THROW(load_scenario(file, overrides), MissingInput);
}

TEST(Scenario, CountsTheFirstGunFromTheEpochInItsZone) {
    const ExampleFolder folder;
    // 2025-05-04 09:30 in Paris, two hours ahead of UTC: date -d '2025-05-04 07:30 UTC' +%s
    EXPECT_EQ(first_gun_instant_s(parse_in(folder, example_text())), 1746343800.0);
    const std::string autumn = example_with("2025-05-04", "2026-10-25");
    // an hour ahead only, after the clocks went back that night
    EXPECT_EQ(first_gun_instant_s(parse_in(folder, autumn)), 1792917000.0);
}

TEST(Scenario, SaysWhichFileIsMissing) {
    EXPECT_THROW(load_scenario("no/such/race.yaml"), MissingInput);
    const ExampleFolder folder;
    EXPECT_THROW(load_scenario(folder.path()), MissingInput);
    EXPECT_THAT(message_of(folder, example_with("../line.csv", "../route.gpx")),
                HasSubstr((folder.path() / "route.gpx").string()));
}

TEST(Scenario, IgnoresAByteOrderMarkAndWindowsLineEnds) {
    const ExampleFolder folder;
    std::string windows = "\xEF\xBB\xBF";
    for (const char c : example_text())
        windows += c == '\n' ? std::string("\r\n") : std::string(1, c);
    EXPECT_EQ(parse_in(folder, windows).waves.at(1).where.line, 21);
    windows.replace(windows.find("0.5 s"), 5, "0.5 x");
    EXPECT_THAT(message_of(folder, windows), HasSubstr("race.yaml:6:7: step is '0.5 x'"));
}

TEST(Scenario, SaysAllProblemsInTheOrderOfTheFile) {
    const ExampleFolder folder;
    std::string text = example_with("step: 0.5 s", "step: soon");
    text.replace(text.find("39 %"), 4, "390 %");
    text.replace(text.find("zone: Europe/Paris"), 18, "zone: Europe/Cassis");
    try {
        parse_in(folder, text);
        FAIL();
    } catch (const InputError& error) {
        ASSERT_EQ(error.problems().size(), 3U);
        EXPECT_EQ(error.problems()[0].where.line, 4);
        EXPECT_EQ(error.problems()[1].where.line, 6);
        EXPECT_EQ(error.problems()[2].where.line, 24);
    }
}

TEST(Scenario, HoldsTheLimitsAndRefusesOneMore) {
    const ExampleFolder folder;
    std::string text = example_with("entrants: 1500", "entrants: 500000");
    text.replace(text.find("entrants: 1000"), 14, "entrants: 499500");
    EXPECT_EQ(parse_in(folder, text).field.entrants, 500000);
    text.replace(text.find("entrants: 499500"), 16, "entrants: 499501");
    EXPECT_THAT(message_of(folder, text),
                HasSubstr("the waves have 500001 entrants (the limit is 500,000)"));

    std::string large = example_text() + "#";
    large.resize(1024 * 1024, 'x');
    EXPECT_NO_THROW(parse_in(folder, large));
    EXPECT_THAT(message_of(folder, large + "x"),
                HasSubstr("race.yaml:1:1: the file is larger than 1 MiB"));
}

}  // namespace
}  // namespace gineste
