// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "report/manifest.hpp"

namespace gineste {

/// Puts a report in its folder, whole or not at all: after any failure, and after a loss of power,
/// the folder holds the old report or the new one, never a mixture.
///
/// Everything is written to a hidden folder beside it and brought to the disk; then the two folders
/// change places in one step (renameat2 RENAME_EXCHANGE; three renames where the filesystem has no
/// exchange). A manifest of the files is added under `manifest_name`, with `origin` in it; the old
/// report is what the old manifest lists. Anything else in the folder is the user's and comes
/// along: files by a hard link made beforehand, folders by a rename afterwards.
///
/// @throws OutputError: stage `create` where check_output_folder would refuse or a file of the
/// user's stands where ours must go; stage `write` for everything after. Nothing of ours remains.
void publish(const std::filesystem::path& folder, std::vector<OutputFile> files,
             const std::string& manifest_name,
             const nlohmann::ordered_json& origin = nlohmann::ordered_json::object());

}  // namespace gineste
