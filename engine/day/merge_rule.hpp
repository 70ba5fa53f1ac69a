// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>

#include "day/nodes.hpp"
#include "scenario/day_spec.hpp"

namespace gineste {

/// What the day says of the roads that run into a leg; nullptr where it does not name them, and
/// then they zip.
const MergeSpec* merge_spec(const DaySpec& day, const Network& network, LegWay into);

/// Whether who comes this way (none: from a start line) goes before all others.
bool goes_first(const MergeSpec* spec, const Network& network, std::optional<LegWay> from);

}  // namespace gineste
