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
