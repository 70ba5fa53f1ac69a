// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "field/entrants.hpp"
#include "support/small_race.hpp"

namespace gineste {
namespace {

using ::testing::HasSubstr;

class Entrants : public ::testing::Test {
  protected:
    Scenario scenario_with(const std::string& csv) {
        const auto* info = ::testing::UnitTest::GetInstance()->current_test_info();
        file_ = std::filesystem::temp_directory_path() /
                (std::string("gineste-entrants-") + info->name() + ".csv");
        std::ofstream(file_) << csv;
        Scenario scenario = test::plain_scenario(0, 3.0);
        scenario.field.entrants_file = file_;
        scenario.waves[0].name = "Préférentiel";
        test::add_wave(scenario, 0, 600.0);
        return scenario;
    }
    std::string complaint(const std::string& csv) {
        const Scenario scenario = scenario_with(csv);
        try {
            read_entrants(scenario);
        } catch (const InputError& error) {
            return error.what();
        }
        return "";
    }
    void TearDown() override { std::filesystem::remove(file_); }

    std::filesystem::path file_;
};

TEST_F(Entrants, AreReadUnderFrenchHeadings) {
    const Scenario scenario = scenario_with(
        "Dossard;Nom;Sexe;SAS;Temps visé\n12;Durand;F;Préférentiel;1h45\n7;Petit;H;wave "
        "2;2:05:30\n");
    const auto entrants = read_entrants(scenario);
    ASSERT_EQ(entrants.size(), 2u);
    EXPECT_EQ(entrants[0].bib, 12u);
    EXPECT_EQ(entrants[0].sex, Sex::woman);
    EXPECT_EQ(entrants[0].wave, WaveId(0));
    EXPECT_EQ(entrants[0].predicted_s, 6300.0);
    EXPECT_EQ(entrants[1].sex, Sex::man);
    EXPECT_EQ(entrants[1].wave, WaveId(1));
    EXPECT_EQ(entrants[1].predicted_s, 7530.0);
}

TEST_F(Entrants, MayHaveRunAndStartedAlready) {
    const Scenario scenario = scenario_with("bib,net time,start offset\n3,1:50:00,1:05\n4,,\n");
    const auto entrants = read_entrants(scenario);
    ASSERT_EQ(entrants.size(), 2u);
    EXPECT_EQ(entrants[0].net_s, 6600.0);
    EXPECT_EQ(entrants[0].start_offset_s, 65.0);
    EXPECT_FALSE(entrants[1].net_s);
    const Field field = draw_field(scenario, straight_course(5000.0, 0.0, 10.0));
    EXPECT_EQ(field.ideal_s[0], 6600.0);
    EXPECT_EQ(field.line_due_s[0], 65.0);
}

TEST_F(Entrants, AreReadUnderEnglishHeadings) {
    const auto entrants =
        read_entrants(scenario_with("bib,sex,wave,predicted time\n3,W,,1:50:00\n4,M,wave 2,\n"));
    EXPECT_EQ(entrants[0].wave, std::nullopt);
    EXPECT_EQ(entrants[0].predicted_s, 6600.0);
    EXPECT_EQ(entrants[1].predicted_s, std::nullopt);
}

TEST_F(Entrants, AreDrawnWhereTheFileIsSilent) {
    const Scenario scenario =
        scenario_with("bib,sex,wave,predicted time\n3,W,wave 2,1:50:00\n4,M,wave 2,\n");
    const Field field = draw_field(scenario, straight_course(20000.0, 0.0, 8.0));
    ASSERT_EQ(field.size(), 2u);
    EXPECT_EQ(field.bib[1], 4u);
    EXPECT_EQ(field.wave[0], 1u);
    EXPECT_NEAR(field.ideal_s[0], 6600.0, 6600.0 * 0.4);
    EXPECT_GT(field.flat_speed_mps[1], 1.0F);
}

TEST_F(Entrants, DistanceOfThePredictedTimeIsReadInEitherLanguage) {
    const auto french =
        read_entrants(scenario_with("Dossard;Temps visé;Distance de référence\n"
                                    "1;45:00;10 km\n2;1h45;\n"));
    EXPECT_EQ(french[0].predicted_over_m, 10000.0);
    EXPECT_EQ(french[1].predicted_over_m, std::nullopt);
    const auto english =
        read_entrants(scenario_with("bib,predicted time,distance\n1,1:38:00,21.0975 km\n"));
    EXPECT_EQ(english[0].predicted_over_m, 21097.5);
}

TEST_F(Entrants, DistanceIsRefusedWhereItSaysNothing) {
    const std::string said = complaint(
        "bib,predicted time,distance\n1,45:00,ten\n2,,10 km\n3,45:00,400 m\n4,45:00,10 km\n");
    EXPECT_THAT(said, HasSubstr(":2:9: distance is 'ten'"));
    EXPECT_THAT(said, HasSubstr(":3:4: distance is '10 km' (no predicted time stands beside it)"));
    EXPECT_THAT(said, HasSubstr(":4:9: distance is '400 m' (not from 1 km to 200 km)"));
}

// Riegel 1981: T2 = T1 (D2 / D1)^1.06. 10 km in 45:00 is 20 km in 45:00 · 2^1.06 = 1:33:49.
TEST_F(Entrants, PredictionOverAnotherDistanceIsConvertedByRiegel) {
    EXPECT_NEAR(riegel_time_s(2700.0, 10000.0, 20000.0, 1.06), 5629.3, 0.1);
    EXPECT_DOUBLE_EQ(riegel_time_s(2700.0, 10000.0, 10000.0, 1.06), 2700.0);
    Scenario scenario = scenario_with("bib,predicted time,distance\n1,45:00,10 km\n");
    scenario.field.prediction_bias_men = 0.0;
    scenario.field.prediction_bias_women = 0.0;
    scenario.field.prediction_sd = 0.0;
    const Course course = straight_course(20000.0, 0.0, 8.0);
    const Field field = draw_field(scenario, course);
    EXPECT_NEAR(field.predicted_s[0], 5629.3, 0.1);
    EXPECT_NEAR(field.ideal_s[0], 5629.3, 0.1);
    scenario.field.riegel_exponent = 1.0;
    EXPECT_NEAR(draw_field(scenario, course).predicted_s[0], 5400.0, 1e-9);
}

TEST_F(Entrants, EveryBadRowIsNamedAtOnce) {
    const std::string said =
        complaint("bib,sex,wave,predicted time\n1,F,wave 2,1:40:00\n1,X,wave 9,soon\n");
    EXPECT_THAT(said, HasSubstr(":3:1: bib is '1' (line 2 has it too)"));
    EXPECT_THAT(said, HasSubstr(":3:3: sex is 'X'"));
    EXPECT_THAT(said, HasSubstr(":3:5: wave is 'wave 9' (no wave of the scenario has that name)"));
    EXPECT_THAT(said, HasSubstr("Waves: Préférentiel, wave 2."));
    EXPECT_THAT(said, HasSubstr(":3:12: predicted time is 'soon'"));
}

TEST_F(Entrants, AFileWithoutRowsIsRefused) {
    EXPECT_THAT(complaint("bib,sex\n"), HasSubstr("no entrant"));
}

TEST_F(Entrants, AMissingFileIsMissingInput) {
    Scenario scenario = test::plain_scenario(1, 3.0);
    scenario.field.entrants_file = "no-such-entrants.csv";
    EXPECT_THROW(read_entrants(scenario), MissingInput);
}

}  // namespace
}  // namespace gineste
