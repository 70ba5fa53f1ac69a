// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <algorithm>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "scenario/decoder.hpp"
#include "scenario/keys.hpp"

// The rows of which the tables are made. A row binds a key to a member of the struct it fills, so
// that the table is the decoder, and takes the default from the struct itself.

namespace gineste {

/// One row: what is known of a key, and how its value gets into `Struct`.
template <class Struct>
struct Key {
    KeyInfo info;
    std::function<void(const YamlNode&, const std::string& key, Struct&, Decoder&)> decode;
    /// What stands in a struct, as one would write it; none for what is no quantity and no word.
    std::function<std::string(const Struct&)> said = {};

    Key required() && {
        info.need = KeyInfo::Need::required;
        info.default_text.clear();
        return std::move(*this);
    }
    /// What holds where the key is absent, in words; for defaults that come from other keys.
    Key otherwise(std::string words) && {
        info.default_text = std::move(words);
        return std::move(*this);
    }
};

template <class Struct>
using Table = std::vector<Key<Struct>>;

template <class Struct>
std::vector<KeyInfo> infos(const Table<Struct>& table) {
    std::vector<KeyInfo> all;
    for (const Key<Struct>& key : table) all.push_back(key.info);
    return all;
}

/// Reads every key of a mapping into `target`; unknown and missing ones become problems.
template <class Struct>
void decode_mapping(const YamlNode& node, const std::string& parent, const Table<Struct>& table,
                    Struct& target, Decoder& decoder) {
    const auto* children = decoder.mapping(node, parent);
    if (children == nullptr) return;
    std::vector<std::string> known;
    for (const Key<Struct>& key : table) known.push_back(key.info.name);
    for (const YamlNode& child : *children) {
        const auto place = std::find(known.begin(), known.end(), child.key);
        if (place == known.end()) {
            decoder.refuse_unknown(child, parent, known);
            continue;
        }
        const std::string name = dotted(parent, child.key);
        decoder.remember(name, child.spot);
        table[static_cast<std::size_t>(place - known.begin())].decode(child, name, target, decoder);
    }
    for (const Key<Struct>& key : table) {
        const bool given = decoder.has(dotted(parent, key.info.name));
        if (key.info.need == KeyInfo::Need::required && !given) {
            decoder.refuse_missing(node, parent, key.info);
        }
    }
}

namespace detail {

template <class Member>
std::optional<Member> decode_value(const YamlNode& node, const std::string& key, const Rule& rule,
                                   Decoder& decoder) {
    if constexpr (std::is_same_v<Member, std::string>)
        return decoder.text(node, key);
    else if constexpr (std::is_same_v<Member, std::filesystem::path>)
        return decoder.path(node, key);
    else if constexpr (std::is_same_v<Member, CivilDate>)
        return decoder.date(node, key);
    else if constexpr (std::is_same_v<Member, Zone>)
        return decoder.zone(node, key);
    else if (const auto number = decoder.quantity(node, key, rule))
        return static_cast<Member>(*number);
    return std::nullopt;
}

// Only a quantity has a default worth printing, and only one that the key itself would take: a 0
// that stands for "not given" is none.
template <class Member>
std::string default_text(const Member& value, const Rule& rule) {
    if constexpr (std::is_arithmetic_v<Member>) {
        const auto number = static_cast<double>(value);
        if (number >= rule.least && number <= rule.most) return quantity_text(rule.kind, number);
    }
    return "";
}

template <class Member>
std::string default_text(const std::optional<Member>& value, const Rule& rule) {
    return value ? default_text(*value, rule) : "";
}

template <class T>
struct Unwrapped {
    using Type = T;
};
template <class T>
struct Unwrapped<std::optional<T>> {
    using Type = T;
};

}  // namespace detail

/// A key with one value.
template <class Struct, class Member>
Key<Struct> value(std::string name, Member Struct::*member, const Struct& defaults, Rule rule,
                  std::string meaning, std::string source = "") {
    using Plain = typename detail::Unwrapped<Member>::Type;
    KeyInfo info{std::move(name), rule, std::move(meaning), std::move(source), "", {}, {}, {}};
    info.default_text = detail::default_text(defaults.*member, rule);
    return {std::move(info),
            [member, rule](const YamlNode& node, const std::string& key, Struct& target,
                           Decoder& decoder) {
                auto decoded = detail::decode_value<Plain>(node, key, rule, decoder);
                if (decoded) target.*member = std::move(*decoded);
            },
            [member, rule](const Struct& holder) {
                return detail::default_text(holder.*member, rule);
            }};
}

/// A key whose value is one of a few words.
template <class Struct, class Enum>
Key<Struct> choice(std::string name, Enum Struct::*member, const Struct& defaults,
                   std::vector<std::pair<std::string, Enum>> words, std::string meaning,
                   std::string source = "") {
    KeyInfo info{
        std::move(name), {Kind::choice}, std::move(meaning), std::move(source), "", {}, {}, {}};
    std::vector<Enum> values;
    for (const auto& [word, chosen] : words) {
        info.words.push_back(word);
        values.push_back(chosen);
        if (chosen == defaults.*member) info.default_text = word;
    }
    return {info,
            [member, values, names = info.words](const YamlNode& node, const std::string& key,
                                                 Struct& target, Decoder& decoder) {
                if (const auto index = decoder.word(node, key, names)) {
                    target.*member = values[*index];
                }
            },
            [member, values, names = info.words](const Struct& holder) {
                const auto held = std::find(values.begin(), values.end(), holder.*member);
                return held == values.end()
                           ? std::string()
                           : names[static_cast<std::size_t>(held - values.begin())];
            }};
}

/// A mapping of keys, as `motion`.
template <class Struct, class Member>
Key<Struct> section(std::string name, Member Struct::*member, Table<Member> table,
                    std::string meaning) {
    KeyInfo info{std::move(name), {Kind::section}, std::move(meaning), "", "", {}, {},
                 infos(table)};
    return {std::move(info),
            [member, table = std::move(table)](const YamlNode& node, const std::string& key,
                                               Struct& target, Decoder& decoder) {
                decode_mapping(node, key, table, target.*member, decoder);
            }};
}

/// A mapping that may be absent, as `medical`: what it fills then stays empty.
template <class Struct, class Member>
Key<Struct> section(std::string name, std::optional<Member> Struct::*member, Table<Member> table,
                    std::string meaning) {
    KeyInfo info{std::move(name), {Kind::section}, std::move(meaning), "", "", {}, {},
                 infos(table)};
    return {std::move(info),
            [member, table = std::move(table)](const YamlNode& node, const std::string& key,
                                               Struct& target, Decoder& decoder) {
                decode_mapping(node, key, table, (target.*member).emplace(), decoder);
            }};
}

/// A list of mappings, as `waves`; each item keeps the place where it stands.
template <class Struct, class Item>
Key<Struct> list(std::string name, std::vector<Item> Struct::*member, Table<Item> table, Rule count,
                 std::string meaning) {
    KeyInfo info{std::move(name), count, std::move(meaning), "", "", {}, {}, infos(table)};
    return {std::move(info),
            [member, count, table = std::move(table)](const YamlNode& node, const std::string& key,
                                                      Struct& target, Decoder& decoder) {
                const auto* items = decoder.list(node, key, count);
                if (items == nullptr) return;
                for (const YamlNode& child : *items) {
                    Item& item = (target.*member).emplace_back();
                    item.where = decoder.problems().place(child.spot);
                    const std::string name_of_item =
                        key + "[" + std::to_string((target.*member).size()) + "]";
                    decoder.remember(name_of_item, child.spot);
                    decode_mapping(child, name_of_item, table, item, decoder);
                }
            }};
}

/// A key that is checked and kept nowhere, as the version of the format.
template <class Struct>
Key<Struct> checked(std::string name, Rule rule, std::string meaning) {
    KeyInfo info{std::move(name), rule, std::move(meaning), "", "", {}, {}, {}};
    return {std::move(info), [rule](const YamlNode& node, const std::string& key, Struct&,
                                    Decoder& decoder) { decoder.quantity(node, key, rule); }};
}

/// A key that was dealt with before the values are read, as `extends`.
template <class Struct>
Key<Struct> done_before(std::string name, Rule rule, std::string meaning) {
    KeyInfo info{std::move(name), rule, std::move(meaning), "", "", {}, {}, {}};
    return {std::move(info), [](const YamlNode&, const std::string&, Struct&, Decoder&) {}};
}

}  // namespace gineste
