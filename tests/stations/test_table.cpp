// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "stations/table.hpp"

namespace gineste {
namespace {

TEST(Table, ServesInTheOrderOfArrival) {
    Table table(1, 3.0);
    table.join({RunnerId(5), 1, 0.0});
    table.join({RunnerId(2), 1, 0.0});
    EXPECT_EQ(table.serve(0.0)->runner, RunnerId(5));
    EXPECT_EQ(table.serve(2.9), std::nullopt);
    EXPECT_EQ(table.serve(3.0)->runner, RunnerId(2));
    EXPECT_EQ(table.queue(), 0u);
}

TEST(Table, HandsOutItsRateWhateverTheStep) {
    for (const double step_s : {0.05, 0.5, 0.7}) {
        Table table(2, 3.0);  // two hands, 20 cups a minute each
        for (int k = 0; k < 1000; ++k) table.join({RunnerId(k), 1, 0.0});
        int served = 0;
        for (int k = 0; k * step_s < 600.0; ++k) {
            while (table.serve(k * step_s)) ++served;
        }
        EXPECT_NEAR(served, 400, 2) << step_s;
    }
}

TEST(Table, SeveralCupsKeepAHandLonger) {
    Table table(1, 3.0);
    table.join({RunnerId(0), 3, 0.0});
    table.join({RunnerId(1), 1, 0.0});
    table.serve(0.0);
    EXPECT_EQ(table.serve(8.5), std::nullopt);
    EXPECT_TRUE(table.serve(9.0).has_value());
}

}  // namespace
}  // namespace gineste
