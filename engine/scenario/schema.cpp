// SPDX-License-Identifier: Apache-2.0
#include <cmath>
#include <nlohmann/json.hpp>
#include <optional>

#include "scenario/keys.hpp"

namespace gineste {
namespace {

using Json = nlohmann::ordered_json;

std::string description(const KeyInfo& key) {
    std::string text = key.meaning;
    if (is_quantity(key.rule.kind) && !range_text(key.rule).empty()) {
        text += "; " + range_text(key.rule);
    }
    if (!key.default_text.empty()) text += "; default: " + key.default_text;
    if (!key.source.empty()) text += " (" + key.source + ")";
    return text;
}

Json number_schema(const KeyInfo& key) {
    const bool whole = key.rule.kind == Kind::count || key.rule.kind == Kind::version;
    Json schema{{"type", whole ? "integer" : "number"}};
    const auto bound = [whole](double value) {
        return whole ? Json(static_cast<std::int64_t>(value)) : Json(value);
    };
    if (!std::isinf(key.rule.least)) schema["minimum"] = bound(key.rule.least);
    if (!std::isinf(key.rule.most)) schema["maximum"] = bound(key.rule.most);
    return schema;
}

// A value with a unit is a text to JSON, whose range only the program can check.
Json quantity_schema(const KeyInfo& key) {
    const Kind kind = key.rule.kind;
    if (kind == Kind::count || kind == Kind::number || kind == Kind::version) {
        return number_schema(key);
    }
    const Json text{{"type", "string"}, {"pattern", kind_pattern(kind)}};
    if (takes_bare_number(kind)) return {{"anyOf", {number_schema(key), text}}};
    if (key.rule.least <= 0.0 && kind != Kind::clock) return {{"anyOf", {{{"const", 0}}, text}}};
    return text;
}

// A name may look like a number, as 2024 does.
Json text_schema(Kind kind) {
    Json schema{{"type", "string"}, {"minLength", 1}, {"pattern", kind_pattern(kind)}};
    if (kind == Kind::text) return {{"anyOf", {schema, {{"type", "number"}}}}};
    return schema;
}

/// A scenario that stands alone, or what is laid over another one: there nothing is required, an
/// empty value takes a key away, and lists may be changed by the names of their items.
enum class Form { whole, patch };

Json schema_of(const KeyInfo& key, Form form);

Json object_schema(const std::vector<KeyInfo>& keys, Form form) {
    Json properties = Json::object();
    Json required = Json::array();
    for (const KeyInfo& key : keys) {
        properties[key.name] = schema_of(key, form);
        if (key.need == KeyInfo::Need::required) required.push_back(key.name);
    }
    Json schema{{"type", "object"}, {"additionalProperties", false}};
    if (!required.empty() && form == Form::whole) schema["required"] = required;
    schema["properties"] = properties;
    return schema;
}

Json array_schema(const KeyInfo& key) {
    Json schema{{"type", "array"}};
    if (key.rule.least > 0.0) schema["minItems"] = static_cast<std::int64_t>(key.rule.least);
    schema["maxItems"] = static_cast<std::int64_t>(key.rule.most);
    schema["items"] =
        key.children.empty() ? text_schema(Kind::text) : object_schema(key.children, Form::whole);
    return schema;
}

Json document_schema(const std::string& title, const KeyInfo& keys) {
    return {{"$schema", "https://json-schema.org/draft/2020-12/schema"},
            {"title", title},
            {"description", keys.meaning}};
}

const Json kNothing{{"type", "null"}};

Json list_schema(const KeyInfo& key, Form form) {
    if (form == Form::whole) return array_schema(key);
    const Json item{{"anyOf", {object_schema(key.children, Form::patch), kNothing}}};
    const Json by_name{{"type", "object"}, {"additionalProperties", item}};
    return {{"anyOf", {array_schema(key), by_name}}};
}

Json body_of(const KeyInfo& key, Form form) {
    switch (key.rule.kind) {
        case Kind::section:
            return object_schema(key.children, form);
        case Kind::list:
            return list_schema(key, form);
        case Kind::choice:
            return {{"enum", key.words}};
        default:
            return is_quantity(key.rule.kind) ? quantity_schema(key) : text_schema(key.rule.kind);
    }
}

// A default in words, as "the seed", is for people only.
std::optional<Json> default_of(const KeyInfo& key) {
    if (!key.words.empty() && !key.default_text.empty()) return Json(key.default_text);
    if (!is_quantity(key.rule.kind)) return std::nullopt;
    const auto value = parse_quantity(key.rule.kind, key.default_text);
    if (!value) return std::nullopt;
    if (key.rule.kind == Kind::count) return Json(static_cast<std::int64_t>(*value));
    const auto bare = parse_plain_number(key.default_text);
    return bare ? Json(*bare) : Json(key.default_text);
}

Json schema_of(const KeyInfo& key, Form form) {
    Json schema{{"description", description(key)}};
    if (const auto value = default_of(key)) schema["default"] = *value;
    if (form == Form::patch) {
        schema["anyOf"] = {body_of(key, form), kNothing};
    } else {
        schema.update(body_of(key, form));
    }
    return schema;
}

}  // namespace

std::string schema_text() {
    Json schema = document_schema("A gineste scenario", scenario_keys());
    schema["if"] = {{"type", "object"}, {"required", {"extends"}}};
    schema["then"] = object_schema(scenario_keys().children, Form::patch);
    schema["else"] = object_schema(scenario_keys().children, Form::whole);
    return schema.dump(2) + "\n";
}

std::string day_schema_text() {
    Json schema = document_schema("A gineste race day", day_keys());
    schema.update(object_schema(day_keys().children, Form::whole));
    return schema.dump(2) + "\n";
}

}  // namespace gineste
