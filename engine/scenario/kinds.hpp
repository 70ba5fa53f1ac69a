// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "core/quantity.hpp"

namespace gineste {

/// What stands behind a key.
enum class Kind {
    text,
    path,
    date,
    zone,
    version,  ///< of the format: 1
    count,    ///< a whole number
    number,
    share,
    length,
    duration,
    clock,
    pace,
    speed,
    acceleration,
    rate,
    density,
    place,    ///< a length, or the word `finish` (infinity)
    choice,   ///< one of a few words
    section,  ///< a mapping of keys
    list,     ///< a list of such mappings
};

/// "length", "time of day"
std::string_view kind_name(Kind kind);
/// How one writes it: "20 km, 150 m"
std::string_view kind_example(Kind kind);
/// A regular expression (ECMA 262) of every text that the kind's parser may take, for the schema.
std::string_view kind_pattern(Kind kind);
/// Whether its texts are read as a number, in SI units or the unit of the struct's member.
bool is_quantity(Kind kind);
/// Whether a bare number is one of its texts.
bool takes_bare_number(Kind kind);

/// Reads a quantity of that kind.
Parsed<double> parse_quantity(Kind kind, std::string_view text);
/// The text that parse_quantity reads back as `value`.
std::string quantity_text(Kind kind, double value);

/// A kind and the values it may have, both ends included.
struct Rule {
    Kind kind = Kind::text;
    double least = -std::numeric_limits<double>::infinity();
    double most = std::numeric_limits<double>::infinity();
};

/// The kind's examples that lie within the rule: "8 m" for a width.
std::vector<std::string> examples(const Rule& rule);
/// One of them, or the least value where there is none; empty for sections and lists.
std::string example_text(const Rule& rule);

/// "from 10 min to 12 h", "at least 1 m", empty where anything goes
std::string range_text(const Rule& rule);

}  // namespace gineste
