// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <hwy/highway.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>

#include "core/instruction_set.hpp"

namespace gineste {

/// Highway's targets that an instruction set allows, as far as this machine has them.
inline std::int64_t allowed_targets(InstructionSet most) {
    std::int64_t barred = 0;
    if (most != InstructionSet::v4) barred |= HWY_AVX3;
    if (most == InstructionSet::v2) barred |= HWY_AVX2;
    // Asked once: a virtual machine takes its time over the answer.
    static const std::int64_t supported = hwy::SupportedTargets();
    return supported & ~barred;
}

/// The version of a kernel to call: `table` is what HWY_EXPORT made of it.
template <class Function, std::size_t N>
Function kernel_of(const Function (&table)[N], InstructionSet most) {
    hwy::ChosenTarget chosen;
    chosen.Update(allowed_targets(most));
    return table[std::min(chosen.GetIndex(), N - 1)];
}

}  // namespace gineste
