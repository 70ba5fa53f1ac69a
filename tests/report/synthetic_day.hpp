// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "day/day_record.hpp"

namespace gineste {

/// A marathon from 10:00 and a half marathon from 11:30 on 11 October 2026 in Paris, who share a
/// bridge that the marathon runs twice and a park where they face each other: what a day that went
/// well leaves behind.
DayRecord river_day();

/// One race that nobody started, on one leg.
DayRecord empty_day();

}  // namespace gineste
