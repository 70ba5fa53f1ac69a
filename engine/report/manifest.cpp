// SPDX-License-Identifier: Apache-2.0
#include "report/manifest.hpp"

#include "core/sha256.hpp"

namespace gineste {
namespace {
constexpr const char* kFormat = "gineste-manifest-1";
}

std::string manifest_json(const std::vector<OutputFile>& files,
                          const nlohmann::ordered_json& origin) {
    nlohmann::ordered_json manifest{{"format", kFormat}};
    manifest.update(origin);
    manifest["files"] = nlohmann::ordered_json::array();
    for (const OutputFile& file : files) {
        Sha256 sum;
        sum.add(file.bytes);
        manifest["files"].push_back(
            {{"name", file.name}, {"bytes", file.bytes.size()}, {"sha256", sum.hex()}});
    }
    // Names are the user's text, perhaps not UTF-8: replaced rather than refused after the race.
    return manifest.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

nlohmann::ordered_json origin_in(const std::string& manifest) {
    auto json = nlohmann::ordered_json::parse(manifest, nullptr, false);
    if (!json.is_object() || json.value("format", "") != kFormat) {
        return nlohmann::ordered_json::object();
    }
    json.erase("format");
    json.erase("files");
    return json;
}

std::optional<std::set<std::string>> listed_files(const std::string& manifest) {
    const auto json = nlohmann::json::parse(manifest, nullptr, false);
    if (!json.is_object() || json.value("format", nlohmann::json()) != kFormat) return {};
    std::set<std::string> names;
    for (const auto& file : json.value("files", nlohmann::json::array())) {
        if (!file.is_object()) return {};
        const auto name = file.value("name", nlohmann::json());
        if (!name.is_string()) return {};
        names.insert(name.get<std::string>());
    }
    return names;
}

}  // namespace gineste
