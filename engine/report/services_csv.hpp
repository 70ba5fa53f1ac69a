// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

#include "observers/record.hpp"

namespace gineste {

/// services.csv: what each service after the line bears, one row per service and interval from the
/// first finisher on.
std::string services_csv(const Record& record);

/// coaches.csv: each coach that went and how many sat in it.
std::string coaches_csv(const Record& record);

/// medical.csv: cases expected by kilometre and quarter of an hour, where there are any.
std::string medical_csv(const Record& record);

/// roster.csv: hands needed by post and slot of time, then the totals of each role and of all.
std::string roster_csv(const Record& record);

}  // namespace gineste
