// SPDX-License-Identifier: Apache-2.0
#include "scenario/fragment.hpp"

#include <set>

#include "core/contract.hpp"
#include "core/csv.hpp"
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

}  // namespace

void apply_fragment_text(const std::string& text, const std::string& name, Scenario& scenario) {
    ProblemList problems(text, name);
    const auto tree = read_yaml(text, problems);
    if (!tree) problems.raise();
    ENSURE(tree.has_value());
    Decoder decoder(problems, std::filesystem::path(name).parent_path(), {});
    Scenario fitted = scenario;
    fitted.waves.clear();
    decode_mapping(*tree, "", fragment_table(), fitted, decoder);
    if (fitted.waves.empty()) {
        fitted.waves = scenario.waves;
    } else {
        if (!decoder.has("field.entrants")) fitted.field.entrants = 0;
        check_waves(fitted, decoder, problems);
        check_entrants(fitted, decoder, problems);
    }
    check_time_laws(fitted, decoder, problems);
    problems.raise();
    if (fitted.waves.size() == 1 && fitted.waves.front().entrants == 0) {
        fitted.waves.front().entrants = fitted.field.entrants;
    }
    if (fitted.field.entrants == 0) {
        for (const WaveSpec& wave : fitted.waves) fitted.field.entrants += wave.entrants;
    }
    scenario = std::move(fitted);
}

void apply_fragment(const std::filesystem::path& file, Scenario& scenario) {
    apply_fragment_text(read_text_file(file), file.string(), scenario);
    scenario.fragment = file;
}

}  // namespace gineste
