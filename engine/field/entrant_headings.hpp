// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>
#include <string_view>

namespace gineste {

// What columns are called that tables of entrants and of results share; matched by find_heading.
inline constexpr std::array<std::string_view, 6> kBibHeadings{"bib",    "dossard",    "number",
                                                              "numero", "bib number", "no dossard"};
inline constexpr std::array<std::string_view, 5> kSexHeadings{"sex", "sexe", "gender", "genre",
                                                              "m/f"};
inline constexpr std::array<std::string_view, 6> kWaveHeadings{"wave", "vague",  "sas",
                                                               "pen",  "corral", "block"};

}  // namespace gineste
