// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <cmath>

#include "core/exponential.hpp"

namespace gineste {
namespace {

TEST(Exponential, IsWithinItsErrorOfTheRealOne) {
    for (int k = -80000; k <= 80000; ++k) {
        const float x = 1e-3F * static_cast<float>(k);
        const double exact = std::exp(static_cast<double>(x));
        ASSERT_NEAR(exponential(x) / exact, 1.0, 3e-7) << x;
    }
}

TEST(Exponential, OfNothingIsOne) { EXPECT_EQ(exponential(0.0F), 1.0F); }

}  // namespace
}  // namespace gineste
