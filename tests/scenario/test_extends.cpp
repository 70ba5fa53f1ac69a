// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "example.hpp"
#include "scenario/scenario.hpp"

namespace gineste {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

/// Scenarios on top of one another; each `write` is a file beside the example, `base.yaml`.
class Extends : public testing::Test {
  protected:
    Extends() { write("races/base.yaml", example_text()); }

    std::filesystem::path write(const std::string& name, const std::string& text) const {
        return folder_.write(name, text);
    }
    Scenario load(const std::string& patch) const {
        return load_scenario(write("races/race.yaml", "extends: base.yaml\n" + patch));
    }
    std::string refusal(const std::string& patch) const {
        try {
            load(patch);
        } catch (const InputError& error) {
            return error.what();
        }
        return "accepted";
    }
    std::vector<std::string> wave_names(const std::string& patch) const {
        std::vector<std::string> names;
        for (const WaveSpec& wave : load(patch).waves) names.push_back(wave.name);
        return names;
    }

    ExampleFolder folder_;
};

TEST_F(Extends, WhatIsNotWrittenIsAsBelow) {
    const Scenario race = load("name: Another year\n");
    EXPECT_EQ(race.name, "Another year");
    EXPECT_EQ(race.seed, 7U);
    EXPECT_EQ(race.waves.size(), 2U);
    EXPECT_EQ(*race.course.length_m, 10000.0);
    ASSERT_EQ(race.extends.size(), 1U);
    EXPECT_EQ(race.extends.front().filename(), "base.yaml");
    EXPECT_EQ(race.file.filename(), "race.yaml");
}

TEST_F(Extends, MappingsAreLaidOverKeyByKey) {
    const Scenario race = load("motion: {time_gap: 0.4 s}\nfield: {men: {spread: 0.25}}\n");
    EXPECT_EQ(race.motion.time_gap_s, 0.4);
    EXPECT_EQ(race.motion.acceleration_mps2, 1.2);
    EXPECT_EQ(race.field.men.spread, 0.25);
    EXPECT_EQ(race.field.men.median_s, 3000.0);
}

TEST_F(Extends, AListReplacesAListWhole) {
    EXPECT_THAT(wave_names("waves:\n  - {name: All, entrants: 1500, gun: \"10:00\"}\n"),
                ElementsAre("All"));
}

TEST_F(Extends, AMappingOfNamesChangesTakesAwayAndAddsItems) {
    const Scenario race =
        load("stations:\n  Half way: {tables: 33}\n  Finish:\n  Bridge: {at: 8 km}\n");
    ASSERT_EQ(race.stations.size(), 2U);
    EXPECT_EQ(race.stations[0].name, "Half way");
    EXPECT_EQ(race.stations[0].tables, 33);
    EXPECT_EQ(race.stations[0].at_m, 5000.0);
    EXPECT_EQ(race.stations[1].name, "Bridge");
    EXPECT_EQ(race.stations[1].at_m, 8000.0);
}

TEST_F(Extends, AnItemMayBeGivenAnotherName) {
    EXPECT_THAT(wave_names("waves: {Second: {name: Last}}\n"), ElementsAre("First", "Last"));
}

TEST_F(Extends, AnEmptyValueTakesAKeyAway) {
    EXPECT_TRUE(load("stations:\n").stations.empty());
    EXPECT_EQ(load("motion: {time_gap: }\n").motion.time_gap_s, MotionSpec{}.time_gap_s);
}

TEST_F(Extends, AnEmptyValueWithNothingBelowIsRefused) {
    EXPECT_THAT(refusal("weather:\n"), HasSubstr("race.yaml:2:1: weather has no value"));
}

TEST_F(Extends, PathsStartFromTheFolderOfTheFileTheyStandIn) {
    write("elsewhere/deep/other.csv", "");
    const auto file = write("elsewhere/deep/race.yaml",
                            "extends: ../../races/base.yaml\ncourse: {dem: other.csv}\n");
    const Scenario race = load_scenario(file);
    EXPECT_TRUE(std::filesystem::equivalent(race.course.line, folder_.path() / "line.csv"));
    EXPECT_TRUE(
        std::filesystem::equivalent(race.course.dem, folder_.path() / "elsewhere/deep/other.csv"));
}

TEST_F(Extends, AChainOfThreeLiesInOrder) {
    write("races/middle.yaml", "extends: base.yaml\nname: Middle\nseed: 8\n");
    const Scenario race =
        load_scenario(write("races/top.yaml", "extends: middle.yaml\nname: Top\n"));
    EXPECT_EQ(race.name, "Top");
    EXPECT_EQ(race.seed, 8U);
    EXPECT_EQ(race.extends.size(), 2U);
}

TEST_F(Extends, ErrorsPointIntoTheFileTheyStandIn) {
    write("races/base.yaml", example_with("length: 10 km", "length: banana"));
    const std::string message = refusal("seed: -3\n");
    EXPECT_THAT(message, HasSubstr("race.yaml:2:7: seed is '-3'"));
    EXPECT_THAT(message, HasSubstr("base.yaml:11:11: course.length is 'banana'"));
    EXPECT_THAT(message, HasSubstr("      length: banana\n"));
    EXPECT_LT(message.find("race.yaml"), message.find("base.yaml"));
}

TEST_F(Extends, WhatFollowsFromBothPointsAtTheUpperFile) {
    EXPECT_THAT(refusal("waves: {First: {entrants: 1200}}\n"),
                HasSubstr("base.yaml:23:13: field.entrants is 1500 (the waves have 1700 in all)"));
    EXPECT_THAT(refusal("stations: {Half way: {tables: 0}}\n"),
                HasSubstr("race.yaml:2:31: stations[1].tables is '0'"));
}

TEST_F(Extends, BrokenYamlBelowIsToldWithItsOwnPlace) {
    write("races/base.yaml", "gineste: 1\nname: [\n");
    EXPECT_THAT(refusal(""), HasSubstr("base.yaml:"));
}

TEST_F(Extends, AMissingFileIsRefusedWhereItIsAskedFor) {
    const auto file = write("races/lost.yaml", "name: Lost\nextends: nowhere.yaml\n");
    try {
        load_scenario(file);
        FAIL() << "accepted";
    } catch (const InputError& error) {
        EXPECT_THAT(error.what(), HasSubstr("lost.yaml:2:10: extends is 'nowhere.yaml' (no such"));
    }
}

TEST_F(Extends, ACycleIsRefused) {
    write("races/base.yaml", "extends: race.yaml\n");
    EXPECT_THAT(refusal(""), HasSubstr("base.yaml:1:10: extends is 'race.yaml' (the chain comes "
                                       "back to a file it began with)"));
}

TEST_F(Extends, AChainOfMoreThanEightFilesIsRefused) {
    for (int k = 1; k <= 9; ++k) {
        const std::string below = k == 1 ? "base" : "level" + std::to_string(k - 1);
        write("races/level" + std::to_string(k) + ".yaml", "extends: " + below + ".yaml\n");
    }
    EXPECT_NO_THROW(load_scenario(folder_.path() / "races/level7.yaml"));
    EXPECT_THROW(load_scenario(folder_.path() / "races/level8.yaml"), InputError);
}

TEST_F(Extends, AnUnknownItemIsNotTakenAway) {
    EXPECT_THAT(refusal("stations: {Half wy: }\n"),
                HasSubstr("no item below is called 'Half wy' (there is nothing to take away or to "
                          "change). Did you mean 'Half way'?"));
}

TEST_F(Extends, ASlipInTheNameOfAnItemMissesItsOtherKeys) {
    EXPECT_THAT(refusal("stations: {Half wy: {tables: 3}}\n"),
                HasSubstr("stations[3] has no `at`"));
}

TEST_F(Extends, TwoItemsOfOneNameCannotBeToldApart) {
    write("races/base.yaml", example_with("name: River road", "name: Main street"));
    EXPECT_THAT(refusal("course: {sections: {Main street: {width: 9 m}}}\n"),
                HasSubstr("two items below are called 'Main street'"));
}

TEST_F(Extends, AnItemIsNotAWord) {
    EXPECT_THAT(refusal("stations: {Half way: closed}\n"), HasSubstr("'Half way' has no keys"));
}

TEST_F(Extends, AnEmptyNameIsRefused) {
    EXPECT_THROW(load_scenario(write("races/x.yaml", "extends:\n")), InputError);
}

}  // namespace
}  // namespace gineste
