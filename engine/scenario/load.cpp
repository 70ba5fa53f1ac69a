// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>

#include "core/contract.hpp"
#include "core/random.hpp"
#include "scenario/checks.hpp"
#include "scenario/extends.hpp"
#include "scenario/on_route.hpp"
#include "scenario/other_document.hpp"
#include "scenario/scenario.hpp"
#include "scenario/settings.hpp"
#include "scenario/tables.hpp"

namespace gineste {
namespace {

/// The road of a race that runs a route of a day's network.
struct RouteRoad {
    std::optional<double> certified_length_m;
};

/// The table of a scenario on such a road: its own `course`, if it has one, is put aside, so that a
/// race comes into a day as it is.
Table<Scenario> table_on_route() {
    Table<Scenario> table = scenario_table();
    for (Key<Scenario>& key : table) {
        if (key.info.name != "course") continue;
        key.info.need = KeyInfo::Need::optional;
        key.decode = [](const YamlNode&, const std::string&, Scenario&, Decoder&) {};
    }
    return table;
}

// Guns that are told by their distance from the one before.
void space_guns(Scenario& scenario) {
    const Random random(scenario.seed);
    for (std::size_t w = 1; w < scenario.waves.size(); ++w) {
        WaveSpec& wave = scenario.waves[w];
        if (!wave.interval_s) continue;
        const double least_s = *wave.interval_s;
        const double most_s = wave.interval_most_s.value_or(least_s);
        const double drawn_s =
            least_s + (most_s - least_s) * random.uniform(RunnerId(w), Purpose::wave_interval);
        const auto before = std::find_if(
            scenario.waves.rbegin() + static_cast<std::ptrdiff_t>(scenario.waves.size() - w),
            scenario.waves.rend(), [](const WaveSpec& other) { return other.gun_s.has_value(); });
        wave.gun_s = before->gun_s.value_or(0.0) + std::round(drawn_s);
    }
}

// Where gaps are kept, a wave held back holds back all later ones.
void pass_delays_on(Scenario& scenario) {
    if (scenario.start.after_delay != AfterDelay::keep_gaps) return;
    double late_s = 0.0;
    for (WaveSpec& wave : scenario.waves) {
        if (wave.start != WaveStart::clock) continue;
        late_s += wave.delay_s;
        wave.delay_s = late_s;
    }
}

// What stands in one key where another one is silent, and what the command line puts in place.
void complete(Scenario& scenario, const Decoder& decoder, const ScenarioOverrides& overrides) {
    if (overrides.seed) scenario.seed = *overrides.seed;
    scenario.own_behaviour_seed = decoder.has("behaviour_seed");
    if (!scenario.own_behaviour_seed) scenario.behaviour_seed = scenario.seed;
    space_guns(scenario);
    pass_delays_on(scenario);
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
    check_stations(scenario, decoder, problems);
    check_thirst(scenario, decoder, problems);
    check_walking(scenario, decoder, problems);
    check_weather(scenario, decoder, problems);
    check_incidents(scenario, decoder, problems);
    check_named(scenario, decoder, problems);
    check_groups(scenario, decoder, problems);
    check_vehicles(scenario, decoder, problems);
    check_roads(scenario, decoder, problems);
    check_thresholds(scenario, decoder, problems);
    check_services(scenario, decoder, problems);
    check_medical(scenario, decoder, problems);
    check_volunteers(scenario, decoder, problems);
}

Scenario parse(const std::string& text, const std::filesystem::path& file,
               const ScenarioOverrides& overrides, const std::vector<ScenarioSetting>& settings,
               const std::optional<RouteRoad>& route) {
    static const Table<Scenario> with_course = scenario_table();
    static const Table<Scenario> on_route = table_on_route();
    ProblemList problems(without_byte_order_mark(text), file.string());
    Extended extended{file, {}};
    auto tree = read_extended(extended, problems);
    if (!tree) problems.raise();
    ENSURE(tree.has_value());
    refuse_other_document(*tree, "gineste", problems);
    apply_settings(*tree, settings, problems);
    std::set<std::string> replaced;
    if (overrides.dem) replaced.insert("course.dem");
    Decoder decoder(problems, file.parent_path(), std::move(replaced));
    Scenario scenario;
    scenario.file = file;
    scenario.extends = extended.files;
    if (route) scenario.course.length_m = route->certified_length_m;
    decode_mapping(*tree, "", route ? on_route : with_course, scenario, decoder);
    if (!route) check_course(scenario, decoder, problems);
    check(scenario, decoder, problems);
    problems.raise();
    if (overrides.dem && !route) scenario.course.dem = *overrides.dem;
    complete(scenario, decoder, overrides);
    return scenario;
}

Scenario load(const std::filesystem::path& file, const std::vector<ScenarioSetting>& settings,
              const ScenarioOverrides& overrides, const std::optional<RouteRoad>& route) {
    const std::string text = read_scenario_file(file);
    if (overrides.dem) require_file(*overrides.dem);
    Scenario scenario = parse(text, file, overrides, settings, route);
    if (overrides.fragment) {
        apply_fragment(*overrides.fragment, scenario, overrides.fitted_waves);
    }
    return scenario;
}

}  // namespace

Scenario parse_scenario(const std::string& text, const std::filesystem::path& file,
                        const ScenarioOverrides& overrides) {
    return parse(text, file, overrides, {}, std::nullopt);
}

Scenario load_scenario(const std::filesystem::path& file, const ScenarioOverrides& overrides) {
    return load_scenario_with(file, {}, overrides);
}

Scenario load_scenario_with(const std::filesystem::path& file,
                            const std::vector<ScenarioSetting>& settings,
                            const ScenarioOverrides& overrides) {
    return load(file, settings, overrides, std::nullopt);
}

Scenario load_scenario_on_route(const std::filesystem::path& file,
                                std::optional<double> certified_length_m,
                                const ScenarioOverrides& overrides) {
    return load(file, {}, overrides, RouteRoad{certified_length_m});
}

void reseed(Scenario& scenario, std::uint64_t seed) {
    if (!scenario.own_behaviour_seed) scenario.behaviour_seed += seed - scenario.seed;
    scenario.seed = seed;
    space_guns(scenario);
}

double first_gun_instant_s(const Scenario& scenario) {
    EXPECT(!scenario.waves.empty() && scenario.waves.front().gun_s.has_value());
    const double gun_s = scenario.waves.front().gun_s.value_or(0.0);
    return static_cast<double>(scenario.zone.instant_s(scenario.date, gun_s));
}

double after_first_gun_s(const Scenario& scenario, double clock_s) {
    return static_cast<double>(scenario.zone.instant_s(scenario.date, clock_s)) -
           first_gun_instant_s(scenario);
}

}  // namespace gineste
