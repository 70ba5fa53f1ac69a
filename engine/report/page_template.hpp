// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string_view>

namespace gineste {

/// The page that viz/ builds, without data; empty where this build has none.
std::string_view page_template();

}  // namespace gineste
