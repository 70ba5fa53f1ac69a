// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

#include "day/day_record.hpp"
#include "report/verdict.hpp"

namespace gineste {

/// What an organiser of several races reads first: the races, the legs they share, where and when
/// they meet, merges, crossings and the timetable. Times are local. 100 columns.
std::string day_text(const DayRecord& record, Style style);

}  // namespace gineste
