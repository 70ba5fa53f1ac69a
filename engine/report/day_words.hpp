// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string_view>

#include "day/day_record.hpp"

namespace gineste {

// The words of a day, as its file and every file written of it have them.

std::string_view to_word(Direction direction);
std::string_view to_word(Traffic traffic);
std::string_view to_word(MergeRule rule);
std::string_view to_word(CrossingRule rule);
std::string_view to_word(PlaceRecord::Kind kind);

}  // namespace gineste
