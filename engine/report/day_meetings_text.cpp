// SPDX-License-Identifier: Apache-2.0
#include "report/day_meetings_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>
#include <utility>

#include "report/local_clock.hpp"
#include "report/text_table.hpp"

namespace gineste {
namespace {

constexpr std::size_t kMostMeetings = 15;
constexpr std::size_t kLegColumns = 19;  // so that all fit into 100
constexpr std::size_t kRaceColumns = 8;
constexpr std::size_t kWideRaceColumns = 17;  // facing one another, they do not overtake

const LegPass& first_of(const DayRecord& record, const MeetingRecord& meeting) {
    return record.legs[meeting.leg].passes[meeting.pass];
}
const LegPass& other_of(const DayRecord& record, const MeetingRecord& meeting) {
    return record.legs[meeting.leg].passes[meeting.other];
}

// Seen from the race that the day names first, so that one table holds all meetings of two races.
MeetingRecord turned(const DayRecord& record, MeetingRecord meeting) {
    if (first_of(record, meeting).race <= other_of(record, meeting).race) return meeting;
    std::swap(meeting.pass, meeting.other);
    std::swap(meeting.met, meeting.other_met);
    std::swap(meeting.overtakes, meeting.other_overtakes);
    meeting.share = 1.0 - meeting.share;
    return meeting;
}

// The densest, in order of time.
std::vector<MeetingRecord> shown_of(const DayRecord& record) {
    std::vector<MeetingRecord> meetings;
    for (const MeetingRecord& meeting : record.meetings) {
        meetings.push_back(turned(record, meeting));
    }
    std::stable_sort(meetings.begin(), meetings.end(), [](const auto& a, const auto& b) {
        return a.peak_density_per_m2 > b.peak_density_per_m2;
    });
    if (meetings.size() > kMostMeetings) meetings.resize(kMostMeetings);
    std::stable_sort(meetings.begin(), meetings.end(),
                     [](const auto& a, const auto& b) { return a.first_s < b.first_s; });
    return meetings;
}

using Pair = std::tuple<std::size_t, std::size_t, bool>;  // two races, and whether the same way

Pair pair_of(const DayRecord& record, const MeetingRecord& meeting) {
    return {first_of(record, meeting).race, other_of(record, meeting).race, meeting.same_direction};
}

std::string ordinal(std::size_t n) {
    const bool teen = n % 100 >= 11 && n % 100 <= 13;
    const char* end = n % 10 == 1 ? "st" : n % 10 == 2 ? "nd" : n % 10 == 3 ? "rd" : "th";
    return std::to_string(n) + (teen ? "th" : end);
}

// The how many-th time that its race runs the leg that way, and of how many.
std::pair<std::size_t, std::size_t> lap_of(const LegRecord& leg, const LegPass& pass) {
    std::pair<std::size_t, std::size_t> lap{0, 0};
    for (const LegPass& other : leg.passes) {
        if (other.race != pass.race || other.direction != pass.direction) continue;
        if (other.step <= pass.step) ++lap.first;
        ++lap.second;
    }
    return lap;
}

// "bridge", or "loop, 1st + 2nd" where one of them runs it several times that way.
std::string leg_text(const DayRecord& record, const MeetingRecord& meeting) {
    const LegRecord& leg = record.legs[meeting.leg];
    const auto [first, firsts] = lap_of(leg, first_of(record, meeting));
    const auto [other, others] = lap_of(leg, other_of(record, meeting));
    if (firsts == 1 && others == 1) return leg.name;
    const std::string laps = fmt::format(", {} + {}", ordinal(first), ordinal(other));
    return fitted(leg.name, kLegColumns - display_width(laps)) + laps;
}

// "Marathon and Half marathon, the same way"
std::string title_of(const DayRecord& record, const Pair& pair) {
    const auto& [race, other, same_way] = pair;
    const std::string& name = record.races[race].name;
    const std::string second = race == other ? "itself" : record.races[other].name;
    const char* between = race == other ? " with " : " and ";
    return fitted(name, 40) + between + fitted(second, 40) +
           (same_way ? ", the same way" : ", facing");
}

TextTable table_of(const DayRecord& record, const Pair& pair) {
    const auto& [race, other, same_way] = pair;
    const bool itself = race == other;
    const std::size_t most = same_way ? kRaceColumns : kWideRaceColumns;
    const std::string first = itself ? "earlier" : fitted(record.races[race].name, most);
    const std::string second = itself ? "later" : fitted(record.races[other].name, most);
    std::vector<TextTable::Column> columns{{"", "leg", Align::left, kLegColumns},
                                           {"", "from–to"},
                                           {"most", "at"},
                                           {"", "km"},
                                           {"", "/m²"},
                                           {"share", "%"},
                                           {"met", first},
                                           {"", second}};
    if (same_way) {
        columns.push_back({"overtook", first});
        columns.push_back({"", second});
    }
    return TextTable(columns);
}

std::vector<std::string> row_of(const DayRecord& record, const MeetingRecord& meeting,
                                const LocalClock& clock) {
    std::vector<std::string> cells{
        leg_text(record, meeting),
        clock.minute(meeting.first_s) + "–" + clock.minute(meeting.last_s),
        clock.minute(meeting.peak_s),
        fmt::format("{:.1f}", meeting.peak_at_m / 1000.0),
        fmt::format("{:.2f}", meeting.peak_density_per_m2),
        fmt::format("{:.0f}", 100.0 * meeting.share),
        grouped(meeting.met),
        grouped(meeting.other_met)};
    if (meeting.same_direction) {
        cells.push_back(grouped(meeting.overtakes));
        cells.push_back(grouped(meeting.other_overtakes));
    }
    return cells;
}

}  // namespace

std::string day_meetings_text(const DayRecord& record,
                              const std::function<std::string(const std::string&)>& heading) {
    if (record.meetings.empty()) return "";
    const LocalClock clock(record.zone, record.first_gun_instant_s);
    const std::vector<MeetingRecord> shown = shown_of(record);
    std::vector<Pair> pairs;
    for (const MeetingRecord& meeting : shown) {
        const Pair pair = pair_of(record, meeting);
        if (std::find(pairs.begin(), pairs.end(), pair) == pairs.end()) pairs.push_back(pair);
    }
    std::string text = "\n" + heading("Meetings") + ", share of the race named first";
    if (shown.size() < record.meetings.size()) {
        text += fmt::format("; densest {} of {}, all in day.json", shown.size(),
                            record.meetings.size());
    }
    text += "\n";
    for (const Pair& pair : pairs) {
        TextTable table = table_of(record, pair);
        for (const MeetingRecord& meeting : shown) {
            if (pair_of(record, meeting) == pair) table.add_row(row_of(record, meeting, clock));
        }
        text +=
            std::string(kTextIndent, ' ') + title_of(record, pair) + "\n" + table.text(kTextIndent);
    }
    return text;
}

}  // namespace gineste
