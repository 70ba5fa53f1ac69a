// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

#include "observers/record.hpp"

namespace gineste {

/// congestion.csv: one row per segment and interval, empty ones too, so that it pivots into a
/// rectangle. Speeds are empty where nobody was.
std::string congestion_csv(const Record& record);

}  // namespace gineste
