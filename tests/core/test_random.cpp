// SPDX-License-Identifier: Apache-2.0
#include <Random123/philox.h>
#include <gtest/gtest.h>

#include <cmath>

#include "core/random.hpp"

namespace gineste {
namespace {

// Known-answer vector of Philox4x32-10 with all-ones counter and key (Random123 distribution).
TEST(Random, PhiloxGivesThePublishedVector) {
    const r123::Philox4x32::ctr_type counter{{~0U, ~0U, ~0U, ~0U}};
    const r123::Philox4x32::key_type key{{~0U, ~0U}};
    const auto bits = r123::Philox4x32{}(counter, key);
    EXPECT_EQ(bits[0], 0x408f276dU);
    EXPECT_EQ(bits[1], 0x41c83b0eU);
    EXPECT_EQ(bits[2], 0xa20bc7c6U);
    EXPECT_EQ(bits[3], 0x6d5451fdU);
}

TEST(Random, IsAPureFunctionOfItsArguments) {
    const Random random(7);
    const double first = random.uniform(RunnerId(3), Purpose::ability, 5);
    random.uniform(RunnerId(4), Purpose::sex);
    EXPECT_EQ(first, Random(7).uniform(RunnerId(3), Purpose::ability, 5));
    EXPECT_NE(first, random.uniform(RunnerId(3), Purpose::ability, 6));
    EXPECT_NE(first, random.uniform(RunnerId(3), Purpose::drift, 5));
    EXPECT_NE(first, Random(8).uniform(RunnerId(3), Purpose::ability, 5));
}

TEST(Random, NormalHasMeanZeroAndVarianceOne) {
    const Random random(11);
    const int count = 200000;
    double sum = 0.0;
    double squares = 0.0;
    for (int k = 0; k < count; ++k) {
        const double z = random.normal(RunnerId(k), Purpose::ability);
        sum += z;
        squares += z * z;
    }
    EXPECT_NEAR(sum / count, 0.0, 4.0 / std::sqrt(count));
    EXPECT_NEAR(squares / count, 1.0, 4.0 * std::sqrt(2.0 / count));
}

// Quantiles as tabulated: Abramowitz and Stegun, table 26.5, and Wichura's own test points.
TEST(Random, NormalQuantileMeetsPublishedValues) {
    EXPECT_NEAR(normal_quantile(0.25), -0.6744897501960817, 1e-15);
    EXPECT_NEAR(normal_quantile(0.001), -3.090232306167814, 1e-14);
    EXPECT_NEAR(normal_quantile(1e-20), -9.262340089798408, 1e-13);
    EXPECT_EQ(normal_quantile(0.5), 0.0);
}

TEST(Random, NormalCdfInvertsTheQuantile) {
    for (const double p : {1e-6, 0.01, 0.3, 0.5, 0.9, 0.9999}) {
        EXPECT_NEAR(normal_cdf(normal_quantile(p)), p, 1e-14);
    }
}

}  // namespace
}  // namespace gineste
