// SPDX-License-Identifier: Apache-2.0
#include "core/instruction_set.hpp"

#include "core/dispatch.hpp"

namespace gineste {

InstructionSet best_instruction_set() {
    const auto has = [](std::int64_t target) { return (hwy::SupportedTargets() & target) != 0; };
    if (has(HWY_AVX3)) return InstructionSet::v4;
    return has(HWY_AVX2) ? InstructionSet::v3 : InstructionSet::v2;
}

const char* text(InstructionSet instructions) {
    switch (instructions) {
        case InstructionSet::v2:
            return "x86-64-v2";
        case InstructionSet::v3:
            return "x86-64-v3";
        case InstructionSet::v4:
            return "x86-64-v4";
    }
    return "";
}

}  // namespace gineste
