// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <vector>

#include "core/csv.hpp"
#include "day_example.hpp"
#include "scenario/day_spec.hpp"
#include "scenario/scenario.hpp"

namespace gineste {
namespace {

const std::filesystem::path kScenarios = std::filesystem::path(GINESTE_SOURCE_DIR) / "scenarios";

// The terrain may have to be built or fetched first, so the scenario is read beside empty
// stand-ins.
Scenario shipped(const ExampleFolder& folder) {
    for (const char* name : {"route.csv", "dem.tif", "sections.csv"}) {
        folder.write(std::string("terrain/marseille-cassis/") + name, "");
    }
    const std::string name = "marseille-cassis-2024.yaml";
    return load_scenario(folder.write("scenarios/" + name, read_file(kScenarios / name)));
}

TEST(ShippedScenario, SendsTwentyThousandInNineWavesWithinAnHour) {
    const ExampleFolder folder;
    const Scenario race = shipped(folder);
    EXPECT_EQ(race.field.entrants, 20000);
    ASSERT_EQ(race.waves.size(), 9U);
    EXPECT_EQ(race.waves.front().gun_s, 9 * 3600.0);
    EXPECT_EQ(race.waves.back().gun_s, 9 * 3600.0 + 56 * 60.0);
    // 27 October 2024, 09:00 CET = 08:00 UTC, on the morning the clocks went back
    EXPECT_EQ(first_gun_instant_s(race), 1730016000.0);
}

TEST(ShippedScenario, HasFiveRefreshmentPostsAndTwoForSponges) {
    const ExampleFolder folder;
    const Scenario race = shipped(folder);
    int sponges = 0;
    for (const StationSpec& station : race.stations) sponges += station.kind == StationKind::sponge;
    EXPECT_EQ(race.stations.size(), 7U);
    EXPECT_EQ(sponges, 2);
    EXPECT_TRUE(std::isinf(race.stations.back().at_m));
}

TEST(ShippedScenario, PutsItsStationsWhereTheTerrainSaysTheyStand) {
    const ExampleFolder folder;
    const Scenario race = shipped(folder);
    const CsvTable table = read_csv(kScenarios / "../terrain/marseille-cassis/stations.csv");
    const auto km = table.column({"km"}), name = table.column({"name"}),
               kind = table.column({"kind"});
    ASSERT_TRUE(km && name && kind);
    ASSERT_EQ(table.rows(), race.stations.size());
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const StationSpec& station = race.stations[row];
        EXPECT_EQ(station.name, table.text(row, *name));
        EXPECT_EQ(station.kind == StationKind::sponge, table.text(row, *kind) == "sponge");
        const double at_m = std::min(station.at_m, *race.course.length_m);
        EXPECT_NEAR(at_m, 1000.0 * table.number(row, *km).value(), 1e-6);
    }
}

TEST(ShippedScenario, FinishesAsManyAsWereClassified) {
    const ExampleFolder folder;
    const Scenario race = shipped(folder);
    EXPECT_EQ(race.field.no_show_share, 0.0);
    EXPECT_NEAR(race.field.entrants * (1.0 - race.field.withdraw_share), 19910.0, 0.5);
}

/// The blocks of YAML of the README, in order.
std::vector<std::string> examples_of_the_readme() {
    const std::string readme = read_file(kScenarios / "README.md");
    std::vector<std::string> examples;
    for (std::size_t at = readme.find("```yaml\n"); at != std::string::npos;
         at = readme.find("```yaml\n", at + 8)) {
        examples.push_back(readme.substr(at + 8, readme.find("```", at + 8) - at - 8));
    }
    return examples;
}

std::vector<std::filesystem::path> shipped_days() {
    std::vector<std::filesystem::path> days;
    for (const auto& entry : std::filesystem::directory_iterator(kScenarios / "days")) {
        if (entry.path().extension() == ".yaml") days.push_back(entry.path());
    }
    std::sort(days.begin(), days.end());
    return days;
}

TEST(ShippedDay, EveryOneIsReadWithItsRaces) {
    const auto days = shipped_days();
    EXPECT_GE(days.size(), 10U);
    for (const auto& file : days) {
        SCOPED_TRACE(file.filename().string());
        EXPECT_TRUE(is_day_file(file));
        const DaySpec day = load_day(file);
        EXPECT_EQ(load_day_races(day).size(), day.races.size());
    }
}

TEST(ShippedDay, EveryOneIsListedInTheReadme) {
    const std::string readme = read_file(kScenarios / "README.md");
    for (const auto& file : shipped_days()) {
        const std::string link = "](days/" + file.filename().string() + ")";
        EXPECT_NE(readme.find(link), std::string::npos) << link;
    }
}

TEST(ShippedDay, EveryRaceOfTheFolderIsOfSomeDay) {
    std::vector<std::string> used;
    for (const auto& file : shipped_days()) {
        for (const DayRaceSpec& race : load_day(file).races) {
            used.push_back(race.scenario.filename().string());
        }
    }
    for (const auto& entry : std::filesystem::directory_iterator(kScenarios / "days/races")) {
        const std::string name = entry.path().filename().string();
        EXPECT_NE(std::find(used.begin(), used.end(), name), used.end()) << name;
    }
}

// The races that the text names are those of any half and full marathon.
TEST(ShippedDay, EveryDayThatTheReadmeTeachesIsComplete) {
    std::size_t days = 0;
    for (const std::string& example : examples_of_the_readme()) {
        if (example.find("gineste_day:") == std::string::npos) continue;
        SCOPED_TRACE(example);
        const DayFolder folder;
        const DaySpec day = load_day(folder.write_day(example));
        EXPECT_EQ(load_day_races(day).size(), day.races.size());
        ++days;
    }
    EXPECT_GE(days, 2U);
}

TEST(ShippedScenario, TheExampleOfTheReadmeIsComplete) {
    const std::string example = examples_of_the_readme().front();
    const ExampleFolder folder;
    const Scenario race = parse_scenario(example, folder.path() / "race.yaml");
    EXPECT_EQ(race.field.entrants, 3000);
    EXPECT_EQ(race.stations.size(), 2U);
}

}  // namespace
}  // namespace gineste
