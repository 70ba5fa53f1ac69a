// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "core/text.hpp"

namespace gineste {
namespace {

TEST(Text, CountsEditsAndSwapsOfNeighbours) {
    EXPECT_EQ(edit_distance("waves", "waves"), 0U);
    EXPECT_EQ(edit_distance("wave", "waves"), 1U);
    EXPECT_EQ(edit_distance("lenght", "length"), 1U);
    EXPECT_EQ(edit_distance("", "abc"), 3U);
}

TEST(Text, FindsTheWordThatWasMeantAndNoFarOne) {
    const std::vector<std::string> keys{"length", "line", "dem", "sections"};
    EXPECT_EQ(nearest_word("lenght", keys), "length");
    EXPECT_EQ(nearest_word("section", keys), "sections");
    EXPECT_EQ(nearest_word("weather", keys), std::nullopt);
    EXPECT_EQ(nearest_word(std::string(100000, 'x'), keys), std::nullopt);
}

TEST(Text, RefusesBrokenUtf8AtItsFirstByte) {
    EXPECT_FALSE(find_text_fault("Vaufrèges, ≈ 5 km 😀\t\r\n"));
    EXPECT_EQ(find_text_fault("ab\xE9 c")->offset, 2U);
    EXPECT_EQ(find_text_fault("\xC0\xAF")->what, "not UTF-8");          // overlong
    EXPECT_EQ(find_text_fault("\xED\xA0\x80")->what, "not UTF-8");      // surrogate
    EXPECT_EQ(find_text_fault("\xF4\x90\x80\x80")->what, "not UTF-8");  // past U+10FFFF
    EXPECT_EQ(find_text_fault("a\x04")->what, "control character U+0004");
    EXPECT_EQ(find_text_fault(std::string_view("a\0b", 3))->offset, 1U);
}

TEST(Text, WritesNumbersShortestAndWhole) {
    EXPECT_EQ(number_text(20000.0), "20000");
    EXPECT_EQ(number_text(0.1), "0.1");
    EXPECT_EQ(count_characters("éa"), 2U);
}

}  // namespace
}  // namespace gineste
