// SPDX-License-Identifier: Apache-2.0
// What lies on the roads of a race day: merges, crossings, stations, places.
#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <vector>

#include "core/quantity.hpp"
#include "scenario/checks.hpp"

namespace gineste {
namespace {

bool is_known(const std::string& key, const Decoder& decoder) {
    return !decoder.has(key) || decoder.is_good(key);
}

bool is_same(const RouteStepSpec& a, const RouteStepSpec& b) {
    return a.leg == b.leg && a.direction == b.direction;
}

std::string step_text(const RouteStepSpec& step) {
    return step.direction == Direction::back ? step.leg + " back" : step.leg;
}

/// A race that runs into `into`; where `from` is given, from that leg.
bool is_run(const DaySpec& day, const RouteStepSpec& into, const std::string& from = "") {
    for (const DayRaceSpec& race : day.races) {
        for (std::size_t s = 0; s < race.route.size(); ++s) {
            if (!is_same(race.route[s], into)) continue;
            if (from.empty() || (s > 0 && race.route[s - 1].leg == from)) return true;
        }
    }
    return false;
}

// Whether every route could be read: else nothing can be said of what no race runs.
bool are_routes_known(const DaySpec& day, const Decoder& decoder) {
    for (std::size_t r = 0; r < day.races.size(); ++r) {
        const std::string key = item_key("races", r) + ".route";
        if (!decoder.is_good(key)) return false;
        for (std::size_t s = 0; s < day.races[r].route.size(); ++s) {
            if (!decoder.is_good(item_key(key, s))) return false;
        }
    }
    return true;
}

void check_first(const DaySpec& day, const MergeSpec& merge, const std::string& item,
                 const Decoder& decoder, ProblemList& problems) {
    const std::string key = item + ".first";
    if (!is_known(item + ".rule", decoder)) return;
    const bool priority = merge.rule == MergeRule::priority;
    if (priority && !decoder.has(key)) {
        problems.add(decoder.spot_of(item), item + " has no `first`",
                     "somebody has priority by `rule: priority`", "Add the leg that has it.");
    } else if (!priority && decoder.has(key)) {
        problems.add(decoder.spot_of(key), key + " is given", "the rule is `zip`: nobody is first",
                     "Write `rule: priority` or leave it out.");
    } else if (priority && check_on_leg(day, merge.first, key, decoder, problems) != nullptr &&
               are_routes_known(day, decoder) && is_run(day, merge.into) &&
               !is_run(day, merge.into, merge.first)) {
        problems.add(decoder.spot_of(key), key + " is '" + merge.first + "'",
                     "no race runs from there into '" + step_text(merge.into) + "'",
                     "Name a leg from which one does.");
    }
}

void check_merges(const DaySpec& day, const Decoder& decoder, ProblemList& problems) {
    for (std::size_t i = 0; i < day.merges.size(); ++i) {
        const MergeSpec& merge = day.merges[i];
        const std::string item = item_key("merges", i);
        const std::string key = item + ".into";
        check_first(day, merge, item, decoder, problems);
        if (check_on_leg(day, merge.into.leg, key, decoder, problems) == nullptr) continue;
        if (are_routes_known(day, decoder) && !is_run(day, merge.into)) {
            problems.add(decoder.spot_of(key), key + " is '" + step_text(merge.into) + "'",
                         "no race runs it that way", "Name a step of a route.");
        }
        for (std::size_t j = 0; j < i; ++j) {
            if (!is_same(day.merges[j].into, merge.into)) continue;
            problems.add(decoder.spot_of(key), key + " is '" + step_text(merge.into) + "'",
                         item_key("merges", j) + " has a rule for it", "Keep one of them.");
            break;
        }
    }
}

// Where the file itself tells how long a leg is.
std::optional<double> length_m(const LegSpec& leg) {
    if (leg.line.empty()) return leg.length_m;
    if (!leg.to_m) return std::nullopt;
    return *leg.to_m - leg.from_m.value_or(0.0);
}

/// That `leg_key` names a leg and `at_key` a place on it.
const LegSpec* check_spot(const DaySpec& day, const std::string& name, const std::string& leg_key,
                          double at_m, const std::string& at_key, const Decoder& decoder,
                          ProblemList& problems) {
    const LegSpec* leg = check_on_leg(day, name, leg_key, decoder, problems);
    if (leg == nullptr || !decoder.is_good(at_key) || std::isinf(at_m)) return leg;
    const auto end_m = length_m(*leg);
    if (end_m && at_m > *end_m) {
        problems.add(decoder.spot_of(at_key), at_key + " is " + length_text(at_m),
                     "the leg '" + name + "' is " + length_text(*end_m) + " long",
                     "Give a place on the leg, from its beginning.");
    }
    return leg;
}

struct RuleKey {
    const char* name = "";
    CrossingRule rule = CrossingRule::none;
    const char* word = "";
};
constexpr RuleKey kRuleKeys[] = {{"gap", CrossingRule::gaps, "gaps"},
                                 {"pulse", CrossingRule::pulses, "pulses"},
                                 {"clearing", CrossingRule::pulses, "pulses"}};

void check_crossing(const DaySpec& day, std::size_t index, const Decoder& decoder,
                    ProblemList& problems) {
    const CrossingSpec& crossing = day.crossings[index];
    const std::string item = item_key("crossings", index);
    const LegSpec* leg = check_spot(day, crossing.leg, item + ".leg", crossing.at_m, item + ".at",
                                    decoder, problems);
    const LegSpec* other = check_spot(day, crossing.other_leg, item + ".other_leg",
                                      crossing.other_at_m, item + ".other_at", decoder, problems);
    if (leg != nullptr && leg == other) {
        problems.add(decoder.spot_of(item + ".other_leg"),
                     item + ".other_leg is '" + crossing.other_leg + "'",
                     "a leg does not cross itself", "Cut it into two legs between the two places.");
    }
    if (!is_known(item + ".rule", decoder)) return;
    for (const RuleKey& one : kRuleKeys) {
        const std::string key = item + "." + one.name;
        if (!decoder.has(key) || crossing.rule == one.rule) continue;
        const std::string word = one.word;
        problems.add(decoder.spot_of(key), key + " is given", "the rule is not `" + word + "`",
                     "Write `rule: " + word + "` or leave it out.");
    }
}

void check_reach(const StationSpec& station, const LegSpec& leg, const std::string& item,
                 const Decoder& decoder, ProblemList& problems) {
    const auto leg_m = length_m(leg);
    for (const char* name : {"at", "length", "stagger", "side"}) {
        if (!is_known(item + "." + name, decoder)) return;
    }
    if (!leg_m || station.at_m > *leg_m || end_m(station) <= *leg_m) return;
    problems.add(decoder.spot_of(item + ".at"), item + " reaches to " + length_text(end_m(station)),
                 "the leg '" + leg.name + "' is " + length_text(*leg_m) + " long",
                 "Put it further back or make it shorter.");
}

void check_day_stations(const DaySpec& day, const Decoder& decoder, ProblemList& problems) {
    std::map<std::string, std::vector<KeyedStation>> by_leg;
    for (std::size_t i = 0; i < day.stations.size(); ++i) {
        const DayStationSpec& one = day.stations[i];
        const std::string item = item_key("stations", i);
        const std::string at = item + ".at";
        const LegSpec* leg =
            check_spot(day, one.leg, item + ".leg", one.station.at_m, at, decoder, problems);
        if (leg != nullptr) check_reach(one.station, *leg, item, decoder, problems);
        if (decoder.is_good(at) && std::isinf(one.station.at_m)) {
            problems.add(decoder.spot_of(at), at + " is 'finish'",
                         "a leg has none: each race has its own",
                         "Put the station into the scenario of its race.");
        }
        check_station(one.station, item, decoder, problems);
        by_leg[one.leg].push_back({&one.station, item});
    }
    for (auto& [leg, stations] : by_leg) check_spacing(std::move(stations), decoder, problems);
}

}  // namespace

void check_junctions(const DaySpec& day, const Decoder& decoder, ProblemList& problems) {
    check_merges(day, decoder, problems);
    for (std::size_t i = 0; i < day.crossings.size(); ++i) {
        check_crossing(day, i, decoder, problems);
    }
    check_day_stations(day, decoder, problems);
    for (std::size_t i = 0; i < day.places.size(); ++i) {
        const PlaceSpec& place = day.places[i];
        const std::string item = item_key("places", i);
        check_spot(day, place.leg, item + ".leg", place.at_m, item + ".at", decoder, problems);
    }
}

}  // namespace gineste
