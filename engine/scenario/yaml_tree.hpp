// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "scenario/problem_list.hpp"

namespace gineste {

/// One value of a YAML file: plain data with its place, nothing shared and nothing cyclic.
struct YamlNode {
    enum class Kind {
        empty,    ///< `key:` with nothing after it, or ~ or null
        scalar,   ///< `text` is what stands there, unquoted
        list,     ///< `children` in order
        mapping,  ///< `children` in order, each with its `key`
        refused,  ///< an alias: reported already, nothing to read
    };
    Kind kind = Kind::empty;
    Spot spot;
    std::string text;
    std::string key;  ///< its name in the mapping above it
    Spot key_spot;
    std::vector<YamlNode> children;
};

/// Reads one YAML document and refuses what a scenario has no use for: anchors, aliases, tags,
/// duplicate keys, keys that are not plain words, a second document, more than 32 levels, 100,000
/// values, 64 KiB in one value or 1 MiB in all, and anything but UTF-8 without control characters.
/// Everything wrong goes to `problems`.
/// @return the tree, none where the text cannot be read to its end
std::optional<YamlNode> read_yaml(std::string_view text, ProblemList& problems);

}  // namespace gineste
