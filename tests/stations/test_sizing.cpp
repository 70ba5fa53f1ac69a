// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "stations/sizing.hpp"
#include "support/figures.hpp"

namespace gineste {
namespace {

// Model notes, § 4.3: peak 400 runners a minute, 0.9 take, 1.3 cups, 20 cups a minute and hand.
TEST(Sizing, OfTheExampleInTheModelNotesIsTwentyFourVolunteers) {
    const double demand = demand_per_minute(400.0, 0.9, 1.3);
    EXPECT_NEAR(demand, 468.0, 1e-9);
    test::tell("%.0f cups a minute: %d volunteers (24)", demand, hands_for(demand, 20.0));
    EXPECT_EQ(hands_for(demand, 20.0), 24);
}

TEST(Sizing, TakesNoHandMoreThanAnExactFit) {
    EXPECT_EQ(hands_for(460.0, 20.0), 23);
    EXPECT_EQ(hands_for(460.1, 20.0), 24);
    EXPECT_EQ(hands_for(0.0, 20.0), 0);
}

}  // namespace
}  // namespace gineste
