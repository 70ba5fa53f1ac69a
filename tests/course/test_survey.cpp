// SPDX-License-Identifier: Apache-2.0
// What a survey refuses: length, widths, surveyed heights.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "course/course.hpp"
#include "course/widths.hpp"
#include "course_files.hpp"

namespace gineste {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;

// 5 km of flat road, 100 m above the sea.
class Survey : public testing::Test {
  protected:
    Survey() {
        write_tif(
            {2154, 899900.0, 6240500.0, 100.0, 60, 10, [](double, double) { return 100.0; }, {}},
            folder_.path() / "flat.tif");
        const auto points = straight_line(2154, 900000.0, 6240000.0, 905000.0, 6240000.0, 101);
        scenario_ = scenario_of(folder_.write("line.csv", csv_of(points)),
                                folder_.path() / "flat.tif", 5000.0);
    }
    std::string complaint() const {
        return complaint_of([&] { survey_course(scenario_); });
    }
    void use_sections(const std::string& text) {
        scenario_.course.sections_file = folder_.write("widths.csv", text);
    }

    TestFolder folder_;
    Scenario scenario_;
};

TEST_F(Survey, TracedAndCertifiedLengthMayBeThreePercentApart) {
    scenario_.course.length_m = 5100.0;
    scenario_.course.sections[0].to_m = 5100.0;
    EXPECT_EQ(complaint(), "");
    scenario_.course.length_m = 5200.0;
    EXPECT_THAT(complaint(), AllOf(HasSubstr("line.csv: the line is 4.997 km long"),
                                   HasSubstr("certified at 5.200 km (they are 3.9 % apart"),
                                   HasSubstr("Correct the certified length")));
}

TEST_F(Survey, SectionsWithHolesAndOverlapsAreAllRefused) {
    use_sections("from_m,to_m,width_m,name\n0,1000,8,a\n1100,3000,7,b\n2900,5000,6,c\n");
    EXPECT_THAT(complaint(),
                AllOf(HasSubstr("widths.csv:3: no width between 1000 and 1100 m"),
                      HasSubstr("widths.csv:4: two widths between 2900 and 3000 m"),
                      HasSubstr("section 'b' ends at 3000 m and section 'c' begins at 2900 m")));
}

TEST_F(Survey, WidthsUnderOneMetreAreRefused) {
    use_sections("from_m,to_m,width_m\n0,1000,0.9\n1000,5000,-3\n");
    EXPECT_THAT(complaint(), AllOf(HasSubstr("widths.csv:2: section from 0 m is 0.9 m wide"),
                                   HasSubstr("widths.csv:3: section from 1000 m is -3 m wide")));
}

TEST_F(Survey, WidthsThatAreNoNumbersAreRefusedWithTheCell) {
    use_sections("from_m,to_m,width_m\n0,1000,wide\n1000,5000,nan\n");
    EXPECT_THAT(complaint(), AllOf(HasSubstr("widths.csv:2:8: 'wide' is no number"),
                                   HasSubstr("widths.csv:3:11: 'nan' is no number")));
    use_sections("from_m,to_m\n0,1000\n");
    EXPECT_THAT(complaint(), HasSubstr("widths.csv:1: no columns from_m, to_m and width_m"));
}

TEST_F(Survey, SectionsMayEndFiftyMetresOffTheLengthAndNoMore) {
    for (const double end_m : {4951.0, 5049.0}) {
        scenario_.course.length_m = 5000.0;
        scenario_.course.sections[0].to_m = end_m;
        EXPECT_EQ(complaint(), "") << end_m;
    }
    scenario_.course.sections[0].to_m = 4900.0;
    EXPECT_THAT(complaint(), HasSubstr("race.yaml:7: the sections end at 4900 m and the course"));
    scenario_.course.sections[0].from_m = 200.0;
    EXPECT_THAT(complaint(), HasSubstr("no width between 0 and 200 m"));
    scenario_.course.sections.clear();
    EXPECT_THAT(complaint(), HasSubstr("race.yaml: the course has no widths"));
}

TEST_F(Survey, SectionThatEndsBeforeItBeginsIsRefused) {
    use_sections("from_m,to_m,width_m\n0,1000,8\n1000,900,8\n900,5000,8\n");
    EXPECT_THAT(complaint(),
                HasSubstr("widths.csv:3: section from 1000 m runs from 1000 to 900 m"));
}

TEST_F(Survey, SurveyedHeightsOffTheCourseTwiceOrInFeetAreRefused) {
    scenario_.course.heights = {{{"race.yaml", 11, 0}, 9000.0, 100.0, ""},
                                {{"race.yaml", 12, 0}, 2000.0, 101.0, ""},
                                {{"race.yaml", 13, 0}, 2001.0, 102.0, ""},
                                {{"race.yaml", 14, 0}, 3000.0, 328.0, ""}};
    EXPECT_THAT(complaint(),
                AllOf(HasSubstr("race.yaml:11: the surveyed height 100 m at 9000 m is off"),
                      HasSubstr("race.yaml:13: the surveyed height 102 m at 2001 m stands beside"),
                      HasSubstr("race.yaml:14: the surveyed height 328 m at 3000 m, and the "
                                "terrain model has 100 m there")));
}

TEST_F(Survey, MissingFilesAreNamed) {
    scenario_.course.dem = folder_.path() / "none.tif";
    EXPECT_THAT(complaint(), HasSubstr("none.tif: no such file"));
    scenario_.course.sections_file = folder_.path() / "none.csv";
    EXPECT_THAT(complaint(), HasSubstr("none.csv: "));
}

TEST_F(Survey, NamesEveryFileItReads) {
    EXPECT_THAT(survey_files(scenario_),
                testing::ElementsAre(scenario_.course.line, scenario_.course.dem));
    scenario_.course.dem = folder_.write("t.asc", "");
    scenario_.course.sections_file = folder_.write("widths.csv", "");
    folder_.write("t.prj", "");
    EXPECT_THAT(survey_files(scenario_),
                testing::ElementsAre(scenario_.course.line, scenario_.course.dem,
                                     folder_.path() / "t.prj", folder_.path() / "widths.csv"));
}

TEST_F(Survey, WithoutATerrainModelTheHeightsAreThoseOfTheLine) {
    scenario_.course.dem.clear();
    EXPECT_THAT(complaint(), HasSubstr("the line brings no heights"));
    std::string rows = "lon_deg,lat_deg,ground_m\n";
    const auto points = straight_line(2154, 900000.0, 6240000.0, 905000.0, 6240000.0, 101);
    for (std::size_t k = 0; k < points.size(); ++k) {
        rows += std::to_string(points[k].lon_deg) + "," + std::to_string(points[k].lat_deg) + "," +
                std::to_string(100.0 + 2.0 * static_cast<double>(k)) + "\n";
    }
    scenario_.course.line = folder_.write("heights.csv", rows);
    const Course course = survey_course(scenario_);
    EXPECT_NEAR(course.grade(2500.0), 0.04, 5e-4);
    EXPECT_NEAR(course.elevation_m(5000.0), 300.0, 0.5);
    EXPECT_THAT(survey_files(scenario_), testing::ElementsAre(scenario_.course.line));
}

TEST(Widths, PassLinearlyIntoTheNext) {
    const std::vector<SectionSpec> sections{{{}, 0.0, 100.0, 10.0, ""},
                                            {{}, 100.0, 200.0, 6.0, ""}};
    const std::vector<double> at_m{0.0, 84.0, 92.5, 100.0, 107.5, 116.0, 200.0};
    EXPECT_THAT(
        widths_along(at_m, sections, 30.0),
        testing::Pointwise(testing::DoubleNear(1e-12), {10.0, 10.0, 9.0, 8.0, 7.0, 6.0, 6.0}));
    EXPECT_THAT(widths_along({99.9, 100.0}, sections, 0.0), testing::ElementsAre(10.0, 6.0));
}

TEST(Widths, TapersDoNotRunThroughAShortSection) {
    const std::vector<SectionSpec> sections{
        {{}, 0.0, 100.0, 10.0, ""}, {{}, 100.0, 110.0, 4.0, ""}, {{}, 110.0, 200.0, 10.0, ""}};
    EXPECT_THAT(widths_along({94.0, 95.0, 100.0, 105.0, 110.0, 115.0}, sections, 30.0),
                testing::Pointwise(testing::DoubleNear(1e-12), {10.0, 10.0, 7.0, 4.0, 7.0, 10.0}));
}

}  // namespace
}  // namespace gineste
