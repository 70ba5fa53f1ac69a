// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <functional>
#include <string>

#include "report/findings.hpp"

namespace gineste {

/// The verdict's lines on late guns, named runners, the pursuit, vehicles and the road timetable;
/// empty where there is none of it. `heading` sets a heading.
std::string known_text(const Record& record, const Findings& findings,
                       const std::function<std::string(const std::string&)>& heading);

/// "Held back: Elite 10:00, Wave 1 10:00"; empty where every wave went on time.
std::string late_text(const Record& record, const Findings& findings);

}  // namespace gineste
