// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "core/sha256.hpp"
#include "core/state_hash.hpp"

namespace gineste {
namespace {

// FIPS 180-2, appendix B.1.
TEST(Sha256, GivesThePublishedSumOfAbc) {
    Sha256 sum;
    sum.add("a");
    sum.add("bc");
    EXPECT_EQ(sum.hex(), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(StateHash, SeesOneBit) {
    std::vector<float> values{1.0F, 2.0F};
    const auto hash = [&] {
        StateHash state;
        state.add(std::span<const float>(values));
        return state.value();
    };
    const auto before = hash();
    EXPECT_EQ(hash(), before);
    values[1] = std::nextafter(2.0F, 3.0F);
    EXPECT_NE(hash(), before);
    EXPECT_EQ(hash_text(255), "00000000000000ff");
}

}  // namespace
}  // namespace gineste
