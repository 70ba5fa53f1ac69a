// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <filesystem>
#include <set>
#include <string>

namespace gineste {

/// Names of the manifests, by which a folder is known to hold a report of ours.
inline constexpr const char* kRaceManifest = "manifest.json";
inline constexpr const char* kDayManifest = "day-manifest.json";
inline constexpr const char* kCourseManifest = "course-manifest.json";
inline constexpr const char* kOptimiseManifest = "optimise-manifest.json";

/// Finds out, before anything is simulated, whether a report can be put in the folder: its parents
/// are created and a new folder is tried beside it. A report replaces its folder whole, so what
/// cannot be replaced is refused: a file, the working directory or a folder above it, a mount
/// point, and a folder with other content that holds no report yet.
/// @throws OutputError, stage `create`
void check_output_folder(const std::filesystem::path& folder);

/// The folder itself, absolute and without symbolic links. @throws OutputError, stage `create`
std::filesystem::path resolved_folder(const std::filesystem::path& folder);

/// Files in the folder that the report with that manifest wrote, the manifest among them.
std::set<std::string> files_of_report(const std::filesystem::path& folder,
                                      const std::string& manifest_name);

/// Creates a hidden empty folder beside `target`, on the same filesystem.
/// @throws OutputError, stage `create`
std::filesystem::path make_sibling(const std::filesystem::path& target);

}  // namespace gineste
