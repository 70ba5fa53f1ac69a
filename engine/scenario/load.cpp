// SPDX-License-Identifier: Apache-2.0
#include <fstream>
#include <iterator>
#include <numeric>
#include <set>
#include <string_view>
#include <system_error>

#include "core/contract.hpp"
#include "scenario/checks.hpp"
#include "scenario/scenario.hpp"
#include "scenario/tables.hpp"

namespace gineste {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::streamsize kMostBytes =
    1024 * 1024 + 1;  // one more than allowed is enough to refuse

void require_file(const std::filesystem::path& file) {
    std::error_code fault;
    if (!std::filesystem::exists(file, fault)) throw MissingInput(file, "no such file");
    if (!std::filesystem::is_regular_file(file, fault)) throw MissingInput(file, "not a file");
}

std::string read_text(const std::filesystem::path& file) {
    require_file(file);
    std::ifstream stream(file, std::ios::binary);
    if (!stream) throw MissingInput(file, "cannot be opened");
    std::string text(static_cast<std::size_t>(kMostBytes), '\0');
    stream.read(text.data(), kMostBytes);
    if (stream.bad()) throw MissingInput(file, "cannot be read");
    text.resize(static_cast<std::size_t>(stream.gcount()));
    return text;
}

// What stands in one key where another one is silent, and what the command line puts in place.
void complete(Scenario& scenario, const Decoder& decoder, const ScenarioOverrides& overrides) {
    if (overrides.seed) scenario.seed = *overrides.seed;
    if (!decoder.has("behaviour_seed")) scenario.behaviour_seed = scenario.seed;
    if (overrides.dem) scenario.course.dem = *overrides.dem;
    if (scenario.waves.size() == 1 && scenario.waves.front().entrants == 0) {
        scenario.waves.front().entrants = scenario.field.entrants;
    }
    if (scenario.field.entrants == 0) {
        for (const WaveSpec& wave : scenario.waves) scenario.field.entrants += wave.entrants;
    }
}

void check(const Scenario& scenario, const Decoder& decoder, ProblemList& problems) {
    check_waves(scenario, decoder, problems);
    check_entrants(scenario, decoder, problems);
    check_field(scenario, decoder, problems);
    check_course(scenario, decoder, problems);
    check_stations(scenario, decoder, problems);
    check_thirst(scenario, decoder, problems);
    check_walking(scenario, decoder, problems);
    check_weather(scenario, decoder, problems);
    check_incidents(scenario, decoder, problems);
    check_services(scenario, decoder, problems);
    check_medical(scenario, decoder, problems);
    check_volunteers(scenario, decoder, problems);
}

}  // namespace

Scenario parse_scenario(const std::string& text, const std::filesystem::path& file,
                        const ScenarioOverrides& overrides) {
    static const Table<Scenario> table = scenario_table();
    std::string_view body = text;
    if (body.starts_with(kByteOrderMark)) body.remove_prefix(kByteOrderMark.size());
    const std::string name = file.string();
    ProblemList problems(body, name);
    const auto tree = read_yaml(body, problems);
    if (!tree) problems.raise();
    ENSURE(tree.has_value());
    std::set<std::string> replaced;
    if (overrides.dem) replaced.insert("course.dem");
    Decoder decoder(problems, file.parent_path(), std::move(replaced));
    Scenario scenario;
    scenario.file = file;
    decode_mapping(*tree, "", table, scenario, decoder);
    check(scenario, decoder, problems);
    problems.raise();
    complete(scenario, decoder, overrides);
    return scenario;
}

Scenario load_scenario(const std::filesystem::path& file, const ScenarioOverrides& overrides) {
    const std::string text = read_text(file);
    if (overrides.dem) require_file(*overrides.dem);
    Scenario scenario = parse_scenario(text, file, overrides);
    if (overrides.fragment) apply_fragment(*overrides.fragment, scenario);
    return scenario;
}

double first_gun_instant_s(const Scenario& scenario) {
    EXPECT(!scenario.waves.empty() && scenario.waves.front().gun_s.has_value());
    const double gun_s = scenario.waves.front().gun_s.value_or(0.0);
    return static_cast<double>(scenario.zone.instant_s(scenario.date, gun_s));
}

}  // namespace gineste
