// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "example.hpp"
#include "scenario/settings.hpp"
#include "scenario/study_spec.hpp"

namespace gineste {
namespace {

class Settings : public testing::Test {
  protected:
    Scenario with(const std::vector<ScenarioSetting>& settings) const {
        return load_scenario_with(folder_.write("races/example.yaml", example_text()), settings);
    }
    ExampleFolder folder_;
};

TEST_F(Settings, StandInPlaceOfWhatTheFileSays) {
    const Scenario scenario = with({{"start.line_width", "7 m"}, {"waves[1].name", "Front"}});
    EXPECT_EQ(scenario.start.line_width_m, 7.0);
    EXPECT_EQ(scenario.waves[0].name, "Front");
}

TEST_F(Settings, StandBesideWhatTheFileLeavesOut) {
    EXPECT_EQ(with({{"motion.walking.least_speed", "1.2 m/s"}}).motion.walking.least_speed_mps,
              1.2);
}

TEST_F(Settings, ReachEveryItemOfAList) {
    const Scenario scenario = with({{"waves[*].order", "by_prediction"}});
    for (const WaveSpec& wave : scenario.waves) EXPECT_EQ(wave.order, PenOrder::by_prediction);
}

TEST_F(Settings, AreHeldToTheRulesOfTheirKeys) {
    EXPECT_THROW(with({{"start.line_width", "-1 m"}}), InputError);
    EXPECT_THROW(with({{"start.widht", "1 m"}}), InputError);
    EXPECT_THROW(with({{"waves[99].name", "x"}}), InputError);
    EXPECT_THROW(with({{"waves[].name", "x"}}), InputError);
    EXPECT_THROW(with({{"waves", "x"}}), InputError);
}

/// The example, and on top of it one with drawn intervals.
class SettingsOfAChain : public Settings {
  protected:
    SettingsOfAChain() {
        folder_.write("races/example.yaml", example_text());
        file_ = folder_.write("editions/upper.yaml", R"(extends: ../races/example.yaml
name: Upper
field: {entrants: 300}
waves:
  - {name: First, entrants: 100, gun: "09:00"}
  - {name: Second, entrants: 100, interval: 6 min, interval_most: 8 min}
  - {name: Third, entrants: 100, interval: 6 min, interval_most: 8 min}
)");
    }
    Scenario upper(const std::vector<ScenarioSetting>& settings,
                   const ScenarioOverrides& overrides = {}) const {
        return load_scenario_with(file_, settings, overrides);
    }
    std::filesystem::path file_;
};

TEST_F(SettingsOfAChain, LieOverWhatAnyFileOfItSays) {
    const Scenario scenario =
        upper({{"start.line_width", "7 m"}, {"waves[2].name", "Late"}, {"seed", "11"}});
    EXPECT_EQ(scenario.start.line_width_m, 7.0);  // the lower file's
    EXPECT_EQ(scenario.waves[1].name, "Late");    // the upper file's
    EXPECT_EQ(scenario.name, "Upper");
    EXPECT_EQ(scenario.seed, 11U);
    ASSERT_EQ(scenario.extends.size(), 1U);
}

TEST_F(SettingsOfAChain, HavePathsFromTheFolderOfTheScenario) {
    const Scenario whole = upper({});
    folder_.write("editions/other.csv", "");
    EXPECT_EQ(upper({{"course.line", "other.csv"}}).course.line.parent_path(), file_.parent_path());
    EXPECT_NE(whole.course.line.parent_path(), file_.parent_path());
}

TEST_F(SettingsOfAChain, AreThereBeforeIntervalsAreDrawn) {
    const Scenario scenario =
        upper({{"waves[2].interval_most", "6 min"}, {"waves[1].gun", "10:00"}});
    EXPECT_EQ(*scenario.waves[1].gun_s, 10.0 * 3600.0 + 360.0);
}

TEST_F(SettingsOfAChain, AnotherSeedIsThatOfTheCommandLine) {
    for (const std::uint64_t seed : {8U, 9U, 10U}) {
        ScenarioOverrides overrides;
        overrides.seed = seed;
        const Scenario loaded = upper({}, overrides);
        Scenario moved = upper({});
        reseed(moved, seed);
        EXPECT_EQ(moved.seed, loaded.seed);
        EXPECT_EQ(moved.behaviour_seed, loaded.behaviour_seed);
        for (std::size_t w = 0; w < loaded.waves.size(); ++w) {
            EXPECT_EQ(moved.waves[w].gun_s, loaded.waves[w].gun_s);
        }
        EXPECT_NE(upper({}).waves[1].gun_s, loaded.waves[1].gun_s);
    }
}

TEST_F(SettingsOfAChain, AnotherSeedLeavesABehaviourSeedOfItsOwn) {
    Scenario scenario = upper({{"behaviour_seed", "3"}});
    reseed(scenario, 20);
    EXPECT_EQ(scenario.seed, 20U);
    EXPECT_EQ(scenario.behaviour_seed, 3U);
}

TEST(StudySpec, RefusesToVaryWhatTheScenarioStandsOn) {
    const ExampleFolder folder;
    folder.write("races/example.yaml", example_text());
    const auto file = folder.write("races/study.yaml", R"(gineste_study: 1
name: test
scenario: example.yaml
factors:
  - {key: extends, values: [a.yaml, b.yaml]}
)");
    EXPECT_THROW(load_study(file), InputError);
}

TEST(StudySpec, ReadsFactorsWithTheRuleOfTheirKey) {
    const ExampleFolder folder;
    folder.write("races/example.yaml", example_text());
    const StudySpec study = load_study(folder.write("races/study.yaml", R"(gineste_study: 1
name: test
scenario: example.yaml
design: latin_hypercube
points: 10
factors:
  - {key: start.line_width, from: 8 m, to: 0.01 km}
  - {key: "waves[1].order", values: [mixed]}
)"));
    EXPECT_EQ(study.factors[0].to_value, 10.0);
    EXPECT_EQ(study.factors[0].rule.kind, Kind::length);
    EXPECT_EQ(study.factors[1].rule.kind, Kind::choice);
    EXPECT_EQ(study.seeds, 10);
    EXPECT_TRUE(study.scenario.is_absolute());
}

TEST(Study, ThatIsShippedVariesKeysOfItsScenario) {
    const auto folder = std::filesystem::path(GINESTE_SOURCE_DIR) / "scenarios" / "studies";
    const StudySpec study = load_study(folder / "marseille-cassis-line.yaml");
    EXPECT_EQ(load_scenario(study.scenario).waves.size(), 9U);
    ASSERT_EQ(study.factors.size(), 2U);
    EXPECT_EQ(study.factors[0].to_value, 16.0);
    EXPECT_EQ(study.factors[1].from_value, 0.9);
}

}  // namespace
}  // namespace gineste
