// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/civil_time.hpp"

namespace gineste {

/// What a text said, or why it said nothing.
template <class T>
struct Parsed {
    std::optional<T> value;
    std::string why;         ///< "not a length"; empty where there is a value
    std::string suggestion;  ///< "Write 20 km, 150 m or 20000."

    explicit operator bool() const { return value.has_value(); }
    const T& operator*() const { return *value; }
};

// Parsers of what people write, the same in every locale. None of them trims: a blank before or
// after is a fault, and so are NaN, infinity, leading zeros (010 is eight elsewhere), a plus sign,
// hexadecimal, digit groups and a decimal comma. One blank may stand between number and unit.

/// 12, -3.5, 1.5e3
Parsed<double> parse_plain_number(std::string_view text);
/// 12, -3
Parsed<std::int64_t> parse_integer(std::string_view text);
/// `0.39` or `39 %`; the range is the caller's affair
Parsed<double> parse_share(std::string_view text);
/// `20 km`, `150 m`, `30 cm`; a bare number is metres
Parsed<double> parse_length_m(std::string_view text);
/// `90 s`, `8 min`, `1.5 h`, `1 h 33`, `1h33'45`, `8 min 30 s`; with two colons h:mm:ss, with one
/// colon m:ss. A bare number is refused, save 0.
Parsed<double> parse_duration_s(std::string_view text);
/// `09:30` or `09:30:15`, 24 hours, as seconds after midnight
Parsed<double> parse_clock_s(std::string_view text);
/// `5:40/km`, `5:40 min/km`, `340 s/km`
Parsed<double> parse_pace_s_per_km(std::string_view text);
/// `3.2 m/s` or `12 km/h`
Parsed<double> parse_speed_mps(std::string_view text);
/// `1.2 m/s2`
Parsed<double> parse_acceleration_mps2(std::string_view text);
/// `20 /min`, `0.5 /s`, `900 /h`; a bare number is per minute
Parsed<double> parse_rate_per_minute(std::string_view text);
/// `2 /m2`
Parsed<double> parse_density_per_m2(std::string_view text);
/// `2024-10-27`
Parsed<CivilDate> parse_date(std::string_view text);

// The other way round: texts that the parsers above read back as the same number.

std::string length_text(double length_m);      ///< "20 km", "0.3 m"
std::string duration_text(double duration_s);  ///< "0.5 s", "8 min", "1:53:00"
std::string clock_text(double clock_s);        ///< "09:30", "09:30:15"
std::string pace_text(double pace_s_per_km);   ///< "5:45/km"

}  // namespace gineste
