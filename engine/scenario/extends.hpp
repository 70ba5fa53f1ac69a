// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "scenario/problem_list.hpp"
#include "scenario/yaml_tree.hpp"

namespace gineste {

/// A scenario and the files it stands on.
struct Extended {
    std::filesystem::path file;
    std::vector<std::filesystem::path> files;  ///< that it extends, the nearest first
};

/// Reads the text that `problems` holds and every file below it in a chain of `extends`, and lays
/// each over the one it extends:
///
///     mapping over mapping   key by key
///     nothing (`key:`)       takes the key away
///     list over list         replaces it whole
///     mapping over list      item by item, each by its name: changed, added, or taken away
///     anything else          replaces it
///
/// Every value keeps the place where it stands. A chain of more than 8 files, one that comes back
/// to itself, and a file that is not there go to `problems`, at the `extends` that asks for it.
/// @return the tree, none where a text cannot be read to its end
std::optional<YamlNode> read_extended(Extended& extended, ProblemList& problems);

/// @throws MissingInput
void require_file(const std::filesystem::path& file);
/// The whole text, or enough of a file that is too long to be refused. @throws MissingInput
std::string read_scenario_file(const std::filesystem::path& file);

std::string_view without_byte_order_mark(std::string_view text);

}  // namespace gineste
