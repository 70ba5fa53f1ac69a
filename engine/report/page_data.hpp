// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <nlohmann/json.hpp>

#include "observers/record.hpp"

namespace gineste {

/// What the page shows besides the summary and the columns: local time, the road by segment, what
/// stations, services and posts had to bear minute by minute, where the relief lies.
nlohmann::ordered_json page_data(const Record& record);

}  // namespace gineste
