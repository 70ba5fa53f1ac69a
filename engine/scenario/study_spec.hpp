// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "core/error.hpp"
#include "scenario/kinds.hpp"

namespace gineste {

// A study: one scenario, keys of it that vary, and how. Every field is a row of the table of keys
// in study_spec.cpp.

/// One key of the scenario and the values it takes: those of a list, or from `from` to `to`.
struct FactorSpec {
    SourcePlace where;
    std::string key;                  ///< "start.line_width", "waves[2].gun", "stations[*].tables"
    std::vector<std::string> values;  ///< as a scenario would have them
    std::string from;
    std::string to;
    int steps = 0;  ///< of a range in a grid, both ends included

    Rule rule;                ///< of the key
    double from_value = 0.0;  ///< `from` in the unit of the key's kind
    double to_value = 0.0;
    std::vector<std::string> words;  ///< where the key is a choice
};

enum class DesignLaw {
    grid,             ///< every value with every other
    latin_hypercube,  ///< each factor's range in as many strata as points, each with one point
    sobol,            ///< Sobol's sequence, shifted by the seed
};

struct StudySpec {
    std::filesystem::path file;
    std::string name;
    std::filesystem::path scenario;
    DesignLaw design = DesignLaw::grid;
    int points = 0;                 ///< of a Latin hypercube or Sobol's sequence
    std::uint64_t design_seed = 1;  ///< of these two
    int seeds = 10;                 ///< races of each point, the same seeds at all of them
    double threshold_per_m2 = 0.4;  ///< from which a place counts as crowded
    std::vector<FactorSpec> factors;
};

/// Reads and checks a study, its scenario's path made relative to the folder of the file.
/// @throws InputError with every problem of the file, MissingInput
StudySpec load_study(const std::filesystem::path& file);

}  // namespace gineste
