// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <filesystem>
#include <string>
#include <string_view>

namespace gineste {

// Calls to the system that say at once, with path and reason, when the world will not take our
// output, and that go on where a signal interrupted them. All throw OutputError, stage `write`,
// naming `shown`: the path the user knows, not the temporary one.

/// Creates the file, writes all bytes, brings them to the disk and closes it.
void write_checked(const std::filesystem::path& path, std::string_view bytes,
                   const std::filesystem::path& shown);

/// Brings a folder's list of names to the disk.
void sync_folder(const std::filesystem::path& folder, const std::filesystem::path& shown);

/// "No space left on device"
std::string system_reason(int error_number);

}  // namespace gineste
