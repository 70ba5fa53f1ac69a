// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "study/table_search.hpp"

namespace gineste {
namespace {

// Where so many are just enough.
TableSearch searched(int first, int most, int least) {
    TableSearch search(first, most);
    while (!search.is_closed()) search.note(search.next(), search.next() >= least);
    return search;
}

TEST(TableSearch, FindsTheFewestFromAboveAndFromBelow) {
    for (int least = 1; least <= 38; ++least) {
        EXPECT_EQ(searched(20, 300, least).enough(), least);
        EXPECT_EQ(searched(1, 300, least).enough(), least);
        EXPECT_EQ(searched(20, 300, least).next(), least);
    }
}

TEST(TableSearch, ComesWithinATwentiethOfMany) {
    const TableSearch search = searched(20, 300, 200);
    EXPECT_GE(*search.enough(), 200);
    EXPECT_LE(*search.enough(), 210);
    EXPECT_GE(search.too_few(), 190);
    EXPECT_LT(search.too_few(), 200);
}

TEST(TableSearch, IsImpossibleWhereTheMostAreTooFew) {
    const TableSearch search = searched(20, 300, 301);
    EXPECT_TRUE(search.is_impossible());
    EXPECT_FALSE(search.enough());
    EXPECT_EQ(search.too_few(), 300);
}

TEST(TableSearch, TriesNoMoreThanThereMayBe) {
    EXPECT_EQ(TableSearch(50, 30).next(), 30);
    EXPECT_EQ(TableSearch(0, 30).next(), 1);
}

TEST(TableSearch, TakesForTooFewWhatOnceWas) {
    TableSearch search(8, 100);
    search.note(8, true);
    search.note(4, false);
    search.note(8, false);
    EXPECT_EQ(search.too_few(), 8);
    EXPECT_FALSE(search.enough());
    search.note(8, true);
    EXPECT_EQ(search.too_few(), 8);
    search.note(16, true);
    EXPECT_EQ(search.enough(), 16);
}

// One day's chance: 12 did, 14 did not.
TEST(TableSearch, AnswersAboveAllThatWereTooFew) {
    TableSearch search(20, 100);
    search.note(20, true);
    search.note(12, true);
    search.note(14, false);
    EXPECT_EQ(search.enough(), 20);
    EXPECT_EQ(search.next(), 17);
}

}  // namespace
}  // namespace gineste
