// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <cmath>

#include "stations/stock.hpp"

namespace gineste {
namespace {

StationSpec with_goods(std::vector<GoodSpec> goods) {
    StationSpec spec;
    spec.goods = std::move(goods);
    return spec;
}

GoodSpec good(const char* name, double stock, double refill = 0.0) {
    GoodSpec spec;
    spec.name = name;
    spec.stock = stock;
    spec.refill = refill;
    spec.refill_at = 2.0;
    spec.refill_delay_s = 60.0;
    return spec;
}

TEST(Stock, HandsOutNoMoreThanThereIsAndSaysWhenItRanOut) {
    Stock stock(with_goods({good("water", 5)}));
    EXPECT_EQ(stock.hand_out({3}, 10.0)[0], 3);
    EXPECT_FALSE(stock.is_dry());
    EXPECT_EQ(stock.hand_out({3}, 20.0)[0], 2);
    EXPECT_TRUE(stock.is_dry());
    EXPECT_EQ(stock.hand_out({1}, 30.0)[0], 0);
    const GoodRecord water = stock.records().front();
    EXPECT_EQ(water.first_out_s, 20.0);
    EXPECT_EQ(water.wanted, 7);
    EXPECT_EQ(water.handed, 5);
}

TEST(Stock, OfSeveralGoodsIsDryOnlyWhenAllAreOut) {
    Stock stock(with_goods({good("water", 1), good("oranges", 1)}));
    EXPECT_EQ(units(stock.hand_out({1, 0}, 1.0)), 1);
    EXPECT_FALSE(stock.is_dry());
    EXPECT_EQ(units(stock.hand_out({1, 1}, 2.0)), 1);
    EXPECT_TRUE(stock.is_dry());
}

TEST(Stock, SendsForMoreAtItsMarkAndHasItAfterTheDelay) {
    Stock stock(with_goods({good("water", 10, 6)}));
    stock.hand_out({8}, 100.0);
    stock.tick(159.5);
    EXPECT_EQ(stock.records().front().left, 2);
    stock.tick(160.0);
    EXPECT_EQ(stock.records().front().left, 8);
    stock.tick(10'000.0);
    EXPECT_EQ(stock.records().front().refilled, 6) << "once for each time it is low";
}

TEST(Stock, ComesBackFromBeingDry) {
    Stock stock(with_goods({good("water", 2, 5)}));
    stock.hand_out({2}, 0.0);
    EXPECT_TRUE(stock.is_dry());
    stock.tick(60.0);
    EXPECT_FALSE(stock.is_dry());
}

TEST(Stock, InitialAndRefillsAreHandedOutOrLeft) {
    Stock stock(with_goods({good("water", 40, 7), good("oranges", 3)}));
    for (int k = 0; k < 200; ++k) {
        stock.hand_out({k % 4, k % 2}, 5.0 * k);
        stock.tick(5.0 * k);
        for (const GoodRecord& shelf : stock.records()) {
            ASSERT_EQ(shelf.stock + shelf.refilled, shelf.handed + shelf.left);
            ASSERT_GE(shelf.left, 0);
            ASSERT_LE(shelf.handed, shelf.wanted);
        }
    }
    EXPECT_GT(stock.records().front().refilled, 0);
}

TEST(Stock, IsLookedAtEveryQuarterOfAnHour) {
    Stock stock(with_goods({good("water", 100)}));
    for (int k = 0; k <= 3600; ++k) {
        if (k % 60 == 59) stock.hand_out({1}, k);
        stock.tick(k);
    }
    EXPECT_EQ(stock.records().front().left_by_quarter,
              (std::vector<std::int64_t>{100, 85, 70, 55, 40}));
}

TEST(Stock, WithoutGoodsNeverRunsOut) {
    Stock stock(StationSpec{});
    for (int k = 0; k < 1000; ++k) EXPECT_EQ(stock.hand_out({9}, k)[0], 9);
    EXPECT_FALSE(stock.is_dry());
    EXPECT_TRUE(std::isnan(stock.records().front().first_out_s));
}

}  // namespace
}  // namespace gineste
