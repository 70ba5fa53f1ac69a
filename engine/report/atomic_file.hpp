// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <filesystem>
#include <string_view>

namespace gineste {

/// Puts one file in place, whole or not at all: written beside it under a hidden name, brought to
/// the disk, and renamed over what stood there. The folder must be there.
/// @throws OutputError: stage `create` where the folder is none or the name is a folder's; stage
/// `write` for everything after. What stood there stands then, and nothing of ours remains.
void publish_file(const std::filesystem::path& path, std::string_view bytes);

/// Finds out, before anything is simulated, whether a file can be put there.
/// @throws OutputError, stage `create`, as publish_file would
void check_output_file(const std::filesystem::path& path);

}  // namespace gineste
