// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "observers/record.hpp"
#include "report/congestion.hpp"

namespace gineste {

/// What most likely makes a place crowded.
enum class Cause { start, station, width, grade, wave_merging, density };

/// "start", "station", "width", "grade", "wave merging", "density"
const char* to_text(Cause cause);

/// The first rule that holds for the densest cell of a place, in this order:
/// start          the segment begins within 500 m of the start line;
/// station        it touches the road from 50 m before to 150 m after a station's first table;
/// width          the least width from its beginning to 100 m beyond its end is at least 10 %
///                under the greatest from 100 m before it to its end;
/// grade          its mean grade is 3 % or more;
/// wave merging   runners of two waves or more were in the cell. Weak evidence, since fast runners
///                soon reach the wave before theirs, so asked last;
/// density        none of these: more runners than the road takes at their pace.
Cause likely_cause(const Record& record, Cell peak);

}  // namespace gineste
