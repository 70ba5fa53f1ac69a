// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "race/state.hpp"

namespace gineste {
namespace {

TEST(State, ReorderPutsTheForemostFirstAndTiesById) {
    Race::State state;
    const std::vector<double> places_m{10.0, 12.0, 11.0, 12.0, 3.0};
    for (std::size_t k = 0; k < places_m.size(); ++k) {
        state.append_slot();
        state.chainage_m.back() = places_m[k];
        state.runner.back() = static_cast<std::uint32_t>(k);
        state.carried.back().lost_s = static_cast<float>(k);
    }
    state.reorder();
    EXPECT_EQ(state.runner, (std::vector<std::uint32_t>{1, 3, 2, 0, 4}));
    EXPECT_EQ(state.carried[1].lost_s, 3.0F);
    EXPECT_EQ(state.carried[4].lost_s, 4.0F);
}

TEST(State, HashSeesEveryMovingQuantity) {
    Race::State state;
    state.append_slot();
    const auto before = state.hash();
    state.offset_m[0] = 0.1F;
    EXPECT_NE(state.hash(), before);
}

}  // namespace
}  // namespace gineste
