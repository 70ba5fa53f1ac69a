// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace gineste {

/// A file of a report, complete in memory.
struct OutputFile {
    std::string name;  ///< within the report's folder; may stand in one folder of it: "half/x.csv"
    std::string bytes;
};

/// Names, sizes and SHA-256 of the files: tells which files of a folder are the report's own.
/// `origin` is what else it says, an object: where the files are from.
std::string manifest_json(const std::vector<OutputFile>& files,
                          const nlohmann::ordered_json& origin = nlohmann::ordered_json::object());

/// What a manifest of ours says besides its files; an empty object where it is none.
nlohmann::ordered_json origin_in(const std::string& manifest);

/// The names that a manifest lists; nothing where the text is not a manifest of ours.
std::optional<std::set<std::string>> listed_files(const std::string& manifest);

}  // namespace gineste
