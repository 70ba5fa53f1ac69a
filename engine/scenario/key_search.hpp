// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>

#include "scenario/keys.hpp"

namespace gineste {

/// The key of that dotted name, an index as in `waves[2].gun` or `waves[*].gun` left aside; none
/// where there is no such one.
const KeyInfo* find_key(std::string_view key);

/// "Did you mean `waves.gun`?"
std::string key_suggestion(std::string_view key);

}  // namespace gineste
