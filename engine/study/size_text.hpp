// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>

#include "study/size_stations.hpp"

namespace gineste {

/// What each station has beside what is enough: tables, volunteers, cups and the waits of both.
std::string size_text(const SizeStudy& study, std::string_view race);

/// The same for programs.
std::string size_json(const SizeStudy& study, std::string_view race, std::string_view version);

}  // namespace gineste
