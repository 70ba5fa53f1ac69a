// SPDX-License-Identifier: Apache-2.0
#include "scenario/day_spec.hpp"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <string_view>

#include "core/quantity.hpp"
#include "scenario/checks.hpp"
#include "scenario/on_route.hpp"
#include "scenario/read_study.hpp"
#include "scenario/tables.hpp"

namespace gineste {
namespace {

constexpr std::string_view kFirstKey = "gineste_day";
constexpr std::streamsize kMostComments = 65536;  // bytes
constexpr double kLongestDay_s = 86400.0;

bool is_remark(std::string_view line) {
    const std::size_t first = line.find_first_not_of(" \t\r");
    return first == std::string_view::npos || line[first] == '#' || line.starts_with("---");
}

bool is_first_key(std::string_view line) {
    if (!line.starts_with(kFirstKey)) return false;
    line.remove_prefix(kFirstKey.size());
    const std::size_t colon = line.find_first_not_of(" \t");
    return colon != std::string_view::npos && line[colon] == ':';
}

void finish(DaySpec& day) {
    for (DayStationSpec& station : day.stations) station.station.where = station.where;
}

/// Races that one simulation cannot hold.
void check_together(const DayRaceSpec& one, const Scenario& race, const DayRaceSpec& first,
                    const Scenario& first_race) {
    const auto refuse = [&](const std::string& what, const std::string& why,
                            const std::string& remedy) {
        throw InputError(Problem{one.where, "'" + one.name + "' has " + what,
                                 "'" + first.name + "' has " + why, remedy, ""});
    };
    if (race.zone.name() != first_race.zone.name()) {
        refuse("the zone " + race.zone.name(), first_race.zone.name(),
               "Give their scenarios one time zone.");
    }
    if (race.step_s != first_race.step_s) {
        refuse("a step of " + quantity_text(Kind::duration, race.step_s),
               "one of " + quantity_text(Kind::duration, first_race.step_s),
               "Give their scenarios one `step`.");
    }
    const double apart_s = first_gun_instant_s(race) - first_gun_instant_s(first_race);
    if (std::abs(apart_s) > kLongestDay_s) {
        refuse("its first gun on " + to_text(race.date), "its own on " + to_text(first_race.date),
               "Give their scenarios one `date`.");
    }
}

}  // namespace

bool is_day_file(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    std::string text(static_cast<std::size_t>(kMostComments), '\0');
    stream.read(text.data(), kMostComments);
    text.resize(static_cast<std::size_t>(stream.gcount()));
    std::string_view rest = without_byte_order_mark(text);
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        const std::string_view line = rest.substr(0, end);
        if (!is_remark(line)) return is_first_key(line);
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return false;
}

DaySpec load_day(const std::filesystem::path& file) {
    static const Table<DaySpec> table = day_table();
    DaySpec day = read_study(file, table,
                             [](const DaySpec& read, Decoder& decoder) {
                                 check_network(read, decoder, decoder.problems());
                                 check_junctions(read, decoder, decoder.problems());
                             },
                             {"race day", std::string(kFirstKey)});
    finish(day);
    return day;
}

std::vector<Scenario> load_day_races(const DaySpec& day, const ScenarioOverrides& overrides) {
    std::vector<Scenario> races;
    for (const DayRaceSpec& race : day.races) {
        races.push_back(race.route.empty()
                            ? load_scenario(race.scenario, overrides)
                            : load_scenario_on_route(race.scenario, race.length_m, overrides));
        check_together(race, races.back(), day.races.front(), races.front());
    }
    return races;
}

const KeyInfo& day_keys() {
    static const KeyInfo root{
        "", {Kind::section},   "several races on one network of roads", "", "", {},
        {}, infos(day_table())};
    return root;
}

}  // namespace gineste
