// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string_view>

#include "scenario/problem_list.hpp"
#include "scenario/yaml_tree.hpp"

namespace gineste {

/// Where a file is of another kind than the one that begins with `first_key`, as a race day given
/// to `gineste run`: says what it is and what reads it, and nothing else about it.
/// @throws InputError
void refuse_other_document(const YamlNode& tree, std::string_view first_key, ProblemList& problems);

}  // namespace gineste
