// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

#include "observers/record.hpp"

namespace gineste {

/// stations.csv: what each station bears, one row per station and interval.
std::string stations_csv(const Record& record);

/// station_arrivals.csv: who comes, one row per station, minute and wave that came.
std::string station_arrivals_csv(const Record& record);

/// station_stock.csv: what is left, one row per good that can run out and quarter of an hour.
std::string station_stock_csv(const Record& record);

}  // namespace gineste
