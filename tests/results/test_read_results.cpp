// SPDX-License-Identifier: Apache-2.0
#include <gdal_priv.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <ogrsf_frmts.h>

#include <cmath>
#include <fstream>
#include <memory>

#include "course/course_files.hpp"
#include "results/results.hpp"
#include "support/small_race.hpp"

namespace gineste {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr double kLength = 20000.0;

Scenario two_waves() {
    Scenario scenario = test::plain_scenario(0, 3.0);
    scenario.waves[0].name = "Vague 1";
    test::add_wave(scenario, 0, 600.0);
    scenario.waves[1].name = "Vague 2";
    return scenario;
}

Results read(const std::string& text, const Scenario& scenario = two_waves()) {
    const TestFolder folder;
    return read_results(folder.write("results.csv", text), scenario, kLength);
}

TEST(Results, OfAFrenchTableWithSemicolonsAndAByteOrderMark) {
    const Results results = read(
        "\xEF\xBB\xBF"
        "Dossard;Nom;Sexe;Vague;Décalage;5 km;10 km;Temps réel\r\n"
        "12;Durand;F;1;0:00:20;27'30;55'10;1h50'30\r\n"
        "13;Petit;H;Vague 2;11:05;0:25:00;;2:00:00\r\n");
    ASSERT_EQ(results.runners.size(), 2u);
    EXPECT_TRUE(results.broken.empty());
    EXPECT_THAT(results.marks_m, ElementsAre(5000.0, 10000.0, kLength));
    EXPECT_EQ(results.runners[0].bib, 12u);
    EXPECT_EQ(results.runners[0].sex, Sex::woman);
    EXPECT_EQ(results.runners[0].wave, WaveId(std::size_t{0}));
    EXPECT_EQ(results.runners[0].start_s, 20.0);
    EXPECT_THAT(results.runners[0].net_s, ElementsAre(1650.0, 3310.0, 6630.0));
    EXPECT_EQ(results.runners[1].wave, WaveId(std::size_t{1}));
    EXPECT_EQ(results.runners[1].start_s, 665.0);
    EXPECT_TRUE(std::isnan(results.runners[1].net_s[1]));
}

TEST(Results, TakeTheStartFromGunAndChipTimes) {
    const Results results = read("bib,wave,gun time,chip time\n1,Vague 2,2:01:30,2:00:00\n");
    ASSERT_EQ(results.runners.size(), 1u);
    EXPECT_EQ(results.runners[0].start_s, 690.0);
    EXPECT_EQ(results.runners[0].net_s[0], 7200.0);
}

TEST(Results, CountSplitsFromTheGunWhereTheirHeadingSaysSo) {
    const Results results = read(
        "bib\twave\tstart offset\t10 km gun\tnet time\n1\tVague 2\t0:11:00\t0:51:00\t1:40:00\n");
    ASSERT_EQ(results.runners.size(), 1u);
    EXPECT_EQ(results.runners[0].net_s[0], 3000.0);
}

TEST(Results, GiveRunnersTheWaveOfTheLastGunBeforeTheirStart) {
    const Results results = read("start offset,net time\n598,2:00:00\n600,2:00:00\n");
    EXPECT_EQ(results.runners[0].wave, WaveId(std::size_t{0}));
    EXPECT_EQ(results.runners[1].wave, WaveId(std::size_t{1}));
}

TEST(Results, FindTheUnitOfBareNumbersFromTheSpeedTheyMake) {
    EXPECT_EQ(read("net time\n7200\n6600\n").runners[0].net_s[0], 7200.0);
    EXPECT_EQ(read("net time\n120\n110.5\n").runners[1].net_s[0], 6630.0);
    EXPECT_EQ(read("net time\n1:50\n2:05\n").runners[0].net_s[0], 6600.0);
}

TEST(Results, LeaveOutBrokenRowsAndSayWhereAndWhyWithoutNames) {
    const Results results = read(
        "bib,name,sex,5 km,net time\n"
        "1,Alpha,F,25:00,1:40:00\n"
        "2,Bravo,F,25:0x,1:40:00\n"
        "3,Charlie,M,25:00,0:20:00\n"
        "1,Delta,M,25:00,1:40:00\n"
        "5,Echo,Q,25:00,1:40:00\n"
        "6,Foxtrot,M,25:00\n"
        "7,Golf,M,1:40:00,1:39:00\n"
        "8,Hotel,M,26:00,1:44:00\n"
        "9,India,F,26:00,DNF\n"
        "10,Juliet,F,26:00,1:44:00\n11,Kilo,F,26:00,1:44:00\n12,Lima,F,26:00,1:44:00\n"
        "13,Mike,F,26:00,1:44:00\n");
    EXPECT_EQ(results.rows, 13u);
    EXPECT_EQ(results.runners.size(), 7u);
    ASSERT_EQ(results.broken.size(), 6u);
    EXPECT_EQ(results.broken[0].line, 3);
    EXPECT_EQ(results.broken[0].column, "5 km");
    EXPECT_EQ(results.broken[0].what, "25:0x");
    EXPECT_EQ(results.broken[1].why, "nobody runs so fast");
    EXPECT_EQ(results.broken[2].why, "an earlier row has it too");
    EXPECT_EQ(results.broken[3].column, "sex");
    EXPECT_EQ(results.broken[4].what, "4 cells");
    EXPECT_EQ(results.broken[5].why, "too soon after the time before it");
    for (const BrokenRow& row : results.broken) {
        for (const char* name : {"Bravo", "Charlie", "Delta", "Echo", "Foxtrot", "Golf"}) {
            EXPECT_THAT(row.what + row.why + row.column, Not(HasSubstr(name)));
        }
    }
}

TEST(Results, AreRefusedWithoutAColumnOfTimesOrWithMostRowsBroken) {
    EXPECT_THAT(complaint_of([] { read("bib,name\n1,Alpha\n"); }), HasSubstr("no column of times"));
    EXPECT_THAT(complaint_of([] { read("bib,net time\n1,x\n2,y\n3,1:50:00\n"); }),
                HasSubstr("2 of 3 rows are broken"));
    EXPECT_THAT(complaint_of([] { read_results("nowhere.csv", two_waves(), kLength); }),
                HasSubstr("nowhere.csv"));
    EXPECT_THAT(complaint_of([] { read_results("nowhere.xlsx", two_waves(), kLength); }),
                HasSubstr("nowhere.xlsx"));
}

// As Excel keeps them: times of day as parts of a day with a format, and numbers without one.
std::filesystem::path write_xlsx(const TestFolder& folder) {
    GDALAllRegister();
    const std::filesystem::path file = folder.path() / "results.xlsx";
    GDALDriver* driver = GetGDALDriverManager()->GetDriverByName("XLSX");
    const std::unique_ptr<GDALDataset> book(
        driver->Create(file.c_str(), 0, 0, 0, GDT_Unknown, nullptr));
    OGRLayer* sheet = book->CreateLayer("Résultats");
    for (const auto& [name, type] :
         std::vector<std::pair<const char*, OGRFieldType>>{{"Dossard", OFTInteger},
                                                           {"Nom", OFTString},
                                                           {"5 km", OFTTime},
                                                           {"Temps réel", OFTReal}}) {
        OGRFieldDefn column(name, type);
        sheet->CreateField(&column);
    }
    for (int k = 1; k <= 2; ++k) {
        OGRFeature row(sheet->GetLayerDefn());
        row.SetField(0, k);
        row.SetField(1, "Durand");
        row.SetField(2, 0, 0, 0, 0, 26, 30.0F, 0);
        row.SetField(3, 0.075);
        EXPECT_EQ(sheet->CreateFeature(&row), OGRERR_NONE);
    }
    return file;
}

TEST(Results, OfASpreadsheetHaveTimesAsPartsOfADay) {
    const TestFolder folder;
    const Results results = read_results(write_xlsx(folder), two_waves(), kLength);
    ASSERT_EQ(results.runners.size(), 2u);
    EXPECT_EQ(results.runners[1].bib, 2u);
    EXPECT_EQ(results.runners[0].net_s[0], 1590.0);
    EXPECT_NEAR(results.runners[0].net_s[1], 6480.0, 1e-6);
}

TEST(Results, OfWhatOnlyCallsItselfASpreadsheetAreRefused) {
    const TestFolder folder;
    const auto file = folder.write("results.xlsx", "no zip");
    EXPECT_THAT(complaint_of([&] { read_results(file, two_waves(), kLength); }),
                HasSubstr("no sheet with rows can be read"));
}

}  // namespace
}  // namespace gineste
