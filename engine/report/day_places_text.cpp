// SPDX-License-Identifier: Apache-2.0
#include "report/day_places_text.hpp"

#include <fmt/format.h>

#include <cmath>

#include "report/day_words.hpp"
#include "report/local_clock.hpp"
#include "report/text_table.hpp"

namespace gineste {
namespace {

constexpr std::size_t kMostRows = 40;
constexpr std::size_t kPlaceColumns = 32;
constexpr std::size_t kMergeColumns = 18;

using Heading = std::function<std::string(const std::string&)>;

std::string merges(const DayRecord& record, const LocalClock& clock, const Heading& heading) {
    if (record.merges.empty()) return "";
    TextTable table({{"", "into", Align::left, kMergeColumns},
                     {"", "rule", Align::left},
                     {"", "from", Align::left, 30},
                     {"", "runners"},
                     {"busiest 10 min", "from"},
                     {"", "/min"},
                     {"", "share %"}});
    bool priority = false;
    for (const MergeRecord& merge : record.merges) {
        priority = priority || merge.rule == MergeRule::priority;
        for (std::size_t k = 0; k < merge.streams.size(); ++k) {
            const MergeRecord::Stream& stream = merge.streams[k];
            const bool first = k == 0;
            table.add_row({first ? merge.into : "", first ? std::string(to_word(merge.rule)) : "",
                           stream.from, grouped(stream.runners),
                           first ? or_dash(clock.minute(merge.busiest_s)) : "",
                           first ? number_or_dash(merge.busiest_per_min, 0) : "",
                           number_or_dash(100.0 * stream.busiest_share, 0)});
        }
    }
    return "\n" + heading("Merges") + (priority ? ", roads with priority first" : "") + "\n" +
           table.text(kTextIndent);
}

std::string crossings(const DayRecord& record, const LocalClock& clock, const Heading& heading) {
    if (record.crossings.empty()) return "";
    TextTable table({{"", "crossing", Align::left, kMergeColumns},
                     {"", "rule", Align::left},
                     {"", "road", Align::left, kMergeColumns - 2},
                     {"", "crossed"},
                     {"", "first"},
                     {"", "last"},
                     {"", "held"},
                     {"held s", "mean"},
                     {"", "most"},
                     {"let", "across"}});
    for (const CrossingRecord& crossing : record.crossings) {
        // Both roads at once and nobody holds them: the remarks say how long.
        const std::string rule =
            crossing.at_once > 0 ? "NONE" : std::string(to_word(crossing.rule));
        for (std::size_t k = 0; k < crossing.flows.size(); ++k) {
            const CrossingRecord::Flow& flow = crossing.flows[k];
            const bool released = k == 1 && crossing.rule != CrossingRule::none;
            table.add_row({k == 0 ? crossing.name : "", k == 0 ? rule : "", flow.leg,
                           grouped(flow.runners), or_dash(clock.minute(flow.first_s)),
                           or_dash(clock.minute(flow.last_s)), grouped(flow.held),
                           number_or_dash(flow.held_mean_s, 0), number_or_dash(flow.held_most_s, 0),
                           released ? grouped(crossing.releases) : ""});
        }
    }
    return "\n" + heading("Crossings") + "\n" + table.text(kTextIndent);
}

std::vector<std::string> row_of(const DayRecord& record, const PlaceRecord& place,
                                const PlacePassRecord& pass, const LocalClock& clock) {
    const bool first = &pass == &place.passes.front();
    const bool named = place.kind == PlaceRecord::Kind::named;
    return {first ? place.name : "",
            first && !named ? std::string(to_word(place.kind)) : "",
            record.races[pass.race].name,
            number_or_dash(pass.at_m / 1000.0, 2),
            or_dash(clock.minute(pass.first_s)),
            or_dash(clock.minute(pass.median_s)),
            or_dash(clock.minute(pass.last_s)),
            grouped(pass.runners)};
}

std::string timetable(const DayRecord& record, const LocalClock& clock, const Heading& heading) {
    TextTable table({{"", "place", Align::left, kPlaceColumns},
                     {"", "", Align::left},
                     {"", "race", Align::left, kMergeColumns - 4},
                     {"", "km"},
                     {"runner", "first"},
                     {"", "median"},
                     {"", "last"},
                     {"", "runners"}});
    std::size_t rows = 0;
    for (const PlaceRecord& place : record.places) {
        if (place.kind == PlaceRecord::Kind::joint) continue;
        for (const PlacePassRecord& pass : place.passes) {
            if (rows++ < kMostRows) table.add_row(row_of(record, place, pass, clock));
        }
    }
    if (rows == 0) return "";
    std::string text = "\n" + heading("Timetable");
    if (rows > kMostRows) {
        text += fmt::format(", first {} of {} lines; all in day.json", kMostRows, rows);
    }
    return text + "\n" + table.text(kTextIndent);
}

}  // namespace

std::string day_places_text(const DayRecord& record, const Heading& heading) {
    const LocalClock clock(record.zone, record.first_gun_instant_s);
    return merges(record, clock, heading) + crossings(record, clock, heading) +
           timetable(record, clock, heading);
}

}  // namespace gineste
