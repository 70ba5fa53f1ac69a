// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "example.hpp"
#include "scenario/scenario.hpp"
#include "scenario/yaml_text.hpp"

namespace gineste {
namespace {

const std::vector<std::string> kHardNames{"Plain words",
                                          "Élan d'été",
                                          "a \"quoted\" one",
                                          "back\\slash",
                                          "two\nlines",
                                          "tab\tstop",
                                          "key: value",
                                          "not # a comment",
                                          "*star",
                                          "&anchor",
                                          "!tag",
                                          "- dash",
                                          "? mark",
                                          "[list]",
                                          "{map}",
                                          "yes",
                                          "No",
                                          "null",
                                          "~",
                                          "12",
                                          "0x1f",
                                          "09:00",
                                          "1e3",
                                          " blanks ",
                                          "%",
                                          "@at",
                                          "`tick`",
                                          "東京",
                                          "=1+1",
                                          "\"",
                                          "'",
                                          "\\\"",
                                          "a,b",
                                          "trailing:",
                                          "---",
                                          "...",
                                          "next\xC2\x85line",
                                          "line\xE2\x80\xA8separator"};

// 2026-12-01: plans were written that could not be read where a name had a quote or a line end.
TEST(YamlText, OfAnyNameIsReadBackAsTheSameName) {
    const ExampleFolder folder;
    for (const std::string& name : kHardNames) {
        for (const std::string& written : {yaml_quoted(name), yaml_scalar(name)}) {
            EXPECT_EQ(written.find('\n'), std::string::npos);
            const std::string text = example_with("name: Ten kilometres", "name: " + written);
            EXPECT_EQ(parse_scenario(text, folder.path() / "races/race.yaml").name, name);
        }
    }
}

TEST(YamlText, EscapesWhatReadersFoldOrRefuse) {
    EXPECT_EQ(yaml_quoted("a\xC2\x85"
                          "b"),
              "\"a\\x85b\"");  // next line
    EXPECT_EQ(yaml_quoted("a\xE2\x80\xA8"
                          "b"),
              "\"a\\u2028b\"");  // line separator
    EXPECT_EQ(yaml_quoted("a\x01"
                          "b"),
              "\"a\\x01b\"");
    EXPECT_EQ(yaml_quoted("\xC3\xA9\xE2\x80\x93"), "\"\xC3\xA9\xE2\x80\x93\"");  // é–
}

TEST(YamlText, LeavesWordsAsTheyAreThatCanBeNothingElse) {
    EXPECT_EQ(yaml_scalar("Wave 1"), "Wave 1");
    EXPECT_EQ(yaml_scalar("yes"), "\"yes\"");
    EXPECT_EQ(yaml_scalar(""), "\"\"");
}

TEST(YamlText, CommentsStayOnTheirLine) { EXPECT_EQ(yaml_comment("a\nb: c"), "a b: c"); }

}  // namespace
}  // namespace gineste
