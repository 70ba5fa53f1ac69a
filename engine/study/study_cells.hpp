// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <vector>

#include "study/intervals.hpp"
#include "study/races.hpp"

namespace gineste {

/// Space and time in pieces: so many segments by so many intervals, segment-major.
struct CellGrid {
    std::size_t segments = 0;
    std::size_t intervals = 0;
};

/// A grid that holds all these races up to the last interval with anybody on the road; their
/// outcomes have kept their cells.
CellGrid grid_of(const std::vector<RaceOutcome>& races, std::size_t segments);

/// Mean density of each cell over the races, in runners/m²; a race that is over has nobody left.
std::vector<double> mean_cells(const std::vector<RaceOutcome>& races, CellGrid grid);

/// Mean of plan − first in each cell, race by race; 0 where Student's interval of it holds 0, so
/// that what is left is no noise, but for one cell in twenty of those in which nothing changed.
std::vector<double> shown_differences(const std::vector<RaceOutcome>& first,
                                      const std::vector<RaceOutcome>& plan, CellGrid grid,
                                      double confidence = kConfidence);

}  // namespace gineste
