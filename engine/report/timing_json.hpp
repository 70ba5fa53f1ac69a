// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

#include "observers/record.hpp"

namespace gineste {

/// Where the time of the computation went, as JSON: `threads`, `simulation_s` (wall time, s),
/// `phases` (wall time of the phases of a step, summed over steps, s) and `move_parts` (of the
/// phase move: s summed over threads and steps, estimated from one block in sixteen). It differs
/// from run to run, so that no file of the report has it.
std::string timing_json(const EngineRecord& engine);

}  // namespace gineste
