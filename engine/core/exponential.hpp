// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <bit>
#include <cstdint>

namespace gineste {

/// e^x for |x| <= 80, relative error under 3e-7. Plain arithmetic in a fixed order, so that it
/// gives the same bits with every compiler and mathematical library, and is inlined into loops.
/// Splits x into n·ln 2 + r with |r| <= ln 2 / 2 and sums e^r to the seventh power.
inline float exponential(float x) {
    constexpr float log2_e = 1.44269504F;
    constexpr float ln2_high = 0.693359375F;  // few digits, so that n times it is exact
    constexpr float ln2_low = -2.12194440e-4F;
    const float scaled = x * log2_e;
    const auto n = static_cast<std::int32_t>(scaled + (scaled >= 0.0F ? 0.5F : -0.5F));
    const auto whole = static_cast<float>(n);
    const float r = x - whole * ln2_high - whole * ln2_low;
    float sum = 1.0F / 5040.0F;
    sum = sum * r + 1.0F / 720.0F;
    sum = sum * r + 1.0F / 120.0F;
    sum = sum * r + 1.0F / 24.0F;
    sum = sum * r + 1.0F / 6.0F;
    sum = sum * r + 0.5F;
    sum = sum * r + 1.0F;
    sum = sum * r + 1.0F;
    return sum * std::bit_cast<float>((n + 127) << 23);
}

}  // namespace gineste
