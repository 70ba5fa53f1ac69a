// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "core/contract.hpp"
#include "core/error.hpp"

namespace gineste {
namespace {

TEST(Error, SaysPlaceWhatWhyAndRemedyWithACaret) {
    const Problem problem{
        {"race.yaml", 3, 9}, "length is 'long'", "not a length", "Write 20 km.", "length: long"};
    EXPECT_EQ(to_text(problem),
              "race.yaml:3:9: length is 'long' (not a length). Write 20 km.\n"
              "    length: long\n"
              "            ^");
}

TEST(Error, CaretCountsCharactersNotBytes) {
    const Problem problem{{"a", 1, 3}, "x", "", "", "éé!"};
    EXPECT_EQ(to_text(problem), "a:1:3: x.\n    éé!\n      ^");
}

TEST(Error, SaysAllProblemsAtOnce) {
    const InputError error({{{"a", 1, 1}, "one", "", "", ""}, {{"a", 2, 1}, "two", "", "", ""}});
    EXPECT_STREQ(error.what(), "a:1:1: one.\na:2:1: two.");
}

TEST(Contract, BrokenPromiseNamesItsCondition) {
    try {
        ENSURE(1 + 1 == 3);
        FAIL();
    } catch (const InternalError& error) {
        EXPECT_NE(std::string(error.what()).find("1 + 1 == 3"), std::string::npos);
    }
}

}  // namespace
}  // namespace gineste
