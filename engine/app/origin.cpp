// SPDX-License-Identifier: Apache-2.0
#include "app/origin.hpp"

#include <string>
#include <vector>

#include "app/version.hpp"

namespace gineste {
namespace {

std::vector<std::string> command_of(const RunRequest& request) {
    std::vector<std::string> words{"gineste", "run", request.scenario.filename().string()};
    const auto add = [&words](const char* option, const std::string& value) {
        words.insert(words.end(), {option, value});
    };
    const ScenarioOverrides& overrides = request.overrides;
    if (overrides.dem) add("--dem", overrides.dem->filename().string());
    if (overrides.fragment) add("--fit", overrides.fragment->filename().string());
    if (overrides.seed) add("--seed", std::to_string(*overrides.seed));
    if (request.language == Language::french) add("--lang", "fr");
    if (!request.trajectories.empty()) add("--trajectories", request.trajectories);
    return words;
}

}  // namespace

nlohmann::ordered_json origin_of_run(const RunRequest& request, const Record& record,
                                     const Inputs& inputs) {
    nlohmann::ordered_json files = nlohmann::ordered_json::array();
    for (const InputFile& file : inputs.files) {
        files.push_back({{"name", file.name}, {"bytes", file.bytes}, {"sha256", file.sha256}});
    }
    return {{"program", "gineste"},
            {"version", kVersion},
            {"command", command_of(request)},
            {"scenario", record.scenario},
            {"seed", record.seed},
            {"behaviour_seed", record.behaviour_seed},
            {"complete", record.complete},
            {"input_sha256", inputs.sha256},
            {"inputs", files}};
}

}  // namespace gineste
