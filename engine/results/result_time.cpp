// SPDX-License-Identifier: Apache-2.0
#include "results/result_time.hpp"

#include <array>
#include <string>
#include <utility>

#include "core/csv.hpp"
#include "core/quantity.hpp"

namespace gineste {
namespace {

void replace_all(std::string& text, std::string_view from, std::string_view to) {
    for (std::size_t at = text.find(from); at != std::string::npos;
         at = text.find(from, at + to.size())) {
        text.replace(at, from.size(), to);
    }
}

// To the spelling that core/quantity reads.
std::string plain(std::string_view text) {
    constexpr std::array<std::pair<const char*, const char*>, 12> kSpellings{{{"’’", "\""},
                                                                              {"''", "\""},
                                                                              {"″", "\""},
                                                                              {"”", "\""},
                                                                              {"’", "'"},
                                                                              {"′", "'"},
                                                                              {"mn", "min"},
                                                                              {"H", "h"},
                                                                              {",", "."},
                                                                              {"h ", "h"},
                                                                              {"' ", "'"},
                                                                              {"min ", "min"}}};
    std::string spelt(text);
    for (const auto& [from, to] : kSpellings) replace_all(spelt, from, to);
    return spelt;
}

double seconds_in(BareUnit unit) {
    switch (unit) {
        case BareUnit::minutes:
            return 60.0;
        case BareUnit::days:
            return 86400.0;
        case BareUnit::seconds:
            break;
    }
    return 1.0;
}

}  // namespace

std::optional<double> bare_number(std::string_view text) {
    std::string digits(text);
    replace_all(digits, ",", ".");
    return parse_number(digits);
}

std::optional<double> result_time_s(std::string_view text, BareUnit unit) {
    if (const auto number = bare_number(text)) return *number * seconds_in(unit);
    const auto parsed = parse_duration_s(plain(text));
    return parsed.value;
}

bool is_no_time(std::string_view text) {
    const std::string word = folded_heading(text);
    for (const char* known : {"", "dnf", "dns", "dsq", "dq", "ab", "abd", "abandon", "np",
                              "nonpartant", "disq", "na", "nc"}) {
        if (word == known) return true;
    }
    return false;
}

}  // namespace gineste
