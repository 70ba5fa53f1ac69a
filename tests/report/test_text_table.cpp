// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "report/text_table.hpp"

namespace gineste {
namespace {

TEST(DisplayWidth, CountsWhatATerminalShows) {
    EXPECT_EQ(display_width("Montée"), 6U);
    EXPECT_EQ(display_width("Monte\u0301e"), 6U);  // e with a combining accent
    EXPECT_EQ(display_width("京都"), 4U);
    EXPECT_EQ(display_width("0.6/m²"), 6U);
    EXPECT_EQ(display_width("\xFFzz"), 3U);
}

TEST(Fitted, CutsBetweenCharactersAndSaysSo) {
    EXPECT_EQ(fitted("Gineste", 7), "Gineste");
    EXPECT_EQ(fitted("Montée de la Gineste", 6), "Monté…");
    EXPECT_EQ(fitted("京都市", 4), "京…");
}

TEST(Fitted, LetsNoControlCharacterMoveTheCursor) { EXPECT_EQ(fitted("a\x1b[2Jb\n", 20), "a[2Jb"); }

TEST(TextTable, AlignsNumbersRightAndNamesLeftByDisplayWidth) {
    TextTable table({{"", "place", Align::left}, {"wide", "m"}});
    table.add_row({"Montée", "6.5"});
    table.add_row({"Cassis road", "18.0"});
    EXPECT_EQ(table.text(1),
              "              wide\n"
              " place           m\n"
              " Montée        6.5\n"
              " Cassis road  18.0\n");
}

TEST(Grouped, SetsCommasByThousands) {
    EXPECT_EQ(grouped(0), "0");
    EXPECT_EQ(grouped(999), "999");
    EXPECT_EQ(grouped(1000), "1,000");
    EXPECT_EQ(grouped(20000000), "20,000,000");
}

}  // namespace
}  // namespace gineste
