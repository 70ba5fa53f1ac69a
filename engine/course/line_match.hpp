// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <vector>

#include "course/map_plane.hpp"

namespace gineste {

/// The samples of a line on the plane, 5 m apart, and where it heads there.
struct MatchLine {
    std::vector<MapPlace> at;
    std::vector<double> heading_rad;  ///< of the chord from 30 m before to 30 m behind

    explicit MatchLine(std::vector<MapPlace> places);
};

/// A stretch of a line that runs on an earlier road: that of an earlier line, or of this one
/// before. Samples of both, ends included; `road_end` comes before `road_begin` where it heads the
/// other way.
struct LineMatch {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::size_t line = 0;  ///< of the road
    std::size_t road_begin = 0;
    std::size_t road_end = 0;

    int sign() const { return road_end < road_begin ? -1 : 1; }
};

/// The stretches of line `k` that run for at least 100 m within `tolerance_m` of lines up to k, the
/// same way or the opposite one, in order and without overlap. 100 m, because two roads that cross
/// at 18° are within 15 m of one another for as long. Where a line turns back, the match begins at
/// the turn; a lap is at least 200 m.
std::vector<LineMatch> matches_of(const std::vector<MatchLine>& lines, std::size_t k,
                                  double tolerance_m);

}  // namespace gineste
