// SPDX-License-Identifier: Apache-2.0
#include "core/quantity.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <initializer_list>

#include "core/text.hpp"

namespace gineste {
namespace {

constexpr const char* kNotFinite = "not a finite number";

template <class T>
Parsed<T> refused(std::string why, std::string suggestion) {
    return {std::nullopt, std::move(why), std::move(suggestion)};
}

std::size_t skip_digits(std::string_view text, std::size_t at) {
    while (at < text.size() && is_digit(text[at])) ++at;
    return at;
}

// The grammar is JSON's: -?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?
bool has_number_form(std::string_view text) {
    std::size_t at = !text.empty() && text[0] == '-' ? 1 : 0;
    const std::size_t whole = skip_digits(text, at);
    if (whole == at || (text[at] == '0' && whole > at + 1)) return false;
    at = whole;
    if (at < text.size() && text[at] == '.') {
        const std::size_t end = skip_digits(text, at + 1);
        if (end == at + 1) return false;
        at = end;
    }
    if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
        ++at;
        if (at < text.size() && (text[at] == '+' || text[at] == '-')) ++at;
        const std::size_t end = skip_digits(text, at);
        if (end == at) return false;
        at = end;
    }
    return at == text.size();
}

bool only_of(std::string_view text, std::string_view letters) {
    return text.find_first_not_of(letters) == std::string_view::npos;
}

// A near miss deserves its own reason: these are what people and spreadsheets write.
template <class T>
Parsed<T> refuse_number(std::string_view text, const char* kind) {
    const std::string like = std::string(kind) == "whole number"
                                 ? "Write a whole number such as 12."
                                 : "Write a number such as 12 or 0.5.";
    if (text.empty()) return refused<T>("nothing is given", like);
    if (text.front() == ' ' || text.back() == ' ') {
        return refused<T>("a blank stands before or after it", "Take the blank away.");
    }
    const std::string_view digits = text.substr(text.front() == '-' ? 1 : 0);
    if (digits.size() > 1 && digits[0] == '0' && is_digit(digits[1]) &&
        only_of(digits, "0123456789.")) {
        return refused<T>("leading zeros mean base eight to some readers",
                          "Take the leading zeros away.");
    }
    if (text.front() == '+' && has_number_form(text.substr(1))) {
        return refused<T>("a plus sign is not needed",
                          "Write " + std::string(text.substr(1)) + ".");
    }
    if (is_digit(text.front()) && only_of(text, "0123456789,")) {
        return refused<T>("a comma may mean decimals or thousands",
                          "Use a point for decimals and nothing between thousands.");
    }
    if (is_digit(text.front()) && only_of(text, "0123456789_ '")) {
        return refused<T>("digits are not grouped here", "Write the digits without gaps.");
    }
    return refused<T>(std::string("not a ") + kind, like);
}

struct UnitFactor {
    std::string_view name;
    double times = 1.0;
    double over = 1.0;  // two factors, so that 12 km/h is one multiplication and one division
};
struct UnitGrammar {
    std::string_view quantity;  // "length"
    std::string_view examples;  // "20 km, 150 m or 20000"
    std::initializer_list<UnitFactor> units;
    enum class Bare { refuse, accept } bare = Bare::refuse;
};

std::string example_text(const UnitGrammar& grammar) {
    return "Write " + std::string(grammar.examples) + ".";
}

Parsed<double> scaled(double number, const UnitFactor& unit) {
    return {number * unit.times / unit.over, "", ""};
}

Parsed<double> parse_with_unit(std::string_view text, const UnitGrammar& grammar) {
    const std::string quantity(grammar.quantity);
    if (const auto number = parse_plain_number(text); number && *number != 0.0) {
        if (grammar.bare == UnitGrammar::Bare::accept) return number;
        return refused<double>("a " + quantity + " needs its unit", example_text(grammar));
    } else if (number) {
        return number;  // zero is zero in every unit
    } else if (has_number_form(text) || number.why == kNotFinite) {
        return refused<double>(number.why, example_text(grammar));
    }
    const std::size_t split = text.find_first_not_of("0123456789.,+-_");
    const std::string_view front = text.substr(0, split);
    if (front.empty() || split == std::string_view::npos) {
        return refused<double>("not a " + quantity, example_text(grammar));
    }
    std::string_view unit = text.substr(split);
    if (unit.front() == ' ') unit.remove_prefix(1);
    const auto* known = std::find_if(grammar.units.begin(), grammar.units.end(),
                                     [&](const UnitFactor& u) { return u.name == unit; });
    if (known == grammar.units.end()) {
        return refused<double>("'" + std::string(unit) + "' is not a unit of " + quantity,
                               example_text(grammar));
    }
    const auto number = parse_plain_number(front);
    return number ? scaled(*number, *known) : refused<double>(number.why, example_text(grammar));
}

}  // namespace

Parsed<double> parse_plain_number(std::string_view text) {
    if (!has_number_form(text)) {
        if (text == ".nan" || text == ".NaN" || text == "nan" || text == "NaN" ||
            text.ends_with("inf") || text.ends_with("Inf")) {
            return refused<double>(kNotFinite, "Write a finite number.");
        }
        return refuse_number<double>(text, "number");
    }
    double value = 0.0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (fault != std::errc{} || end != text.data() + text.size()) {
        return refused<double>("too large or too small for a number", "Write a smaller one.");
    }
    return {value, "", ""};
}

Parsed<std::int64_t> parse_integer(std::string_view text) {
    const std::string_view digits = text.substr(!text.empty() && text[0] == '-' ? 1 : 0);
    if (!has_number_form(text) || !only_of(digits, "0123456789")) {
        return refuse_number<std::int64_t>(text, "whole number");
    }
    std::int64_t value = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (fault != std::errc{} || end != text.data() + text.size()) {
        return refused<std::int64_t>("too large for a whole number", "Write a smaller one.");
    }
    return {value, "", ""};
}

Parsed<double> parse_share(std::string_view text) {
    return parse_with_unit(
        text, {"share", "0.39 or 39 %", {{"%", 1.0, 100.0}}, UnitGrammar::Bare::accept});
}

Parsed<double> parse_length_m(std::string_view text) {
    return parse_with_unit(text, {"length",
                                  "20 km, 150 m or 20000",
                                  {{"km", 1000.0, 1.0}, {"m", 1.0, 1.0}, {"cm", 1.0, 100.0}},
                                  UnitGrammar::Bare::accept});
}

Parsed<double> parse_speed_mps(std::string_view text) {
    return parse_with_unit(
        text, {"speed", "3.2 m/s or 12 km/h", {{"m/s", 1.0, 1.0}, {"km/h", 1000.0, 3600.0}}});
}

Parsed<double> parse_acceleration_mps2(std::string_view text) {
    return parse_with_unit(text,
                           {"acceleration", "1.2 m/s2", {{"m/s2", 1.0, 1.0}, {"m/s²", 1.0, 1.0}}});
}

Parsed<double> parse_rate_per_minute(std::string_view text) {
    return parse_with_unit(text, {"rate",
                                  "20 /min",
                                  {{"/min", 1.0, 1.0}, {"/s", 60.0, 1.0}, {"/h", 1.0, 60.0}},
                                  UnitGrammar::Bare::accept});
}

Parsed<double> parse_density_per_m2(std::string_view text) {
    return parse_with_unit(text, {"density", "2 /m2", {{"/m2", 1.0, 1.0}, {"/m²", 1.0, 1.0}}});
}

std::string length_text(double length_m) {
    const double length_km = length_m / 1000.0;
    const bool in_km = std::abs(length_km) >= 1.0 && length_km * 1000.0 == length_m &&
                       std::floor(length_km * 10.0) == length_km * 10.0;
    return in_km ? number_text(length_km) + " km" : number_text(length_m) + " m";
}

}  // namespace gineste
