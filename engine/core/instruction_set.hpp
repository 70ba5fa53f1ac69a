// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace gineste {

/// Levels of x86-64 that the hot loops are compiled for, after the psABI's names. No result
/// depends on which is used.
enum class InstructionSet { v2, v3, v4 };

/// The most that this machine has.
InstructionSet best_instruction_set();

/// "x86-64-v2", ...
const char* text(InstructionSet instructions);

}  // namespace gineste
