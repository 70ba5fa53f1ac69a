// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

#include "scenario/scenario.hpp"

namespace gineste {

/// SHA-256 of everything a run reads: the scenario, the files it extends, then line, terrain model,
/// sections and entrants where it names them, each with its size in front. Folders and names of
/// files do not count.
/// @throws MissingInput
std::string input_sha256(const Scenario& scenario);

}  // namespace gineste
