// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "core/csv.hpp"

namespace gineste {
namespace {

using ::testing::AnyOf;
using ::testing::HasSubstr;
using ::testing::Not;

std::string complaint(std::string_view text) {
    try {
        parse_csv(text, "runners.csv");
    } catch (const InputError& error) {
        return error.what();
    }
    return "";
}

TEST(Csv, ReadsCommaSemicolonAndTabTheSame) {
    for (const char separator : {',', ';', '\t'}) {
        std::string text = "bib,sex\n1,F\n2,M\n";
        std::replace(text.begin(), text.end(), ',', separator);
        const CsvTable table = parse_csv(text, "runners.csv");
        EXPECT_EQ(table.separator(), separator);
        ASSERT_EQ(table.rows(), 2U);
        EXPECT_EQ(table.text(1, 1), "M");
    }
}

TEST(Csv, FindsHeadingsWithoutCaseAccentsOrPunctuation) {
    const CsvTable table = parse_csv("Dossard;PRÉNOM;Temps visé;Catégorie\n1;Zoé;1:45;SEF\n", "f");
    EXPECT_EQ(table.column({"bib", "dossard"}), 0U);
    EXPECT_EQ(table.column({"prenom"}), 1U);
    EXPECT_EQ(table.column({"estimated", "temps_vise"}), 2U);
    EXPECT_EQ(table.column({"wave", "vague", "SAS"}), std::nullopt);
}

TEST(Csv, UnderstandsByteOrderMarkCrlfBlankLinesAndMissingLastLineEnd) {
    const CsvTable table = parse_csv(
        "\xEF\xBB\xBF"
        "a,b\r\n\r\n1,2\r\n3,4",
        "f");
    EXPECT_EQ(table.headings(), (std::vector<std::string>{"a", "b"}));
    ASSERT_EQ(table.rows(), 2U);
    EXPECT_EQ(table.text(1, 1), "4");
    EXPECT_EQ(table.cell(1, 1).line, 4);
}

TEST(Csv, QuotedCellsHoldSeparatorsQuotesAndLineEnds) {
    const CsvTable table = parse_csv("a,b\n\"x, \"\"y\"\"\nz\",2\n3,4\n", "f");
    EXPECT_EQ(table.text(0, 0), "x, \"y\"\nz");
    EXPECT_EQ(table.cell(1, 0).line, 4);
}

TEST(Csv, ObeysTheSeparatorLineOfExcel) {
    const CsvTable table = parse_csv("sep=;\na,b;c\n1;2\n", "f");
    EXPECT_EQ(table.headings().front(), "a,b");
    EXPECT_EQ(table.cell(0, 0).line, 3);
}

TEST(Csv, ReadsDecimalCommaWhereTheCommaIsFree) {
    EXPECT_EQ(parse_csv("a;b\n1,5;2.5\n", "f").number(0, 0), 1.5);
    EXPECT_EQ(parse_csv("a,b\n1.5,2.5\n", "f").number(0, 1), 2.5);
}

TEST(Csv, NumbersAreFiniteAndNothingElse) {
    EXPECT_EQ(parse_number("-1.5e3"), -1500.0);
    EXPECT_EQ(parse_number("+2"), 2.0);
    for (const char* text : {"", "nan", "inf", "1e999", "12 km", "0x10", "1.2.3"}) {
        EXPECT_EQ(parse_number(text), std::nullopt) << text;
    }
}

// 2026-12-01: a bad cell showed the whole row, with the name and whatever else stood in it.
TEST(Csv, ProblemNamesLineAndColumnAndShowsNoOtherCell) {
    const CsvTable table = parse_csv("nom,sexe\nZoé,X\n", "runners.csv");
    EXPECT_EQ(to_text(table.problem_at(0, 1, "sex is 'X'", "", "Write F or M.")),
              "runners.csv:2:5: sex is 'X'. Write F or M.");
}

TEST(Csv, RowOfAnotherLengthIsNamedAndNotShown) {
    const std::string text = complaint("name,mail,bib\nZoé,zoe@example.org,1,1990-02-03\n");
    EXPECT_THAT(text, HasSubstr("runners.csv:2: 4 cells under 3 headings"));
    EXPECT_THAT(text, Not(AnyOf(HasSubstr("Zo"), HasSubstr("example.org"), HasSubstr("1990"))));
}

TEST(Csv, RefusesAnOpenQuoteWithThePlaceItOpened) {
    EXPECT_THAT(complaint("a,b\n1,\"x\n2,y\n"), HasSubstr("runners.csv:2:3: a quoted cell is not"));
    EXPECT_THAT(complaint("a,b\n\"x\"y,2\n"), HasSubstr("runners.csv:2:1: text stands after"));
}

TEST(Csv, RefusesEveryRowOfAnotherLengthThanTheHeadings) {
    const std::string text = complaint("a,b\n1,2,3\n1,2\n1\n");
    EXPECT_THAT(text, HasSubstr("runners.csv:2: 3 cells under 2 headings"));
    EXPECT_THAT(text, HasSubstr("runners.csv:4: 1 cells under 2 headings"));
}

TEST(Csv, RefusesHeadingsThatStandTwiceAndAnEmptyFile) {
    EXPECT_THAT(complaint("Bib,bib\n1,2\n"),
                HasSubstr("runners.csv:1:5: columns 1 and 2 have one"));
    EXPECT_THAT(complaint("Zoé,Paris,Paris\n"), Not(HasSubstr("Paris")));
    EXPECT_THAT(complaint(""), HasSubstr("the file is empty"));
}

TEST(Csv, RefusesLatin1AndUtf16WithTheRemedy) {
    EXPECT_THAT(complaint("nom\nZo\xE9\n"),
                HasSubstr("runners.csv:2: the table is no plain text: not UTF-8"));
    EXPECT_THAT(complaint(std::string_view("\xFF\xFEn\0o\0", 6)), HasSubstr("CSV UTF-8"));
}

TEST(Csv, SaysThatAFileIsMissing) {
    EXPECT_THROW(read_csv("no/such/file.csv"), MissingInput);
    EXPECT_THROW(read_csv("."), MissingInput);
}

}  // namespace
}  // namespace gineste
