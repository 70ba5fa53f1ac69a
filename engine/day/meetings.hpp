// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <vector>

#include "day/leg_cells.hpp"

namespace gineste {

/// Every two passes of a leg of which runners were in one segment in one minute; where both are of
/// one race, two different runners of it. The meeting lasts from the beginning of the first such
/// minute to the end of the last; of several segments in it, the place is the one nearest the
/// beginning of the leg.
std::vector<MeetingRecord> meetings_on(LegId leg, const LegCells& cells);

}  // namespace gineste
