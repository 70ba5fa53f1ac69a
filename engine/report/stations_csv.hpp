// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

#include "observers/record.hpp"

namespace gineste {

/// stations.csv: what each station bears, one row per station and interval.
std::string stations_csv(const Record& record);

}  // namespace gineste
