// SPDX-License-Identifier: Apache-2.0
#include "results/result_columns.hpp"

#include <algorithm>
#include <cctype>
#include <limits>
#include <regex>

#include "core/csv.hpp"
#include "field/entrant_headings.hpp"

namespace gineste {
namespace {

constexpr double kFinish = std::numeric_limits<double>::infinity();

std::string lower(std::string_view text) {
    std::string low(text);
    std::transform(low.begin(), low.end(), low.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return low;
}

bool holds(const std::string& folded, std::initializer_list<const char*> words) {
    return std::any_of(words.begin(), words.end(),
                       [&](const char* word) { return folded.find(word) != std::string::npos; });
}

bool is_one_of(const std::string& folded, std::initializer_list<const char*> words) {
    return std::any_of(words.begin(), words.end(),
                       [&](const char* word) { return folded == word; });
}

// "(min)", "_s", "in seconds": a unit that stands as a word of its own.
std::optional<BareUnit> unit_in(const std::string& low) {
    static const std::regex minutes(R"((^|[^a-z])(min|mins|minutes|mn)($|[^a-z]))");
    static const std::regex seconds(R"((^|[^a-z])(s|sec|secs|seconds|secondes)($|[^a-z]))");
    if (std::regex_search(low, minutes)) return BareUnit::minutes;
    if (std::regex_search(low, seconds)) return BareUnit::seconds;
    return std::nullopt;
}

// The heading without what it says of the unit and of guns.
std::string without_unit(const std::string& low) {
    static const std::regex unit(
        R"(\(?(^|[^a-z])(s|sec|secs|seconds|secondes|min|mins|minutes|mn)($|[^a-z])\)?)");
    return folded_heading(std::regex_replace(low, unit, "$1$3"));
}

std::optional<TimeColumn> time_column(std::size_t index, const std::string& heading) {
    const std::string low = lower(heading);
    const std::string folded = without_unit(low);
    TimeColumn column{index, 0.0, TimeSince::own_start, unit_in(low)};
    if (is_one_of(folded, {"startoffset", "offset", "start", "decalage", "decalagedepart", "depart",
                           "startdelay", "retardaudepart", "passageligne", "startafterfirstgun",
                           "startnet", "startcrossing"})) {
        column.since = TimeSince::first_gun;
        return column;
    }
    if (is_one_of(folded,
                  {"waveoffset", "startafterwavegun", "startafterowngun", "decalagevague"})) {
        column.since = TimeSince::own_gun;
        return column;
    }
    const bool from_gun = holds(folded, {"gun", "officiel", "official", "scratch", "clock"});
    if (from_gun) column.since = TimeSince::own_gun;
    if (is_one_of(folded, {"guntime",      "gun",       "officialtime", "official", "tempsofficiel",
                           "tempsscratch", "clocktime", "nettime",      "net",      "chiptime",
                           "chip",         "tempsreel", "tempsnet",     "reel",     "finish",
                           "finishtime",   "time",      "temps",        "arrivee",  "finishnet",
                           "netfinish",    "finishgun"})) {
        column.at_m = kFinish;
        return column;
    }
    const auto at_m = split_distance_m(heading);
    if (!at_m) return std::nullopt;
    column.at_m = *at_m;
    return column;
}

}  // namespace

std::optional<double> split_distance_m(std::string_view heading) {
    const std::string low = lower(heading);
    // A pace, a rank or a speed at 10 km is no time.
    if (holds(folded_heading(low),
              {"pace", "allure", "rank", "rang", "place", "class", "vitesse", "speed", "kmh"})) {
        return std::nullopt;
    }
    static const std::regex after(
        R"((^|[^a-z0-9.,])(\d+(?:[.,]\d+)?)\s*(km|k|mi|miles?)($|[^a-z]))");
    static const std::regex before(R"((^|[^a-z])km\s*(\d+(?:[.,]\d+)?)($|[^0-9]))");
    static const std::regex half(R"((^|[^a-z])(half|semi|halfway|half-marathon)($|[^a-z]))");
    std::smatch found;
    const auto metres = [&](double unit_m) -> std::optional<double> {
        const auto number = bare_number(found[2].str());
        if (!number || *number <= 0.0) return std::nullopt;
        return *number * unit_m;
    };
    if (std::regex_search(low, found, after)) {
        return metres(found[3].str().starts_with("mi") ? 1609.344 : 1000.0);
    }
    if (std::regex_search(low, found, before)) return metres(1000.0);
    if (std::regex_search(low, half)) return 21097.5;
    return std::nullopt;
}

ResultColumns result_columns(const std::vector<std::string>& headings) {
    ResultColumns columns;
    columns.bib = find_heading(headings, kBibHeadings);
    columns.sex = find_heading(headings, kSexHeadings);
    columns.wave = find_heading(headings, kWaveHeadings);
    for (std::size_t k = 0; k < headings.size(); ++k) {
        if (k == columns.bib || k == columns.sex || k == columns.wave) continue;
        if (auto column = time_column(k, headings[k])) columns.times.push_back(*column);
    }
    std::stable_sort(columns.times.begin(), columns.times.end(),
                     [](const TimeColumn& a, const TimeColumn& b) { return a.at_m < b.at_m; });
    return columns;
}

}  // namespace gineste
