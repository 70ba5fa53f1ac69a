// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

#include "observers/record.hpp"
#include "report/findings.hpp"

namespace gineste {

enum class Style { plain, terminal };  ///< terminal: headings in bold, nothing else

/// What an organiser reads first: field, finish, worst places, waves and stations on one screen
/// (100 columns; 45 lines for ten places, ten waves and seven stations). Times are local.
std::string verdict(const Record& record, const Findings& findings, Style style);

}  // namespace gineste
