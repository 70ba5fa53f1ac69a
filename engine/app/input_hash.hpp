// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "scenario/day_spec.hpp"
#include "scenario/scenario.hpp"

namespace gineste {

/// A file a run reads.
struct InputFile {
    std::string name;  ///< without its folder, which is the user's own business
    std::uintmax_t bytes = 0;
    std::string sha256;
};

struct Inputs {
    /// SHA-256 of all of them, each with its size in front. Folders and names do not count.
    std::string sha256;
    std::vector<InputFile> files;
};

/// Everything a run reads: the scenario, the files it extends, then line, terrain model, sections
/// and entrants where it names them. @throws MissingInput
Inputs read_inputs(const Scenario& scenario);

/// Everything a day reads: its file, its lines, and all that its races read. @throws MissingInput
Inputs read_inputs(const DaySpec& day, const std::vector<Scenario>& races);

}  // namespace gineste
