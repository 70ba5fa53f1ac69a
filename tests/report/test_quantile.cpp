// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <cmath>

#include "report/quantile.hpp"

namespace gineste {
namespace {

TEST(Quantile, InterpolatesAsSpreadsheetsDo) {
    // R: quantile(c(1, 2, 4, 8), c(.25, .5, .95), type = 7)
    const std::vector<double> values{8.0, 1.0, 4.0, 2.0};
    EXPECT_DOUBLE_EQ(quantile(values, 0.25), 1.75);
    EXPECT_DOUBLE_EQ(quantile(values, 0.5), 3.0);
    EXPECT_DOUBLE_EQ(quantile(values, 0.95), 7.4);
}

TEST(Quantile, EndsAreLeastAndGreatest) {
    EXPECT_EQ(quantile({3.0, 1.0, 2.0}, 0.0), 1.0);
    EXPECT_EQ(quantile({3.0, 1.0, 2.0}, 1.0), 3.0);
    EXPECT_EQ(quantile({5.0}, 0.5), 5.0);
}

TEST(Quantile, LeavesOutWhatNeverHappened) {
    EXPECT_EQ(quantile({NAN, 1.0, NAN, 3.0}, 0.5), 2.0);
    EXPECT_TRUE(std::isnan(quantile({NAN}, 0.5)));
    EXPECT_TRUE(std::isnan(quantile({}, 0.5)));
}

}  // namespace
}  // namespace gineste
