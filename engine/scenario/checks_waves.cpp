// SPDX-License-Identifier: Apache-2.0
#include <cstdint>
#include <map>
#include <optional>
#include <stdexcept>

#include "core/quantity.hpp"
#include "core/text.hpp"
#include "scenario/checks.hpp"

namespace gineste {
namespace {

constexpr std::int64_t kMostRunners = 500'000;

void check_gun(const WaveSpec& wave, const std::string& key, const Decoder& decoder,
               ProblemList& problems) {
    if (decoder.has(key + ".start") && !decoder.is_good(key + ".start")) return;
    const bool by_clock = wave.start == WaveStart::clock;
    const bool spaced = decoder.has(key + ".interval");
    if (spaced && decoder.has(key + ".gun")) {
        problems.add(decoder.spot_of(key + ".interval"), key + " has a `gun` and an `interval`",
                     "which of the two counts would be a guess", "Keep one of them.");
    } else if (by_clock && !spaced && !decoder.has(key + ".gun")) {
        problems.add(decoder.spot_of(key), key + " has no `gun`", "its start is `clock`",
                     "Add `gun: 09:00`, or `start: rolling`.");
    } else if (!by_clock && decoder.has(key + ".gun")) {
        problems.add(decoder.spot_of(key + ".gun"), key + " has a `gun`",
                     "the wave before it starts it, not the clock",
                     "Take the gun away, or write `start: clock`.");
    }
}

void check_interval(const WaveSpec& wave, const std::string& key, const Decoder& decoder,
                    ProblemList& problems) {
    const std::string most = key + ".interval_most";
    if (decoder.is_good(key + ".interval") && wave.start != WaveStart::clock) {
        problems.add(decoder.spot_of(key + ".interval"), key + " has an `interval`",
                     "the wave before it starts it, not the clock",
                     "Take the interval away, or write `start: clock`.");
    }
    if (wave.window_s > 0.0 && wave.start != WaveStart::clock) {
        problems.add(decoder.spot_of(key + ".window"), key + " has a `window`",
                     "it opens with a gun, and the wave before it starts this one, not the clock",
                     "Take the window away, or write `start: clock`.");
    }
    if (!decoder.is_good(most)) return;
    if (!decoder.has(key + ".interval")) {
        problems.add(decoder.spot_of(most), key + " has an `interval_most` without `interval`",
                     "a drawn interval has two ends", "Add `interval: 6 min`.");
    } else if (wave.interval_s && *wave.interval_most_s < *wave.interval_s) {
        problems.add(decoder.spot_of(most), most + " is " + duration_text(*wave.interval_most_s),
                     "the interval begins at " + duration_text(*wave.interval_s),
                     "Put the shortest first.");
    }
}

// Who may come into a wave: limits that leave nobody are a slip of the pen.
void check_rules(const WaveSpec& wave, const std::string& key, const Decoder& decoder,
                 ProblemList& problems) {
    const auto& under_s = wave.predicted_under_s;
    const auto& from_s = wave.predicted_from_s;
    if (under_s && from_s && *under_s <= *from_s) {
        problems.add(decoder.spot_of(key + ".predicted_under"),
                     key + ".predicted_under is " + duration_text(*under_s),
                     "predicted_from is " + duration_text(*from_s), "Nobody would be between.");
    }
    if (wave.bib_from && wave.bib_to && *wave.bib_to < *wave.bib_from) {
        problems.add(decoder.spot_of(key + ".bib_to"),
                     key + ".bib_to is " + number_text(*wave.bib_to),
                     "bib_from is " + number_text(*wave.bib_from), "Put the lower one first.");
    }
}

// On the last Sunday of October the clocks show 02:30 twice: such a gun would be a guess.
void check_civil_time(const Scenario& scenario, const WaveSpec& wave, const std::string& key,
                      const Decoder& decoder, ProblemList& problems) {
    if (!wave.gun_s || !decoder.is_good("date") || !decoder.is_good("zone")) return;
    try {
        scenario.zone.instant_s(scenario.date, *wave.gun_s);
    } catch (const std::invalid_argument& fault) {
        problems.add(decoder.spot_of(key + ".gun"),
                     key + ".gun is '" + clock_text(*wave.gun_s) + "' on " + to_text(scenario.date),
                     fault.what(), "Choose a time outside the change of the clocks.");
    }
}

void check_first(const Scenario& scenario, const Decoder& decoder, ProblemList& problems) {
    if (scenario.waves.empty()) return;
    if (decoder.has("waves[1].interval")) {
        problems.add(decoder.spot_of("waves[1].interval"), "waves[1] has an `interval`",
                     "there is no gun before its own", "Write its `gun`.");
    }
    if (scenario.waves.front().start == WaveStart::clock) return;
    problems.add(decoder.spot_of("waves[1].start"), "waves[1] waits for a wave before it",
                 "it is the first one", "Write `start: clock` and its `gun`.");
}

void check_order(const Scenario& scenario, const Decoder& decoder, ProblemList& problems) {
    std::optional<std::size_t> before;
    for (std::size_t i = 0; i < scenario.waves.size(); ++i) {
        const auto& gun_s = scenario.waves[i].gun_s;
        if (!gun_s) continue;
        if (before && *gun_s < *scenario.waves[*before].gun_s) {
            const std::string key = item_key("waves", i) + ".gun";
            problems.add(decoder.spot_of(key), key + " is '" + clock_text(*gun_s) + "'",
                         item_key("waves", *before) + " starts later, at " +
                             clock_text(*scenario.waves[*before].gun_s),
                         "List the waves in order of starting.");
        }
        before = i;
    }
}

void check_names(const Scenario& scenario, const Decoder& decoder, ProblemList& problems) {
    std::map<std::string, std::size_t> seen;
    for (std::size_t i = 0; i < scenario.waves.size(); ++i) {
        const std::string key = item_key("waves", i) + ".name";
        if (!decoder.is_good(key)) continue;
        const auto [first, is_new] = seen.emplace(scenario.waves[i].name, i);
        if (is_new) continue;
        problems.add(decoder.spot_of(key), "wave name '" + scenario.waves[i].name + "' is taken",
                     item_key("waves", first->second) + " has it", "Give each wave its own name.");
    }
}

}  // namespace

std::string item_key(const std::string& list, std::size_t index) {
    return list + "[" + std::to_string(index + 1) + "]";
}

void check_waves(const Scenario& scenario, const Decoder& decoder, ProblemList& problems) {
    for (std::size_t i = 0; i < scenario.waves.size(); ++i) {
        const std::string key = item_key("waves", i);
        check_gun(scenario.waves[i], key, decoder, problems);
        check_civil_time(scenario, scenario.waves[i], key, decoder, problems);
        check_interval(scenario.waves[i], key, decoder, problems);
        check_rules(scenario.waves[i], key, decoder, problems);
    }
    check_first(scenario, decoder, problems);
    check_order(scenario, decoder, problems);
    check_names(scenario, decoder, problems);
}

void check_entrants(const Scenario& scenario, const Decoder& decoder, ProblemList& problems) {
    std::int64_t sum = 0;
    std::size_t silent = 0;
    for (std::size_t i = 0; i < scenario.waves.size(); ++i) {
        const std::string key = item_key("waves", i) + ".entrants";
        if (decoder.has(key) && !decoder.is_good(key)) return;  // no sum to speak of
        sum += scenario.waves[i].entrants;
        if (scenario.waves[i].entrants > 0) continue;
        ++silent;
        const bool takes_all = scenario.waves.size() == 1 && decoder.has("field.entrants");
        if (takes_all || decoder.has("field.entrants_file")) continue;
        problems.add(
            decoder.spot_of(item_key("waves", i)), item_key("waves", i) + " has no `entrants`",
            "only a single wave can take field.entrants", "Say how many are entered in it.");
    }
    if (sum > kMostRunners) {
        problems.add(decoder.spot_of("waves"),
                     "the waves have " + std::to_string(sum) + " entrants", "the limit is 500,000",
                     "Simulate fewer.");
    }
    const bool both = silent == 0 && decoder.is_good("field.entrants") && !scenario.waves.empty();
    if (!both || sum == scenario.field.entrants) return;
    problems.add(decoder.spot_of("field.entrants"),
                 "field.entrants is " + std::to_string(scenario.field.entrants),
                 "the waves have " + std::to_string(sum) + " in all",
                 "Correct one of them, or leave field.entrants out.");
}

}  // namespace gineste
