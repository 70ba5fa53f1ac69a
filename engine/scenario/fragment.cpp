// SPDX-License-Identifier: Apache-2.0
#include "scenario/fragment.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "core/contract.hpp"
#include "core/csv.hpp"
#include "core/quantity.hpp"
#include "core/text.hpp"
#include "scenario/checks.hpp"
#include "scenario/scenario.hpp"
#include "scenario/tables.hpp"

namespace gineste {
namespace {

Table<Scenario> fragment_table() {
    const std::set<std::string> parts{"start", "waves", "field"};
    Table<Scenario> table;
    for (Key<Scenario>& key : scenario_table()) {
        if (!parts.contains(key.info.name)) continue;
        key.info.need = KeyInfo::Need::optional;
        table.push_back(std::move(key));
    }
    return table;
}

const WaveSpec* find_namesake(const WaveSpec& wave, const std::vector<WaveSpec>& waves) {
    const auto found = std::find_if(waves.begin(), waves.end(),
                                    [&](const WaveSpec& other) { return other.name == wave.name; });
    return found == waves.end() ? nullptr : &*found;
}

// Who runs in a wave, as against when it starts and how many are in it; of what the fragment does
// not say the wave keeps its own, as `field` does.
void take_runners(const WaveSpec& fitted, bool has_flow, WaveSpec& wave) {
    if (fitted.men) wave.men = fitted.men;
    if (fitted.women) wave.women = fitted.women;
    if (fitted.women_share) wave.women_share = fitted.women_share;
    if (has_flow) wave.flow_share = fitted.flow_share;
    if (!fitted.prediction_sd) return;
    wave.prediction_sd = fitted.prediction_sd;
    wave.order = fitted.order;
}

std::string quoted_names(const std::vector<WaveSpec>& waves) {
    std::vector<std::string> names;
    for (const WaveSpec& wave : waves) names.push_back("'" + wave.name + "'");
    return joined(names, ", ");
}

std::vector<WaveSpec> without_namesake(const std::vector<WaveSpec>& waves,
                                       const std::vector<WaveSpec>& others) {
    std::vector<WaveSpec> alone;
    for (const WaveSpec& wave : waves) {
        if (find_namesake(wave, others) == nullptr) alone.push_back(wave);
    }
    return alone;
}

std::string plan_text(const std::vector<WaveSpec>& waves) {
    std::string text = std::to_string(waves.size()) + (waves.size() == 1 ? " wave" : " waves");
    if (!waves.empty() && waves.front().gun_s) text += " from " + clock_text(*waves.front().gun_s);
    if (waves.size() > 1 && waves.back().gun_s) text += " to " + clock_text(*waves.back().gun_s);
    return text;
}

/// The waves of a race, and a sentence on whose they are.
struct Waves {
    std::vector<WaveSpec> specs;
    std::string told;
};

// Half of them with their own runners and half with everybody's would be a field of nobody's.
Waves keep_plan(const std::vector<WaveSpec>& own, const std::vector<WaveSpec>& fitted,
                const Decoder& decoder) {
    Waves waves{own, "the waves are the scenario's"};
    const std::vector<WaveSpec> unknown = without_namesake(own, fitted);
    if (!unknown.empty()) {
        waves.told += " with runners of their own, since the fragment (" + quoted_names(fitted) +
                      ") has no " + quoted_names(unknown) +
                      " (--fit-waves takes its waves instead)";
        return waves;
    }
    for (WaveSpec& wave : waves.specs) {
        const WaveSpec* const like = find_namesake(wave, fitted);
        const std::string number = std::to_string(like - fitted.data() + 1);
        take_runners(*like, decoder.has("waves[" + number + "].flow_share"), wave);
    }
    const std::vector<WaveSpec> left_out = without_namesake(fitted, own);
    waves.told += ", run by the runners of the fragment's of the same names" +
                  (left_out.empty() ? "" : ", without " + quoted_names(left_out)) +
                  " (--fit-waves takes its guns and sizes, too)";
    return waves;
}

Waves take_plan(const std::vector<WaveSpec>& own, const std::vector<WaveSpec>& fitted) {
    return {fitted, "the waves are the fragment's: " + plan_text(fitted) + " in place of " +
                        plan_text(own)};
}

// "release", "no_show_share (0.12 → 0.2)": what is no single value by its name alone.
template <class Part>
void add_replaced(const YamlNode& part, const Table<Part>& table, const Part& before,
                  const Part& after, std::vector<std::string>& replaced) {
    for (const YamlNode& key : part.children) {
        const auto row = std::find_if(table.begin(), table.end(), [&](const Key<Part>& one) {
            return one.info.name == key.key;
        });
        std::string text = part.key + "." + key.key;
        if (row->said) {
            const std::string old_text = row->said(before);
            const std::string new_text = row->said(after);
            if (old_text == new_text && !new_text.empty()) continue;
            if (!new_text.empty()) {
                text += " (" + (old_text.empty() ? "none" : old_text) + " → " + new_text + ")";
            }
        }
        replaced.push_back(std::move(text));
    }
}

// "start.release, field.men, field.no_show_share (0.12 → 0.2)"
std::string replaced_keys(const YamlNode& tree, const Scenario& before, const Scenario& after) {
    std::vector<std::string> keys;
    for (const YamlNode& part : tree.children) {
        if (part.key == "start") add_replaced(part, start_table(), before.start, after.start, keys);
        if (part.key == "field") add_replaced(part, field_table(), before.field, after.field, keys);
    }
    return joined(keys, ", ");
}

// A single wave is as large as the field, and a field as all waves.
void settle_sizes(Scenario& fitted) {
    if (fitted.waves.size() == 1 && fitted.waves.front().entrants == 0) {
        fitted.waves.front().entrants = fitted.field.entrants;
    }
    if (fitted.field.entrants > 0) return;
    for (const WaveSpec& wave : fitted.waves) fitted.field.entrants += wave.entrants;
}

// How many run is said by the waves: where those stay, so does the size of the field.
void tell_keys(const YamlNode& tree, const Decoder& decoder, bool keeps_sizes,
               const Scenario& before, Scenario& fitted) {
    const bool says_another =
        decoder.has("field.entrants") && fitted.field.entrants != before.field.entrants;
    if (keeps_sizes) fitted.field.entrants = before.field.entrants;
    fitted.fitted.clear();
    const std::string keys = replaced_keys(tree, before, fitted);
    if (!keys.empty()) fitted.fitted.push_back("the fragment replaces " + keys);
    if (!keeps_sizes || !says_another) return;
    fitted.fitted.push_back("field.entrants stays " + std::to_string(fitted.field.entrants) +
                            ", as many as the waves have");
}

}  // namespace

void apply_fragment_text(const std::string& text, const std::string& name, Scenario& scenario,
                         FittedWaves whose) {
    ProblemList problems(text, name);
    const auto tree = read_yaml(text, problems);
    if (!tree) problems.raise();
    ENSURE(tree.has_value());
    Decoder decoder(problems, std::filesystem::path(name).parent_path(), {});
    Scenario fitted = scenario;
    fitted.waves.clear();
    decode_mapping(*tree, "", fragment_table(), fitted, decoder);
    const bool no_waves = fitted.waves.empty();
    if (no_waves) {
        fitted.waves = scenario.waves;
    } else {
        if (!decoder.has("field.entrants")) fitted.field.entrants = 0;
        check_waves(fitted, decoder, problems);
        check_entrants(fitted, decoder, problems);
    }
    check_time_laws(fitted, decoder, problems);
    problems.raise();
    settle_sizes(fitted);
    const bool keeps_sizes = no_waves || whose == FittedWaves::scenario;
    tell_keys(*tree, decoder, keeps_sizes, scenario, fitted);
    if (!no_waves) {
        Waves waves = whose == FittedWaves::scenario
                          ? keep_plan(scenario.waves, fitted.waves, decoder)
                          : take_plan(scenario.waves, fitted.waves);
        fitted.waves = std::move(waves.specs);
        fitted.fitted.push_back(std::move(waves.told));
    }
    scenario = std::move(fitted);
}

void apply_fragment(const std::filesystem::path& file, Scenario& scenario, FittedWaves whose) {
    apply_fragment_text(read_text_file(file), file.string(), scenario, whose);
    scenario.fragment = file;
}

}  // namespace gineste
