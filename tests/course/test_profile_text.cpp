// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "core/csv.hpp"
#include "core/text.hpp"
#include "course/line.hpp"
#include "course/profile_text.hpp"
#include "course_files.hpp"

namespace gineste {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;

std::vector<std::string> lines_of(const std::string& text) {
    std::istringstream in(text);
    std::vector<std::string> lines;
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    return lines;
}

// 2 km of road, 10 % up to a named summit in the middle, and down again.
Course roof() {
    Leg leg;
    leg.name = "roof";
    leg.length_m = 2000.0;
    for (int k = 0; k <= 400; ++k) {
        const double s = k * 5.0;
        leg.elevation_m.push_back(s < 1000.0 ? 0.1 * s : 200.0 - 0.1 * s);
        leg.grade.push_back(s < 1000.0 ? 0.1 : -0.1);
        leg.width_m.push_back(8.0);
        leg.heading_rad.push_back(0.0);
        leg.lon_deg.push_back(5.0);
        leg.lat_deg.push_back(43.0 + s / 111111.0);
    }
    SurveyNotes notes;
    notes.pins = {{990.0, 99.0, 1.5, "Col <de> & la \"Roof\""}};
    return Course({leg}, {LegId{0}}, {{0.0, 1000.0, "=up, a \"road\""}, {1000.0, 2000.0, "down"}},
                  notes);
}

TEST(ProfilePlot, MarksTheSummitByNameAboveItsColumn) {
    const auto lines = lines_of(profile_plot(roof(), {90, 10}, PlotMarks::ascii));
    EXPECT_THAT(lines[0], HasSubstr("^ Col <de> & la \"Roof\" 100 m, km 1.0"));
    const std::size_t summit = lines[0].find('^');
    const std::size_t first = lines[1].find_first_of(".:+#");
    const std::size_t last = lines[1].find_last_of(".:+#");
    EXPECT_NEAR(static_cast<double>(summit), 0.5 * static_cast<double>(first + last + 1), 1.0);
}

TEST(ProfilePlot, LeavesTheNameOutWhereThereIsNoRoom) {
    const auto lines = lines_of(profile_plot(roof(), {50, 10}, PlotMarks::ascii));
    EXPECT_THAT(lines[0], HasSubstr("^ 100 m, km 1.0"));
}

TEST(ProfilePlot, SaysHeightsKilometresGradesAndSections) {
    const auto lines = lines_of(profile_plot(roof(), {60, 10}, PlotMarks::ascii));
    ASSERT_EQ(lines.size(), 15U);  // summit, 10 of ground, axis, km, grade, sections
    EXPECT_THAT(lines[1], HasSubstr("   100 |"));
    EXPECT_THAT(lines[11], HasSubstr("     0 +"));
    EXPECT_THAT(lines[12], AllOf(HasSubstr("km  0"), HasSubstr("0.5"), HasSubstr("1.5")));
    EXPECT_THAT(lines[13], AllOf(HasSubstr("+10"), HasSubstr("-10")));
    EXPECT_THAT(lines[14], AllOf(HasSubstr("-a-"), HasSubstr("-b-")));
}

TEST(ProfilePlot, KeepsToItsColumnsAndToAsciiWhereAsked) {
    for (const int columns : {40, 60, 80, 100, 160}) {
        for (const PlotMarks marks : {PlotMarks::blocks, PlotMarks::ascii}) {
            for (const std::string& line : lines_of(profile_plot(roof(), {columns, 8}, marks))) {
                EXPECT_LE(count_characters(line), static_cast<std::size_t>(columns) + 4) << line;
            }
        }
    }
    for (const char c : profile_plot(roof(), {80, 8}, PlotMarks::ascii)) {
        ASSERT_LT(static_cast<unsigned char>(c), 0x80U);
    }
}

TEST(ProfilePlot, DrawsFlatAndTinyRoads) {
    EXPECT_THAT(profile_plot(straight_course(5000.0, 0.0, 8.0)), HasSubstr("+0.0"));
    EXPECT_NE(profile_plot(straight_course(7.0, 0.0, 8.0)), "");
}

TEST(ProfileTable, GivesTheCourseItsSectionsAndItsKilometres) {
    const std::string text = profile_table(roof());
    EXPECT_THAT(text, HasSubstr("2.000 km, climb 100 m, descent 100 m\n"));
    EXPECT_THAT(text, HasSubstr("highest 100 m at km 1.00, steepest +10.0 % at km 0.00\n"));
    EXPECT_THAT(text, HasSubstr("a     0.00   1.00      100          0   +10.0"));
    EXPECT_THAT(text, HasSubstr("2         0        0        100   -10.0       -10.0"));
}

TEST(ProfileCsv, ReadsBackAsATableAndAsTheLine) {
    const TestFolder folder;
    const auto file = folder.write("profile.csv", profile_csv(roof(), 100.0));
    const CsvTable table = read_csv(file);
    ASSERT_EQ(table.rows(), 21U);
    EXPECT_EQ(table.number(10, *table.column({"elevation_m"})), 100.0);
    EXPECT_EQ(table.number(20, *table.column({"grade"})), -0.1);
    EXPECT_EQ(table.text(0, *table.column({"place"})), "'=up, a \"road\"");  // no formula
    EXPECT_EQ(read_line(file).points.size(), 21U);
}

TEST(ProfileGpx, ReadsBackAsTheLineWhateverTheNames) {
    const TestFolder folder;
    const auto file = folder.write("profile.gpx", profile_gpx(roof(), "A & B <\x01>", 10.0));
    const TracedLine line = read_line(file);
    ASSERT_EQ(line.points.size(), 201U);
    EXPECT_NEAR(line.points[100].at.lat_deg, roof().lat_deg(1000.0), 1e-7);
}

TEST(ProfileGeoJson, ReadsBackAsTheLineWhateverTheNames) {
    const TestFolder folder;
    const auto file =
        folder.write("profile.geojson", profile_geojson(roof(), "A \"B\" \xFF", 10.0));
    const TracedLine line = read_line(file);
    ASSERT_EQ(line.points.size(), 201U);
    EXPECT_NEAR(line.points[100].at.lat_deg, roof().lat_deg(1000.0), 1e-7);
}

TEST(ProfileFiles, GiveTheSameCourseWhenSurveyedAgain) {
    const TestFolder folder;
    const Course course = survey_course(marseille_cassis());
    Scenario again = marseille_cassis();
    again.course.line = folder.write("again.gpx", profile_gpx(course, "again"));
    const Course copy = survey_course(again);
    for (double s = 0.0; s <= 20000.0; s += 100.0) {
        // Points every 10 m cut the corners of hairpins: some metres of road, at up to 11 %.
        EXPECT_NEAR(copy.elevation_m(s), course.elevation_m(s), 2.0) << s;
    }
}

TEST(ProfileFiles, AreUnderstoodByAnotherProgram) {
    if (std::system("command -v ogrinfo >/dev/null 2>&1") != 0) GTEST_SKIP() << "no ogrinfo";
    const TestFolder folder;
    folder.write("p.gpx", profile_gpx(roof(), "roof"));
    folder.write("p.geojson", profile_geojson(roof(), "roof"));
    const std::string at = "cd '" + folder.path().string() + "' && ";
    const auto understood = [&](const std::string& command) {
        return std::system(
            (at + command + " > seen.txt 2> said.txt && test ! -s said.txt").c_str());
    };
    const auto seen = [&] { return read_text_file(folder.path() / "seen.txt"); };
    EXPECT_EQ(understood("ogrinfo -so p.gpx tracks"), 0);
    EXPECT_THAT(seen(), HasSubstr("Feature Count: 1"));
    EXPECT_EQ(understood("ogrinfo p.gpx waypoints"), 0);
    EXPECT_THAT(seen(), AllOf(HasSubstr("Feature Count: 5"), HasSubstr("km 2")));
    EXPECT_EQ(understood("ogrinfo -al -so p.geojson"), 0);
    EXPECT_THAT(seen(), AllOf(HasSubstr("Feature Count: 6"), HasSubstr("WGS 84")));
}

}  // namespace
}  // namespace gineste
