// SPDX-License-Identifier: Apache-2.0
#include "core/text.hpp"
#include "scenario/keys.hpp"

namespace gineste {
namespace {

std::string cell(std::string text) {
    for (std::size_t at = text.find('|'); at != std::string::npos; at = text.find('|', at + 2)) {
        text.insert(at, "\\");
    }
    return text;
}

std::string value_cell(const KeyInfo& key, const std::string& path) {
    if (!key.children.empty()) {
        const std::string kind(kind_name(key.rule.kind));
        return kind + ", see `" + path + "` below";
    }
    if (!key.words.empty()) return "`" + joined(key.words, "`, `") + "`";
    const std::string range = is_quantity(key.rule.kind) ? range_text(key.rule) : "";
    return std::string(kind_name(key.rule.kind)) + (range.empty() ? "" : " " + range);
}

std::string default_cell(const KeyInfo& key) {
    if (key.need == KeyInfo::Need::required) return "**required**";
    return key.default_text.empty() ? "–" : key.default_text;
}

void add_table(std::string& manual, const KeyInfo& section, const std::string& path) {
    manual += "\n| key | meaning | value | default | source of the default |\n";
    manual += "|---|---|---|---|---|\n";
    for (const KeyInfo& key : section.children) {
        const std::string full = path.empty() ? key.name : path + "." + key.name;
        manual += "| `" + key.name + "` | " + cell(key.meaning) + " | " +
                  cell(value_cell(key, full)) + " | " + cell(default_cell(key)) + " | " +
                  (key.source.empty() ? "–" : cell(key.source)) + " |\n";
    }
    for (const KeyInfo& key : section.children) {
        if (key.children.empty()) continue;
        const std::string full = path.empty() ? key.name : path + "." + key.name;
        manual += "\n## `" + full + "`\n\n" + capitalised(key.meaning) + ".";
        manual += key.rule.kind == Kind::list ? " A list; each item has these keys:\n" : "\n";
        add_table(manual, key, full);
    }
}

std::string kind_table() {
    std::string table = "\n## How values are written\n\n| value | for example |\n|---|---|\n";
    for (int i = 0; i <= static_cast<int>(Kind::place); ++i) {
        const auto kind = static_cast<Kind>(i);
        table +=
            "| " + std::string(kind_name(kind)) + " | " + std::string(kind_example(kind)) + " |\n";
    }
    return table +
           "\nA bare number is metres where a length is meant, and is refused where a duration, "
           "speed, pace or density is meant. A duration with one colon is minutes and seconds "
           "(`8:30`), with two hours, minutes and seconds (`1:39:00`). NaN, infinity, leading "
           "zeros (`010`), decimal commas and gaps between digits are refused, and so are "
           "anchors, aliases, tags, repeated keys and a second document. Paths start from the "
           "folder of the file they stand in.\n";
}

std::string made_from(const std::string& sources) {
    return "<!-- Made from the table of keys: edit engine/scenario/" + sources + ". -->\n";
}

}  // namespace

std::string manual_text() {
    std::string manual = made_from("table_*.cpp");
    manual += "# Keys of a scenario\n\n" + capitalised(scenario_keys().meaning) +
              ". `gineste explain KEY` says the same of one key.\n";
    add_table(manual, scenario_keys(), "");
    return manual + kind_table();
}

std::string study_manual_text() {
    std::string manual = made_from("study_spec.cpp and optimise_spec.cpp");
    manual += "# Keys of a study\n\nValues are written [as in a scenario](../KEYS.md).\n";
    const auto add = [&](const char* command, const KeyInfo& keys) {
        manual +=
            std::string("\n# `gineste ") + command + "`\n\n" + capitalised(keys.meaning) + ".\n";
        add_table(manual, keys, "");
    };
    add("sweep", study_keys());
    add("optimise", search_keys());
    return manual;
}

std::string day_manual_text() {
    std::string manual = made_from("table_network.cpp, table_course.cpp and table_stations.cpp");
    manual += "# Keys of a race day\n\n" + capitalised(day_keys().meaning) +
              ". `gineste explain --day KEY` says the same of one key. Values are written [as in a "
              "scenario](../KEYS.md).\n";
    add_table(manual, day_keys(), "");
    return manual;
}

}  // namespace gineste
