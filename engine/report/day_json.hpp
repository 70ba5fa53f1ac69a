// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "day/day_record.hpp"

namespace gineste {

/// What day.json holds: the members of a DayRecord by their names, null for NaN, and beside every
/// time of day `…_s` the same as `…_clock`, local, "" for NaN. Cells of legs are rounded to 0.1 s.
nlohmann::ordered_json day_document(const DayRecord& record, std::string_view version);

/// day.json: one line for each key and for each entry of its lists.
std::string day_json(const DayRecord& record, std::string_view version);

/// The JSON Schema (draft 2020-12) that every day.json keeps to.
std::string_view day_schema();

}  // namespace gineste
