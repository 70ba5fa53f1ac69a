// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace gineste {

/// Rows of cells as columns of a text, each as wide as its widest cell, two spaces before it.
/// `layout` has a letter for each column: l for words, r for figures. Lines end with "\n", without
/// blanks before it.
std::string aligned_rows(const std::vector<std::vector<std::string>>& rows,
                         std::string_view layout);

}  // namespace gineste
