// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <optional>
#include <stdexcept>

#include "core/text.hpp"
#include "scenario/key_search.hpp"
#include "scenario/tables.hpp"

namespace gineste {
namespace {

std::string value_line(const KeyInfo& key) {
    std::string line(kind_name(key.rule.kind));
    if (key.rule.kind == Kind::list) line = "list of mappings";
    if (!key.words.empty()) line = "one of " + joined(key.words, ", ");
    if (is_quantity(key.rule.kind) && !range_text(key.rule).empty()) {
        line += ", " + range_text(key.rule);
    }
    const bool required = key.need == KeyInfo::Need::required;
    if (required)
        line += ", required";
    else if (!key.default_text.empty())
        line += ", default " + key.default_text;
    return line;
}

std::string children_text(const KeyInfo& section, const std::string& indentation) {
    std::size_t widest = 0;
    for (const KeyInfo& key : section.children) widest = std::max(widest, key.name.size());
    std::string text;
    for (const KeyInfo& key : section.children) {
        text += indentation + key.name + std::string(widest - key.name.size() + 2, ' ') +
                key.meaning + "\n";
    }
    return text;
}

// `waves[2].gun` is `waves.gun`: all items have the same keys.
std::string without_indices(std::string_view key) {
    std::string plain;
    for (std::size_t i = 0; i < key.size(); ++i) {
        const std::size_t end = key[i] == '[' ? key.find(']', i) : std::string_view::npos;
        if (end == std::string_view::npos)
            plain += key[i];
        else
            i = end;
    }
    return plain;
}

// The path by value: `names` grows below, and what it held moves.
void collect_names(const KeyInfo& section, std::string path, std::vector<std::string>& names) {
    for (const KeyInfo& key : section.children) {
        names.push_back(dotted(path, key.name));
        collect_names(key, names.back(), names);
    }
}

/// One of the formats whose keys are explained, and the command that lists them.
struct Format {
    const KeyInfo& keys;
    std::string command;
};

Format scenario_format() { return {scenario_keys(), "gineste explain"}; }
Format day_format() { return {day_keys(), "gineste explain --day"}; }

const KeyInfo* find_in(const KeyInfo& keys, const std::string& wanted) {
    const KeyInfo* found = &keys;
    for (std::size_t at = 0; at < wanted.size() && found != nullptr;) {
        const std::size_t end = std::min(wanted.find('.', at), wanted.size());
        const std::string name = wanted.substr(at, end - at);
        const auto next = std::find_if(found->children.begin(), found->children.end(),
                                       [&](const KeyInfo& one) { return one.name == name; });
        found = next == found->children.end() ? nullptr : &*next;
        at = end + 1;
    }
    return found;
}

// A key of that last word, within the same section if there is one, comes before a like name:
// `gun` is `waves.gun`, and `course.width` is `course.sections.width`.
std::string suggestion_for(const std::string& wanted, const Format& format) {
    std::vector<std::string> names;
    collect_names(format.keys, "", names);
    const std::string last = wanted.substr(wanted.find_last_of('.') + 1);
    const std::string first = wanted.substr(0, wanted.find('.'));
    std::optional<std::string> meant;
    for (const std::string& name : names) {
        if (last.empty() || !name.ends_with("." + last)) continue;
        if (!meant || (!meant->starts_with(first) && name.starts_with(first))) meant = name;
    }
    if (!meant) meant = nearest_word(wanted, names);
    if (meant) return "Did you mean `" + *meant + "`?";
    return "`" + format.command + "` lists all keys.";
}

std::string text_of(std::string_view key, const Format& format, const Format& other) {
    const std::string wanted = without_indices(key);
    const KeyInfo* found = find_in(format.keys, wanted);
    if (found == nullptr) {
        const bool elsewhere = find_in(other.keys, wanted) != nullptr;
        throw std::invalid_argument("no key is called '" + std::string(key) + "'. " +
                                    (elsewhere ? "See `" + other.command + " " + wanted + "`."
                                               : suggestion_for(wanted, format)));
    }
    if (wanted.empty()) return children_text(*found, "  ");
    std::string text = wanted + ": " + found->meaning + "\n";
    text += "  value:   " + value_line(*found) + "\n";
    std::string write = joined(examples(found->rule), ", ");
    if (write.empty() && is_quantity(found->rule.kind)) write = found->default_text;
    if (!write.empty()) text += "  write:   " + write + "\n";
    if (!found->source.empty()) text += "  source:  " + found->source + "\n";
    if (!found->children.empty()) text += "  keys:\n" + children_text(*found, "    ");
    return text;
}

}  // namespace

const KeyInfo& scenario_keys() {
    static const KeyInfo root{"", {Kind::section},        "what to simulate", "", "", {},
                              {}, infos(scenario_table())};
    return root;
}

const KeyInfo* find_key(std::string_view key) {
    return find_in(scenario_keys(), without_indices(key));
}

std::string key_suggestion(std::string_view key) {
    return suggestion_for(without_indices(key), scenario_format());
}

std::string explain_text(std::string_view key) {
    return text_of(key, scenario_format(), day_format());
}

std::string explain_day_text(std::string_view key) {
    return text_of(key, day_format(), scenario_format());
}

}  // namespace gineste
