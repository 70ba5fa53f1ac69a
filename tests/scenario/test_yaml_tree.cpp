// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "scenario/yaml_tree.hpp"

namespace gineste {
namespace {

using testing::HasSubstr;

// The tree, or the messages where there are any.
std::string refusal(const std::string& text) {
    const std::string file = "f";
    ProblemList problems(text, file);
    read_yaml(text, problems);
    try {
        problems.raise();
    } catch (const InputError& error) {
        return error.what();
    }
    return "";
}

TEST(Yaml, ReadsScalarsAsTheyAreWritten) {
    const std::string text = "a: 010\nb: '09:30'\nc: [x, y]\nd:\n";
    const std::string file = "f";
    ProblemList problems(text, file);
    const auto tree = read_yaml(text, problems);
    ASSERT_TRUE(tree && problems.empty());
    ASSERT_EQ(tree->children.size(), 4U);
    EXPECT_EQ(tree->children[0].text, "010");
    EXPECT_EQ(tree->children[1].text, "09:30");
    EXPECT_EQ(tree->children[2].children[1].spot.column, 8);
    EXPECT_EQ(tree->children[3].kind, YamlNode::Kind::empty);
}

TEST(Yaml, RefusesTheCycleThatEndsOtherReaders) {
    EXPECT_THAT(refusal("a: &a [*a, *a]"), HasSubstr("f:1:4: anchor '&a'"));
    EXPECT_THAT(refusal("a: &a [*a, *a]"), HasSubstr("f:1:8: an alias"));
}

TEST(Yaml, RefusesAnAliasBombWithoutUnfoldingIt) {
    std::string bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n";
    for (int i = 1; i <= 8; ++i) {
        const std::string below = "*a" + std::to_string(i - 1);
        bomb += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [" + below;
        for (int j = 0; j < 8; ++j) bomb += ", " + below;
        bomb += "]\n";
    }
    EXPECT_THAT(refusal(bomb), HasSubstr("an alias stands here"));
}

TEST(Yaml, RefusesAMillionLevels) {
    for (const char* part : {"[", "{a: ", "- ", "? ", "[[", "{? "}) {
        std::string deep;
        while (deep.size() < 1000000) deep += part;
        EXPECT_THAT(refusal(deep), HasSubstr("f:1:")) << part;
    }
}

TEST(Yaml, Allows32LevelsAndRefuses33) {
    EXPECT_EQ(refusal(std::string(32, '[') + std::string(32, ']')), "");
    EXPECT_THAT(refusal(std::string(33, '[') + std::string(33, ']')),
                HasSubstr("f:1:33: more than 32 levels deep"));
}

TEST(Yaml, RefusesMoreThan100000Values) {
    std::string many = "[";
    for (int i = 0; i < 100000; ++i) many += "1,";
    EXPECT_THAT(refusal(many + "1]"), HasSubstr("more than 100,000 values"));
}

TEST(Yaml, RefusesAValueLongerThan64KiB) {
    const std::string most(64 * 1024, 'x');
    EXPECT_EQ(refusal("a: " + most), "");
    EXPECT_THAT(refusal("a: " + most + "x"), HasSubstr("f:1:4: a value is longer than 64 KiB"));
}

TEST(Yaml, RefusesAQuoteThatNeverCloses) {
    EXPECT_THAT(refusal("a: 'abc\nb: 2\n"), HasSubstr("f:1:4: a quote opens here"));
    EXPECT_THAT(refusal("a: 'abc''\nb: 2\n"), HasSubstr("f:1:4: a quote opens here"));
    EXPECT_THAT(refusal("a: \"abc\\\"\nb: 2\n"), HasSubstr("f:1:"));
    EXPECT_EQ(refusal("a: 'it''s'\nb: \"\\\"\"\n"), "");
}

TEST(Yaml, StopsAtControlCharactersThatHideTheRestOfAFile) {
    EXPECT_THAT(refusal("a: 1\nb: 2\x04\nc: 3\n"), HasSubstr("f:2:5: control character U+0004"));
    EXPECT_THAT(refusal(std::string("a: 1\0b", 6)), HasSubstr("control character U+0000"));
}

TEST(Yaml, CountsColumnsInCharacters) {
    EXPECT_THAT(refusal("é: &x 1"), HasSubstr("f:1:4: anchor '&x'"));
}

TEST(Yaml, ReportsNoMoreThanAHundredProblems) {
    std::string text;
    for (int i = 0; i < 500; ++i) text += "a: 1\n";
    EXPECT_THAT(refusal(text), HasSubstr("399 more problems"));
}

}  // namespace
}  // namespace gineste
