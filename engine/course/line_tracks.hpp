// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <vector>

#include "course/line_match.hpp"

namespace gineste {

/// Every stretch of line `k` along which it stays within `tolerance_m` of a road of the lines up to
/// k and heads along it, with gaps of up to 50 m; they may overlap. Its ends are where the two are
/// no farther apart than they mostly are: roads that part are apart by less than the tolerance for
/// a while.
std::vector<LineMatch> tracks_of(const std::vector<MatchLine>& lines, std::size_t k,
                                 double tolerance_m);

}  // namespace gineste
