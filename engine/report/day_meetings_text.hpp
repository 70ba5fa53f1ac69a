// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <functional>
#include <string>

#include "day/day_record.hpp"

namespace gineste {

/// Where races meet, a table for each two and each way; empty where they never do. `heading` sets a
/// heading.
std::string day_meetings_text(const DayRecord& record,
                              const std::function<std::string(const std::string&)>& heading);

}  // namespace gineste
