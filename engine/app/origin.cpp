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
    if (overrides.fitted_waves == FittedWaves::fragment) words.emplace_back("--fit-waves");
    if (overrides.seed) add("--seed", std::to_string(*overrides.seed));
    if (request.language == Language::french) add("--lang", "fr");
    if (!request.trajectories.empty()) add("--trajectories", request.trajectories);
    return words;
}

nlohmann::ordered_json listed(const Inputs& inputs) {
    nlohmann::ordered_json files = nlohmann::ordered_json::array();
    for (const InputFile& file : inputs.files) {
        files.push_back({{"name", file.name}, {"bytes", file.bytes}, {"sha256", file.sha256}});
    }
    return files;
}

std::vector<std::string> command_of(const DayRequest& request) {
    std::vector<std::string> words{"gineste", "day", request.day.filename().string()};
    if (request.overrides.seed) {
        words.insert(words.end(), {"--seed", std::to_string(*request.overrides.seed)});
    }
    if (request.language == Language::french) words.insert(words.end(), {"--lang", "fr"});
    return words;
}

}  // namespace

nlohmann::ordered_json origin_of_run(const RunRequest& request, const Scenario& scenario,
                                     const Record& record, const Inputs& inputs) {
    nlohmann::ordered_json origin{{"program", "gineste"},
                                  {"version", kVersion},
                                  {"command", command_of(request)},
                                  {"scenario", record.scenario},
                                  {"seed", record.seed},
                                  {"behaviour_seed", record.behaviour_seed},
                                  {"complete", record.complete},
                                  {"input_sha256", inputs.sha256}};
    if (!scenario.fitted.empty()) origin["fitted"] = scenario.fitted;
    origin["inputs"] = listed(inputs);
    return origin;
}

nlohmann::ordered_json origin_of_day(const DayRequest& request, const std::string& name,
                                     const std::vector<Record>& races, const Inputs& inputs) {
    bool complete = true;
    nlohmann::ordered_json seeds = nlohmann::ordered_json::array();
    for (const Record& race : races) {
        complete = complete && race.complete;
        seeds.push_back({{"scenario", race.scenario},
                         {"seed", race.seed},
                         {"behaviour_seed", race.behaviour_seed}});
    }
    return {{"program", "gineste"},
            {"version", kVersion},
            {"command", command_of(request)},
            {"day", name},
            {"races", seeds},
            {"complete", complete},
            {"input_sha256", inputs.sha256},
            {"inputs", listed(inputs)}};
}

}  // namespace gineste
