// SPDX-License-Identifier: Apache-2.0
#include "scenario/kinds.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "core/contract.hpp"
#include "core/text.hpp"

namespace gineste {
namespace {

struct KindRow {
    Kind kind = Kind::text;
    std::string_view name;
    std::string_view example;
    std::string_view pattern;
};

#define NUMBER "-?(0|[1-9][0-9]*)(\\.[0-9]+)?"
#define BARE NUMBER "([eE][+-]?[0-9]+)?"

// Durations in the schema are looser than the parser, which also minds the order of units.
constexpr std::array<KindRow, 20> kRows{{
    {Kind::text, "text", "Marseille-Cassis", "\\S"},
    {Kind::path, "path", "../terrain/route.csv", "^(?!.*://)(?!/vsi).+$"},
    {Kind::date, "date", "2024-10-27", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
    {Kind::zone, "time zone", "Europe/Paris", "^[A-Za-z0-9_+/-]+$"},
    {Kind::version, "format version", "1", "^1$"},
    {Kind::count, "whole number", "2500", "^-?(0|[1-9][0-9]*)$"},
    {Kind::number, "number", "0.28", "^" BARE "$"},
    {Kind::share, "share", "0.39, 39 %", "^(" BARE "|" NUMBER " ?%)$"},
    {Kind::length, "length", "20 km, 8 m, 150", "^(" BARE "|" NUMBER " ?(km|m|cm))$"},
    {Kind::duration, "duration", "90 s, 8 min, 1 h 33, 1:33:00",
     "^(0|[0-9]{1,3}:[0-5][0-9](:[0-5][0-9])?(\\.[0-9]+)?|[0-9.]+ ?(h|min|s|'|\"|′|″)[0-9a-z "
     "'\"′″.]*)$"},
    {Kind::clock, "time of day", "09:30, 09:30:15",
     "^([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?$"},
    {Kind::pace, "pace", "5:40/km, 340 s/km", "^[0-9].*/km$"},
    {Kind::speed, "speed", "3.2 m/s, 12 km/h", "^(0|" NUMBER " ?(m/s|km/h))$"},
    {Kind::acceleration, "acceleration", "1.2 m/s2", "^(0|" NUMBER " ?m/s[2²])$"},
    {Kind::rate, "rate", "20, 20 /min", "^(" BARE "|" NUMBER " ?/(min|s|h))$"},
    {Kind::density, "density", "2 /m2", "^(0|" NUMBER " ?/m[2²])$"},
    {Kind::place, "place", "5 km, finish", "^(finish|" BARE "|" NUMBER " ?(km|m|cm))$"},
    {Kind::choice, "word", "", ""},
    {Kind::section, "mapping", "", ""},
    {Kind::list, "list", "", ""},
}};

#undef NUMBER
#undef BARE

const KindRow& row_of(Kind kind) {
    const auto index = static_cast<std::size_t>(kind);
    ENSURE(index < kRows.size() && kRows[index].kind == kind);
    return kRows[index];
}

Parsed<double> parse_whole(std::string_view text) {
    const auto whole = parse_integer(text);
    if (!whole) return {std::nullopt, whole.why, whole.suggestion};
    return {static_cast<double>(*whole), "", ""};
}

Parsed<double> parse_place(std::string_view text) {
    if (text == "finish") return {std::numeric_limits<double>::infinity(), "", ""};
    auto place = parse_length_m(text);
    if (!place && place.why == "not a length") place.why = "neither a length nor 'finish'";
    if (!place) place.suggestion = "Write 5 km, 5000 or finish.";
    return place;
}

}  // namespace

std::string_view kind_name(Kind kind) { return row_of(kind).name; }
std::string_view kind_example(Kind kind) { return row_of(kind).example; }
std::string_view kind_pattern(Kind kind) { return row_of(kind).pattern; }

bool is_quantity(Kind kind) { return kind >= Kind::version && kind <= Kind::place; }

bool takes_bare_number(Kind kind) {
    return kind == Kind::version || kind == Kind::count || kind == Kind::number ||
           kind == Kind::share || kind == Kind::length || kind == Kind::rate || kind == Kind::place;
}

Parsed<double> parse_quantity(Kind kind, std::string_view text) {
    switch (kind) {
        case Kind::version:
        case Kind::count:
            return parse_whole(text);
        case Kind::number:
            return parse_plain_number(text);
        case Kind::share:
            return parse_share(text);
        case Kind::length:
            return parse_length_m(text);
        case Kind::duration:
            return parse_duration_s(text);
        case Kind::clock:
            return parse_clock_s(text);
        case Kind::pace:
            return parse_pace_s_per_km(text);
        case Kind::speed:
            return parse_speed_mps(text);
        case Kind::acceleration:
            return parse_acceleration_mps2(text);
        case Kind::rate:
            return parse_rate_per_minute(text);
        case Kind::density:
            return parse_density_per_m2(text);
        case Kind::place:
            return parse_place(text);
        default:
            return {std::nullopt, "not a quantity", ""};
    }
}

std::string quantity_text(Kind kind, double value) {
    switch (kind) {
        case Kind::length:
            return length_text(value);
        case Kind::duration:
            return duration_text(value);
        case Kind::clock:
            return clock_text(value);
        case Kind::pace:
            return pace_text(value);
        case Kind::speed:
            return number_text(value) + " m/s";
        case Kind::acceleration:
            return number_text(value) + " m/s2";
        case Kind::density:
            return number_text(value) + " /m2";
        case Kind::place:
            return std::isinf(value) ? "finish" : length_text(value);
        default:
            return number_text(value);
    }
}

std::vector<std::string> examples(const Rule& rule) {
    std::vector<std::string> within;
    std::string_view rest = kind_example(rule.kind);
    while (!rest.empty()) {
        const std::string_view example = rest.substr(0, rest.find(','));
        rest.remove_prefix(std::min(rest.size(), example.size() + 2));
        const auto value = parse_quantity(rule.kind, example);
        const bool fits = value && *value >= rule.least && *value <= rule.most;
        if (fits || !is_quantity(rule.kind)) within.emplace_back(example);
    }
    return within;
}

std::string example_text(const Rule& rule) {
    const auto within = examples(rule);
    if (!within.empty()) return within.front();
    return is_quantity(rule.kind) ? quantity_text(rule.kind, rule.least) : "";
}

std::string range_text(const Rule& rule) {
    const std::string least = std::isinf(rule.least) ? "" : quantity_text(rule.kind, rule.least);
    const std::string most = std::isinf(rule.most) ? "" : quantity_text(rule.kind, rule.most);
    if (least == most) return least;
    if (!least.empty() && !most.empty()) return "from " + least + " to " + most;
    if (!least.empty()) return "at least " + least;
    if (!most.empty()) return "at most " + most;
    return "";
}

}  // namespace gineste
