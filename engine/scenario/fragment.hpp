// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

#include "scenario/scenario.hpp"

namespace gineste {

/// As apply_fragment, from text; `name` is that used in messages. @throws InputError
void apply_fragment_text(const std::string& text, const std::string& name, Scenario& scenario,
                         FittedWaves whose);

}  // namespace gineste
