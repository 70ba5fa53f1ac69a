// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "race/state.hpp"

namespace gineste {
namespace {

TEST(State, ReorderPutsTheForemostFirstAndTiesById) {
    Race::State state;
    const std::vector<double> places_m{10.0, 12.0, 11.0, 12.0, 3.0};
    for (std::size_t k = 0; k < places_m.size(); ++k) {
        state.append(static_cast<std::uint32_t>(k), places_m[k], 0.0F);
        state.lost_s.back() = static_cast<float>(k);
    }
    state.reorder(state.now, 0, state.size());
    const std::vector<std::uint32_t> expected{1, 3, 2, 0, 4};
    for (std::size_t slot = 0; slot < expected.size(); ++slot) {
        EXPECT_EQ(state.runner[slot], expected[slot]);
        EXPECT_EQ(state.lost_s[slot], static_cast<float>(expected[slot]));
    }
}

TEST(State, StretchesInOrderJoinWhereTheSecondBegins) {
    Race::State state;
    std::uint32_t id = 0;
    for (const double place_m : {9.0, 7.0, 5.0, 8.0, 6.0, 1.0}) state.append(id++, place_m, 0.0F);
    state.reorder_across(state.now, 3);
    for (std::size_t slot = 1; slot < state.size(); ++slot) {
        EXPECT_GT(state.now.place[slot - 1], state.now.place[slot]);
    }
}

TEST(State, HashSeesEveryMovingQuantity) {
    Race::State state;
    state.append(0, 10.0, 0.0F);
    const auto before = state.hash();
    state.now.offset_m[0] = 0.1F;
    EXPECT_NE(state.hash(), before);
}

}  // namespace
}  // namespace gineste
