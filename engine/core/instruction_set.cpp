// SPDX-License-Identifier: Apache-2.0
#include "core/instruction_set.hpp"

namespace gineste {

InstructionSet best_instruction_set() {
    __builtin_cpu_init();
    return __builtin_cpu_supports("avx2") ? InstructionSet::avx2 : InstructionSet::baseline;
}

}  // namespace gineste
