// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <functional>
#include <string>

#include "observers/record.hpp"
#include "report/findings.hpp"

namespace gineste {

/// The lines of the verdict on the services after the line, the medical cover and the volunteers;
/// empty where the scenario asks for none. `heading` makes a heading of words.
std::string after_line_text(const Record& record, const Findings& findings,
                            const std::function<std::string(const std::string&)>& heading);

}  // namespace gineste
