// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace gineste {

/// Which machine instructions the hot loops may use. No result depends on it.
enum class InstructionSet { baseline, avx2 };

/// The most that this machine has.
InstructionSet best_instruction_set();

}  // namespace gineste
