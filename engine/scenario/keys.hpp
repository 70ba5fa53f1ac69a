// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "scenario/kinds.hpp"

namespace gineste {

/// What is known of one key of the format. The rows stand in table_*.cpp; the parser, the JSON
/// Schema, the manual and `gineste explain` all come from them.
struct KeyInfo {
    enum class Need { optional, required };

    std::string name;
    Rule rule;  ///< of a list: how many items
    std::string meaning;
    std::string source;        ///< of the default, or "assumption"
    std::string default_text;  ///< as one would write it; empty where there is none
    Need need = Need::optional;
    std::vector<std::string> words;  ///< of a choice
    std::vector<KeyInfo> children;   ///< of a section, or of each item of a list
};

/// The whole format: a section without a name whose children are the keys of the top level.
const KeyInfo& scenario_keys();

/// The format of a study of `gineste sweep`.
const KeyInfo& study_keys();
/// The format of a search of `gineste optimise`.
const KeyInfo& search_keys();

/// The format of a race day.
const KeyInfo& day_keys();

/// The JSON Schema (draft 2020-12) of a scenario; checked in as scenarios/scenario.schema.json.
std::string schema_text();

/// The manual of all keys in Markdown; checked in as scenarios/KEYS.md.
std::string manual_text();

/// The same of the keys of studies; checked in as scenarios/studies/KEYS.md.
std::string study_manual_text();

/// The same two of race days; checked in as scenarios/days/day.schema.json and KEYS.md.
std::string day_schema_text();
std::string day_manual_text();

/// What `gineste explain KEY` says of a dotted key (`field.men.median`, `waves.gun`; an index as in
/// `waves[2].gun` is allowed); of a prefix the keys below it; of "" the keys of the top level.
/// @throws std::invalid_argument "no key is called 'x'. Did you mean `y`?"
std::string explain_text(std::string_view key);

/// The same of a key of a race day, `gineste explain --day KEY`.
std::string explain_day_text(std::string_view key);

}  // namespace gineste
