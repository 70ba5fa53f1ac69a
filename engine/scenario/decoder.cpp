// SPDX-License-Identifier: Apache-2.0
#include "scenario/decoder.hpp"

#include <algorithm>
#include <stdexcept>
#include <system_error>
#include <utility>

#include "core/text.hpp"

namespace gineste {
namespace {

constexpr std::size_t kMostShown = 60;

// A value as messages repeat it: on one line, and not all of it where it is long.
std::string shown(const std::string& text) {
    std::string line = text;
    std::replace(line.begin(), line.end(), '\n', ' ');
    if (line.size() <= kMostShown) return "'" + line + "'";
    std::size_t end = kMostShown;
    while (end > 0 && (static_cast<unsigned char>(line[end]) & 0xC0U) == 0x80U) --end;
    return "'" + line.substr(0, end) + "…'";
}

std::string quoted_list(std::span<const std::string> words) {
    std::vector<std::string> quoted;
    for (const std::string& word : words) quoted.push_back("`" + word + "`");
    return joined(quoted, ", ");
}

std::string did_you_mean(const std::string& word, std::span<const std::string> known) {
    if (const auto nearest = nearest_word(word, known)) return "Did you mean `" + *nearest + "`?";
    return "Known here: " + quoted_list(known) + ".";
}

bool has_one_colon(const std::string& text) {
    return std::count(text.begin(), text.end(), ':') == 1;
}

// What stands there, for a message about something else that should.
std::string what_stands(const YamlNode& node) {
    switch (node.kind) {
        case YamlNode::Kind::empty:
            return "has no value";
        case YamlNode::Kind::list:
            return "is a list";
        case YamlNode::Kind::mapping:
            return "is a mapping";
        default:
            return "is " + shown(node.text);
    }
}

std::string with_article(std::string_view name) {
    const bool vowel = std::string_view("aeio").find(name.front()) != std::string_view::npos;
    return (vowel ? "an " : "a ") + std::string(name);
}

}  // namespace

std::string dotted(const std::string& parent, const std::string& name) {
    return parent.empty() ? name : parent + "." + name;
}

Decoder::Decoder(ProblemList& problems, std::filesystem::path folder,
                 std::set<std::string> replaced, DocumentKind document)
    : problems_(problems),
      folder_(std::move(folder)),
      replaced_(std::move(replaced)),
      document_(std::move(document)) {}

Spot Decoder::spot_of(std::string key) const {
    while (!key.empty()) {
        if (const auto found = spots_.find(key); found != spots_.end()) return found->second;
        const std::size_t cut = key.find_last_of(".[");
        key.resize(cut == std::string::npos ? 0 : cut);
    }
    return {};
}

void Decoder::refuse(const YamlNode& node, const std::string& key, std::string why,
                     std::string suggestion) {
    refused_.insert(key);
    problems_.add(node.spot, key + " is " + shown(node.text), std::move(why),
                  std::move(suggestion));
}

bool Decoder::is_scalar(const YamlNode& node, const std::string& key, Kind kind) {
    if (node.kind == YamlNode::Kind::scalar) return true;
    refused_.insert(key);
    const std::string name = with_article(kind_name(kind));
    if (node.kind == YamlNode::Kind::refused) return false;
    const bool empty = node.kind == YamlNode::Kind::empty;
    problems_.add(node.spot, key + " " + what_stands(node), name + " belongs here",
                  empty ? "Give one or leave the key out." : "Write a single value.");
    return false;
}

std::optional<double> Decoder::quantity(const YamlNode& node, const std::string& key,
                                        const Rule& rule) {
    if (!is_scalar(node, key, rule.kind)) return std::nullopt;
    const auto parsed = parse_quantity(rule.kind, node.text);
    if (!parsed) {
        refuse(node, key, parsed.why, parsed.suggestion);
        return std::nullopt;
    }
    if (*parsed >= rule.least && *parsed <= rule.most) return *parsed;
    const bool misread = rule.kind == Kind::duration && has_one_colon(node.text);
    refuse(
        node, key,
        misread ? "out of range; with one colon it reads as minutes and seconds" : "out of range",
        "Write " + with_article(kind_name(rule.kind)) + " " + range_text(rule) + ".");
    return std::nullopt;
}

std::optional<std::string> Decoder::text(const YamlNode& node, const std::string& key) {
    if (!is_scalar(node, key, Kind::text)) return std::nullopt;
    if (node.text.find_first_not_of(" \t\n") != std::string::npos) return node.text;
    refuse(node, key, "nothing but blanks", "Write some text.");
    return std::nullopt;
}

// A path starts from the folder of the file it stands in, which may be an extended one.
std::filesystem::path Decoder::folder_of(const YamlNode& node) const {
    if (node.spot.source == 0) return folder_;
    return std::filesystem::path(problems_.file_of(node.spot)).parent_path();
}

std::optional<std::filesystem::path> Decoder::path(const YamlNode& node, const std::string& key) {
    if (!is_scalar(node, key, Kind::path)) return std::nullopt;
    const bool remote = node.text.find("://") != std::string::npos || node.text.starts_with("/vsi");
    if (remote) {
        refuse(node, key, "not a file of this machine", "Download it and name the file.");
        return std::nullopt;
    }
    if (node.text.empty()) {
        refuse(node, key, "no file has an empty name", "Name the file or leave the key out.");
        return std::nullopt;
    }
    const auto found = (folder_of(node) / node.text).lexically_normal();
    if (replaced_.count(key) != 0) return found;
    std::error_code fault;
    if (std::filesystem::is_regular_file(found, fault)) return found;
    const bool exists = std::filesystem::exists(found, fault);
    refuse(node, key, (exists ? "not a file: " : "no such file: ") + found.string(),
           "Paths start from the folder of the file they stand in.");
    return std::nullopt;
}

std::optional<CivilDate> Decoder::date(const YamlNode& node, const std::string& key) {
    if (!is_scalar(node, key, Kind::date)) return std::nullopt;
    const auto parsed = parse_date(node.text);
    if (!parsed) {
        refuse(node, key, parsed.why, parsed.suggestion);
        return std::nullopt;
    }
    if ((*parsed).year >= 1970 && (*parsed).year < 2200) return *parsed;
    refuse(node, key, "out of range", "Write a date from 1970-01-01 to 2199-12-31.");
    return std::nullopt;
}

std::optional<Zone> Decoder::zone(const YamlNode& node, const std::string& key) {
    if (!is_scalar(node, key, Kind::zone)) return std::nullopt;
    try {
        return Zone(node.text);
    } catch (const std::invalid_argument&) {
        refuse(node, key, "no time zone has that name",
               "Write a name of the IANA time-zone database, as Europe/Paris.");
        return std::nullopt;
    }
}

std::optional<std::size_t> Decoder::word(const YamlNode& node, const std::string& key,
                                         std::span<const std::string> words) {
    if (!is_scalar(node, key, Kind::choice)) return std::nullopt;
    const auto found = std::find(words.begin(), words.end(), node.text);
    if (found != words.end()) return static_cast<std::size_t>(found - words.begin());
    refuse(node, key, "not one of " + quoted_list(words), did_you_mean(node.text, words));
    return std::nullopt;
}

const std::vector<YamlNode>* Decoder::mapping(const YamlNode& node, const std::string& key) {
    if (node.kind == YamlNode::Kind::mapping) return &node.children;
    refused_.insert(key);
    if (node.kind == YamlNode::Kind::refused) return nullptr;
    if (key.empty() && node.kind == YamlNode::Kind::empty) {
        problems_.add(node.spot, "the file says nothing", "a " + document_.name + " belongs here",
                      "Begin with `" + document_.first_key +
                          ": 1`; scenarios/README.md has a short example.");
        return nullptr;
    }
    const bool empty = node.kind == YamlNode::Kind::empty;
    problems_.add(
        node.spot, (key.empty() ? "the " + document_.name : key) + " " + what_stands(node),
        "keys with values belong here",
        empty ? "Give it keys or leave it out." : "Write `key: value` on lines of their own.");
    return nullptr;
}

const std::vector<YamlNode>* Decoder::list(const YamlNode& node, const std::string& key,
                                           const Rule& rule) {
    if (node.kind != YamlNode::Kind::list) {
        refused_.insert(key);
        if (node.kind == YamlNode::Kind::refused) return nullptr;
        problems_.add(node.spot, key + " " + what_stands(node), "a list belongs here",
                      "Begin each item with a dash.");
        return nullptr;
    }
    const auto count = static_cast<double>(node.children.size());
    if (count >= rule.least && count <= rule.most) return &node.children;
    refused_.insert(key);
    problems_.add(node.spot, key + " has " + number_text(count) + " items", "out of range",
                  "Give it " + range_text({Kind::count, rule.least, rule.most}) + ".");
    return nullptr;
}

void Decoder::refuse_unknown(const YamlNode& child, const std::string& parent,
                             std::span<const std::string> known) {
    const std::string where = parent.empty() ? "a " + document_.name : parent;
    problems_.add(child.key_spot, "unknown key " + shown(child.key), where + " has no such key",
                  did_you_mean(child.key, known));
}

void Decoder::refuse_missing(const YamlNode& parent_node, const std::string& parent,
                             const KeyInfo& missing) {
    const std::string where = parent.empty() ? "the " + document_.name : parent;
    const std::string example = example_text(missing.rule);
    problems_.add(parent_node.spot, where + " has no `" + missing.name + "`", missing.meaning,
                  example.empty() ? "Add it."
                                  : "Add it, for example `" + missing.name + ": " + example + "`.");
}

}  // namespace gineste
