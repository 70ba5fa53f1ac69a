// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <functional>
#include <string>

#include "day/day_record.hpp"

namespace gineste {

/// Merges, crossings and the timetable of a day, each empty where there is none of it. Joints where
/// nothing happens are left out. `heading` sets a heading.
std::string day_places_text(const DayRecord& record,
                            const std::function<std::string(const std::string&)>& heading);

}  // namespace gineste
