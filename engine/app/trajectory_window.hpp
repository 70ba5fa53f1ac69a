// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

#include "core/quantity.hpp"
#include "observers/record.hpp"
#include "scenario/scenario.hpp"

namespace gineste {

/// "3.2-3.6 km, 09:20-09:30" or "3200-3600 m, 09:20-09:30:30, every 1 s": where and when positions
/// are kept, and how often; every step unless said otherwise. Clock times are those of the race's
/// day. Refused too: what is no multiple of the step, and more than 4,000,000 metres of road times
/// frames: 16 million positions, nearly 1 GB, where four run on each metre.
Parsed<TrajectoryWindow> parse_trajectory_window(const std::string& text, const Scenario& scenario);

}  // namespace gineste
