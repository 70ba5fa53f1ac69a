// SPDX-License-Identifier: Apache-2.0
// Named runners, groups, vehicles, the sweeper, closed roads and thresholds.
#include <algorithm>
#include <cmath>
#include <map>
#include <vector>

#include "core/quantity.hpp"
#include "core/text.hpp"
#include "scenario/checks.hpp"

namespace gineste {
namespace {

std::vector<std::string> wave_names(const Scenario& scenario) {
    std::vector<std::string> names;
    for (const WaveSpec& wave : scenario.waves) names.push_back(wave.name);
    return names;
}

std::string meant(const std::string& wanted, const std::vector<std::string>& names) {
    if (const auto nearest = nearest_word(wanted, names)) return "Did you mean '" + *nearest + "'?";
    return names.empty() ? "There is none." : "There is '" + joined(names, "', '") + "'.";
}

void check_pace(const std::string& key, const Decoder& decoder, ProblemList& problems) {
    const int told = (decoder.has(key + ".finish") ? 1 : 0) + (decoder.has(key + ".pace") ? 1 : 0) +
                     (decoder.has(key + ".flat_pace") ? 1 : 0);
    if (told == 1) return;
    problems.add(decoder.spot_of(key),
                 key + (told == 0 ? " has no pace" : " has more than one pace"),
                 "`finish`, `pace` and `flat_pace` say the same in three ways",
                 told == 0 ? "Add one of them." : "Keep one of them.");
}

void check_beyond(double at_m, const std::string& key, const Scenario& scenario,
                  const Decoder& decoder, ProblemList& problems) {
    const auto& length_m = scenario.course.length_m;
    if (!decoder.is_good(key) || !length_m || at_m <= *length_m) return;
    problems.add(decoder.spot_of(key), key + " is " + length_text(at_m),
                 "the course ends at " + length_text(*length_m), "Give a place on the course.");
}

void check_named_waves(const Scenario& scenario, const Decoder& decoder, ProblemList& problems) {
    std::map<std::string, int> places;
    for (const WaveSpec& wave : scenario.waves) places[wave.name] = wave.entrants;
    const bool listed = decoder.has("field.entrants_file");
    for (std::size_t i = 0; i < scenario.named.size(); ++i) {
        const NamedSpec& named = scenario.named[i];
        const std::string key = item_key("named", i) + ".wave";
        if (!decoder.is_good(key)) continue;
        const auto wave = places.find(named.wave);
        if (wave == places.end()) {
            problems.add(decoder.spot_of(key), key + " is '" + named.wave + "'",
                         "no wave has that name", meant(named.wave, wave_names(scenario)));
        } else if (!listed && wave->second > 0 && --wave->second == 0) {
            wave->second = -1;  // full: the next one is told
        } else if (!listed && wave->second < 0) {
            problems.add(decoder.spot_of(key), key + " is '" + named.wave + "'",
                         "that wave has more named runners than entrants",
                         "Give it more entrants.");
        }
    }
}

void check_closure(const RoadClosureSpec& closure, const std::string& key, const Scenario& scenario,
                   const Decoder& decoder, ProblemList& problems) {
    check_beyond(closure.from_m, key + ".from", scenario, decoder, problems);
    if (decoder.is_good(key + ".from") && decoder.is_good(key + ".to") &&
        closure.to_m <= closure.from_m) {
        problems.add(decoder.spot_of(key + ".to"), key + " ends at " + length_text(closure.to_m),
                     "it begins at " + length_text(closure.from_m), "A closed road has a length.");
    }
    const double closes_s = closure.closes_s - 86400.0 * closure.days_before;
    check_clock(closes_s, key + ".closes", decoder, scenario, problems);
    if (!closure.opens_s) return;
    check_clock(*closure.opens_s, key + ".opens", decoder, scenario, problems);
    if (*closure.opens_s > closes_s) return;
    problems.add(decoder.spot_of(key + ".opens"),
                 key + ".opens is '" + clock_text(*closure.opens_s) + "'",
                 "it closes at " + clock_text(closure.closes_s) + " that day",
                 "Let it open after it has closed, or write `days_before: 1`.");
}

}  // namespace

void check_named(const Scenario& scenario, const Decoder& decoder, ProblemList& problems) {
    std::map<std::string, std::size_t> seen;
    for (std::size_t i = 0; i < scenario.named.size(); ++i) {
        const std::string key = item_key("named", i);
        check_pace(key, decoder, problems);
        if (!decoder.is_good(key + ".name")) continue;
        const auto [first, is_new] = seen.emplace(scenario.named[i].name, i);
        if (is_new) continue;
        problems.add(decoder.spot_of(key + ".name"),
                     "the name '" + scenario.named[i].name + "' is taken",
                     item_key("named", first->second) + " has it", "Give each their own name.");
    }
    check_named_waves(scenario, decoder, problems);
    if (!decoder.is_good("pursuer") || seen.count(scenario.pursuer) != 0) return;
    std::vector<std::string> names;
    for (const NamedSpec& named : scenario.named) names.push_back(named.name);
    problems.add(decoder.spot_of("pursuer"), "pursuer is '" + scenario.pursuer + "'",
                 "no named runner is called so", meant(scenario.pursuer, names));
}

void check_groups(const Scenario& scenario, const Decoder& decoder, ProblemList& problems) {
    double sum = 0.0;
    for (const GroupSpec& group : scenario.groups) sum += group.share;
    if (sum <= 1.0 + 1e-9) return;
    problems.add(decoder.spot_of("groups"), "the groups have " + number_text(sum) + " of the field",
                 "nobody is in two of them", "Let their shares sum to 1 at most.");
}

// Along or across, and not both.
void check_way(const VehicleSpec& vehicle, const std::string& key, const Decoder& decoder,
               ProblemList& problems) {
    const bool along = decoder.has(key + ".from") && decoder.has(key + ".to");
    const bool has_end = decoder.has(key + ".from") || decoder.has(key + ".to");
    const bool across = decoder.has(key + ".crosses");
    if (across && has_end) {
        problems.add(decoder.spot_of(key + ".crosses"), key + " drives along and across the course",
                     "it has `crosses` beside `from` or `to`", "Write two vehicles.");
    } else if (!across && !along) {
        problems.add(decoder.spot_of(key), key + " has no way to go", "it drives along or across",
                     "Write `from` and `to`, or `crosses`.");
    } else if (vehicle.from_m && vehicle.from_m == vehicle.to_m) {
        problems.add(decoder.spot_of(key + ".to"), key + ".to is " + length_text(*vehicle.to_m),
                     "it is there already", "Give it a way to go, or write an incident.");
    }
}

void check_vehicles(const Scenario& scenario, const Decoder& decoder, ProblemList& problems) {
    for (std::size_t i = 0; i < scenario.vehicles.size(); ++i) {
        const VehicleSpec& vehicle = scenario.vehicles[i];
        const std::string key = item_key("vehicles", i);
        check_clock(vehicle.at_s, key + ".at", decoder, scenario, problems);
        check_beyond(vehicle.from_m.value_or(0.0), key + ".from", scenario, decoder, problems);
        check_beyond(vehicle.to_m.value_or(0.0), key + ".to", scenario, decoder, problems);
        check_beyond(vehicle.crosses_m.value_or(0.0), key + ".crosses", scenario, decoder,
                     problems);
        check_way(vehicle, key, decoder, problems);
    }
}

void check_roads(const Scenario& scenario, const Decoder& decoder, ProblemList& problems) {
    if (scenario.sweeper) {
        for (std::size_t i = 0; i < scenario.sweeper->cut_offs.size(); ++i) {
            const CutOffSpec& cut_off = scenario.sweeper->cut_offs[i];
            const std::string key = item_key("sweeper.cut_offs", i);
            check_clock(cut_off.time_s, key + ".time", decoder, scenario, problems);
            check_beyond(cut_off.at_m, key + ".at", scenario, decoder, problems);
        }
    }
    if (!scenario.roads) return;
    for (std::size_t i = 0; i < scenario.roads->closures.size(); ++i) {
        check_closure(scenario.roads->closures[i], item_key("roads.closures", i), scenario, decoder,
                      problems);
    }
    for (std::size_t i = 0; i < scenario.roads->junctions.size(); ++i) {
        check_beyond(scenario.roads->junctions[i].at_m, item_key("roads.junctions", i) + ".at",
                     scenario, decoder, problems);
    }
}

void check_thresholds(const Scenario& scenario, const Decoder& decoder, ProblemList& problems) {
    const ThresholdsSpec& thresholds = scenario.thresholds;
    check_clock(thresholds.last_start_s.value_or(0.0), "thresholds.last_start", decoder, scenario,
                problems);
    check_clock(thresholds.last_finish_s.value_or(0.0), "thresholds.last_finish", decoder, scenario,
                problems);
}

}  // namespace gineste
