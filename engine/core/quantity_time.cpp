// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <array>
#include <cmath>
#include <vector>

#include "core/quantity.hpp"
#include "core/text.hpp"

namespace gineste {
namespace {

constexpr const char* kDurationExamples = "Write 90 s, 8 min, 1 h 33 or 1:33:00.";
constexpr const char* kClockExamples = "Write 09:30 or 09:30:15.";

Parsed<double> not_a_duration(std::string why = "not a duration") {
    return {std::nullopt, std::move(why), kDurationExamples};
}

bool all_digits(std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

int small_number(std::string_view digits) {
    int value = 0;
    for (const char c : digits) value = 10 * value + (c - '0');
    return value;
}

std::vector<std::string_view> split_at_colons(std::string_view text) {
    std::vector<std::string_view> fields;
    std::size_t colon = text.find(':');
    while (colon != std::string_view::npos) {
        fields.push_back(text.substr(0, colon));
        text.remove_prefix(colon + 1);
        colon = text.find(':');
    }
    fields.push_back(text);
    return fields;
}

bool is_sixtieth(std::string_view field) {
    return field.size() == 2 && all_digits(field) && small_number(field) < 60;
}

// h:mm:ss or m:ss, the seconds with decimals or without.
Parsed<double> parse_colons(std::string_view text) {
    double fraction_s = 0.0;
    if (const std::size_t point = text.find('.'); point != std::string_view::npos) {
        const auto fraction = parse_plain_number("0" + std::string(text.substr(point)));
        if (!fraction) return not_a_duration();
        fraction_s = *fraction;
        text = text.substr(0, point);
    }
    const auto fields = split_at_colons(text);
    if (fields.size() > 3 || !all_digits(fields[0]) || fields[0].size() > 3)
        return not_a_duration();
    double total_s = small_number(fields[0]);
    for (std::size_t i = 1; i < fields.size(); ++i) {
        if (!is_sixtieth(fields[i])) {
            return not_a_duration("after a colon stand two digits from 00 to 59");
        }
        total_s = 60.0 * total_s + small_number(fields[i]);
    }
    return {total_s + fraction_s, "", ""};
}

struct TimeUnit {
    std::string_view name;
    double seconds = 0.0;
};
constexpr std::array<TimeUnit, 7> kTimeUnits{
    {{"h", 3600.0}, {"min", 60.0}, {"'", 60.0}, {"′", 60.0}, {"s", 1.0}, {"\"", 1.0}, {"″", 1.0}}};

// Takes one "number unit" from the front of `text`. A last number without unit counts in the unit
// below the one before it: 1 h 33, 1h33'45.
struct Part {
    double number = 0.0;
    double unit_s = 0.0;
    bool whole = true;
    std::string fault;
};

Part take_part(std::string_view& text, double unit_before_s) {
    Part part;
    std::size_t end = 0;
    while (end < text.size() && (is_digit(text[end]) || text[end] == '.')) ++end;
    const std::string_view digits = text.substr(0, end);
    const bool later_part = unit_before_s > 0.0 && all_digits(digits) && digits.size() <= 2;
    const auto number =
        later_part ? Parsed<double>{small_number(digits), "", ""} : parse_plain_number(digits);
    if (!number)
        return {0.0, 0.0, true,
                digits.empty() || digits.front() == '.' ? "not a duration" : number.why};
    part.number = *number;
    part.whole = std::floor(part.number) == part.number;
    text.remove_prefix(end);
    if (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    if (text.empty() && unit_before_s > 1.0) {
        part.unit_s = unit_before_s / 60.0;
        return part;
    }
    std::size_t letters = 0;
    while (letters < text.size() && !is_digit(text[letters]) && text[letters] != ' ') ++letters;
    const std::string_view name = text.substr(0, letters);
    for (const TimeUnit& unit : kTimeUnits) {
        if (unit.name == name) part.unit_s = unit.seconds;
    }
    if (name == "m")
        part.fault = "m is metres; minutes are min";
    else if (name.empty())
        part.fault = "a duration needs its unit";
    else if (part.unit_s == 0.0)
        part.fault = "'" + std::string(name) + "' is not a unit of time";
    text.remove_prefix(letters);
    if (text.size() > 1 && text.front() == ' ') text.remove_prefix(1);
    return part;
}

}  // namespace

Parsed<double> parse_duration_s(std::string_view text) {
    if (text == "0") return {0.0, "", ""};
    if (text.empty()) return not_a_duration("nothing is given");
    if (text.find(':') != std::string_view::npos) return parse_colons(text);
    double total_s = 0.0;
    double unit_before_s = 0.0;
    while (!text.empty()) {
        const Part part = take_part(text, unit_before_s);
        if (!part.fault.empty()) return not_a_duration(part.fault);
        if (unit_before_s > 0.0 && part.unit_s >= unit_before_s) {
            return not_a_duration("units stand from large to small");
        }
        if (unit_before_s > 0.0 && part.number >= unit_before_s / part.unit_s) {
            return not_a_duration("more than a whole of the unit before it");
        }
        if (!part.whole && !text.empty()) {
            return not_a_duration("only the last number may have decimals");
        }
        total_s += part.number * part.unit_s;
        unit_before_s = part.unit_s;
    }
    return {total_s, "", ""};
}

Parsed<double> parse_clock_s(std::string_view text) {
    const auto fields = split_at_colons(text);
    const auto refuse = [](std::string why) {
        return Parsed<double>{std::nullopt, std::move(why), kClockExamples};
    };
    if (fields.size() < 2 || fields.size() > 3) return refuse("not a time of day");
    for (const std::string_view field : fields) {
        if (field.size() != 2 || !all_digits(field)) {
            return refuse("a time of day is written with two digits for each part");
        }
    }
    if (small_number(fields[0]) > 23) return refuse("the hours of a day are 00 to 23");
    double clock_s = small_number(fields[0]) * 3600.0;
    for (std::size_t i = 1; i < fields.size(); ++i) {
        if (!is_sixtieth(fields[i])) return refuse("minutes and seconds are 00 to 59");
        clock_s += small_number(fields[i]) * (i == 1 ? 60.0 : 1.0);
    }
    return {clock_s, "", ""};
}

Parsed<double> parse_pace_s_per_km(std::string_view text) {
    const std::string example = "Write 5:40/km or 340 s/km.";
    if (!text.ends_with("/km")) {
        return {std::nullopt, "a pace is a time per kilometre", example};
    }
    text.remove_suffix(3);
    const bool has_colon = text.find(':') != std::string_view::npos;
    if (has_colon && text.ends_with("min")) text.remove_suffix(3);
    if (text.ends_with(' ')) text.remove_suffix(1);
    auto pace = parse_duration_s(text);
    if (!pace) pace.suggestion = example;
    return pace;
}

Parsed<CivilDate> parse_date(std::string_view text) {
    const bool formed = text.size() == 10 && text[4] == '-' && text[7] == '-' &&
                        all_digits(text.substr(0, 4)) && all_digits(text.substr(5, 2)) &&
                        all_digits(text.substr(8, 2));
    if (!formed) {
        return {std::nullopt, "a date is year-month-day", "Write 2024-10-27."};
    }
    const CivilDate date{small_number(text.substr(0, 4)), small_number(text.substr(5, 2)),
                         small_number(text.substr(8, 2))};
    if (!is_valid(date)) {
        return {std::nullopt, "the calendar has no such day", "Check day and month."};
    }
    return {date, "", ""};
}

std::string duration_text(double duration_s) {
    const bool whole = std::floor(duration_s) == duration_s && duration_s < 3.6e6;
    if (!whole || duration_s < 60.0) return number_text(duration_s) + " s";
    const auto seconds = static_cast<int>(duration_s);
    if (seconds % 3600 == 0) return fmt::format("{} h", seconds / 3600);
    if (seconds > 3600) {
        return fmt::format("{}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }
    if (seconds % 60 == 0) return fmt::format("{} min", seconds / 60);
    return fmt::format("{}:{:02}", seconds / 60, seconds % 60);
}

std::string clock_text(double clock_s) {
    const auto seconds = static_cast<int>(std::lround(clock_s));
    const std::string minutes = fmt::format("{:02}:{:02}", seconds / 3600, seconds / 60 % 60);
    return seconds % 60 == 0 ? minutes : minutes + fmt::format(":{:02}", seconds % 60);
}

std::string pace_text(double pace_s_per_km) {
    const bool whole = std::floor(pace_s_per_km) == pace_s_per_km && pace_s_per_km < 36000.0;
    if (!whole || pace_s_per_km < 60.0) return number_text(pace_s_per_km) + " s/km";
    const auto seconds = static_cast<int>(pace_s_per_km);
    return fmt::format("{}:{:02}/km", seconds / 60, seconds % 60);
}

}  // namespace gineste
