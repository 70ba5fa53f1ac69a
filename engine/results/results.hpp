// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "field/field.hpp"
#include "scenario/scenario.hpp"

namespace gineste {

/// A row, or a cell of it, that could not be used. It never quotes a name.
struct BrokenRow {
    int line = 0;        ///< of the file, from 1
    std::string column;  ///< heading; empty where the whole row is meant
    std::string what;    ///< what stands there
    std::string why;
};

/// One runner's result. NaN: not known.
struct Result {
    std::optional<std::uint32_t> bib;
    std::optional<Sex> sex;
    std::optional<WaveId> wave;
    double start_s = std::numeric_limits<double>::quiet_NaN();  ///< over the line, after first gun
    std::vector<double> net_s;                                  ///< at each mark, after `start_s`
};

/// What a results table says of a race; of names it keeps nothing.
struct Results {
    std::string file;
    std::vector<double> marks_m;  ///< rising; the finish, if there, is the course's length
    std::vector<Result> runners;
    std::vector<BrokenRow> broken;  ///< left out of `runners`
    std::size_t rows = 0;           ///< read in all
    bool has_starts = false;        ///< the table says when runners came over the line

    /// At which place `at_m` stands among the marks, within 100 m.
    std::optional<std::size_t> mark(double at_m) const;
};

/// Reads a results table for a race of `length_m` whose waves the scenario names. Waves come from
/// their column; without one from the last gun before the start. A row that contradicts itself is
/// left out and listed. @throws InputError where no column of times is understood or more than half
/// of the rows are broken, MissingInput
Results read_results(const std::filesystem::path& file, const Scenario& scenario, double length_m);

}  // namespace gineste
