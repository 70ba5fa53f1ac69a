// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <string>

#include "report/page.hpp"

namespace gineste {

/// What --lang takes.
inline const std::map<std::string, Language> kLanguages = {{"en", Language::english},
                                                           {"fr", Language::french}};

}  // namespace gineste
