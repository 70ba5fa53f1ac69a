// SPDX-License-Identifier: Apache-2.0
#include "report/known_text.hpp"

#include <fmt/format.h>

#include <cmath>
#include <vector>

#include "report/local_clock.hpp"
#include "report/text_table.hpp"

namespace gineste {
namespace {

using Heading = std::function<std::string(const std::string&)>;

constexpr std::size_t kMostNamed = 12;

std::string metres(double at_m) {
    return std::isfinite(at_m) ? grouped(static_cast<std::size_t>(std::lround(at_m))) : "–";
}
// "Sat 18:00" would need a calendar: the date, where it is not the day of the race.
std::string day_and_minute(const LocalClock& clock, double time_s) {
    if (!std::isfinite(time_s)) return "–";
    const std::string iso = clock.iso(time_s);
    const std::string minute = clock.minute(time_s);
    return iso.substr(0, 10) == clock.date() ? minute : iso.substr(5, 5) + " " + minute;
}

std::string named_text(const Record& record, const Findings& findings, const Heading& heading) {
    if (record.named.empty()) return "";
    TextTable table({{"", "name", Align::left, kNameColumns},
                     {"", "bib"},
                     {"", "wave", Align::left, kNameColumns},
                     {"gun", "time"},
                     {"net", "time"},
                     {"", "place"}});
    const LocalClock clock(record);
    for (std::size_t k = 0; k < std::min(record.named.size(), kMostNamed); ++k) {
        const NamedFindings& found = findings.named[k];
        const std::size_t i = record.named[k].runner.value;
        table.add_row({record.named[k].name, std::to_string(record.runners.bib[i]),
                       record.waves[record.runners.wave[i]].name,
                       or_dash(race_time_text(found.gun_s)), or_dash(race_time_text(found.net_s)),
                       found.place > 0 ? grouped(found.place) : "–"});
    }
    return "\n" + heading("Named") + "\n" + table.text(kTextIndent);
}

std::string pursuit_text(const Record& record, const PursuitFindings& pursuit,
                         const Heading& heading) {
    TextTable table({{"", "wave", Align::left, kNameColumns},
                     {"", "started"},
                     {"", "ahead"},
                     {"share", "%"},
                     {"", "caught"},
                     {"first at", "m"},
                     {"median", "m"}});
    for (std::size_t w = 0; w < pursuit.waves.size(); ++w) {
        const PursuedWave& wave = pursuit.waves[w];
        if (wave.started == 0) continue;
        table.add_row({record.waves[w].name, grouped(wave.started), grouped(wave.ahead),
                       fmt::format("{:.1f}", 100.0 * wave.share()), grouped(wave.caught),
                       metres(wave.first_caught_m), metres(wave.median_caught_m)});
    }
    return "\n" + heading("Pursuit") +
           fmt::format(": {} of {} are at the finish before {}, timed by pace at {}\n",
                       grouped(pursuit.ahead), grouped(pursuit.started),
                       record.named[pursuit.pursuer].name, race_time_text(pursuit.takes_s)) +
           table.text(kTextIndent);
}

std::string vehicles_text(const Record& record, const Heading& heading) {
    if (record.vehicles.empty()) return "";
    const LocalClock clock(record);
    std::string text = "\n" + heading("Vehicles") + "\n";
    for (const VehicleRecord& vehicle : record.vehicles) {
        const bool across = vehicle.from_m == vehicle.to_m;
        const std::string way = across
                                    ? fmt::format("across at km {:.1f}", vehicle.from_m / 1000.0)
                                    : fmt::format("from km {:.1f} to km {:.1f}",
                                                  vehicle.from_m / 1000.0, vehicle.to_m / 1000.0);
        text += fmt::format("  {} {}: {} to {}, {} on its way, {} of it held up; ",
                            fitted(vehicle.name, kNameColumns), way, clock.second(vehicle.comes_s),
                            or_dash(clock.second(vehicle.arrives_s)),
                            or_dash(minutes_text(vehicle.arrives_s - vehicle.comes_s)),
                            minutes_text(vehicle.held_up_s));
        text += fmt::format("{:.2f} runners/m² {} it\n", vehicle.peak_density_behind_per_m2,
                            across ? "before" : "behind");
    }
    return text;
}

std::string roads_text(const Record& record, const Findings& findings, const LocalClock& clock) {
    TextTable table({{"", "road", Align::left, kNameColumns},
                     {"", "km"},
                     {"", "closes"},
                     {"runners", "first"},
                     {"", "last"},
                     {"opens", "earliest"},
                     {"", "announced"},
                     {"closed", "h"}});
    for (std::size_t k = 0; k < record.roads->closures.size(); ++k) {
        const RoadClosureRecord& road = record.roads->closures[k];
        const StretchFindings& found = findings.stretches[k];
        table.add_row(
            {road.name, fmt::format("{:.1f}–{:.1f}", road.from_m / 1000.0, road.to_m / 1000.0),
             day_and_minute(clock, road.closes_s), or_dash(clock.minute(found.first_s)),
             or_dash(clock.minute(found.last_s)), day_and_minute(clock, found.opens_s),
             day_and_minute(clock, road.announced_opening_s),
             std::isfinite(found.closed_s) ? fmt::format("{:.1f}", found.closed_s / 3600.0) : "–"});
    }
    return record.roads->closures.empty() ? "" : table.text(kTextIndent);
}

std::string sweeper_text(const Record& record, const LocalClock& clock) {
    if (!record.sweeper) return "";
    const SweeperRecord& sweeper = *record.sweeper;
    std::string text = fmt::format("  sweeper from {} at {} a km: {} taken off the road",
                                   or_dash(clock.minute(sweeper.sets_off_s)),
                                   minutes_text(sweeper.pace_s_per_km), grouped(sweeper.taken_off));
    for (const CutOffRecord& cut_off : sweeper.cut_offs) {
        text += fmt::format("; at km {:.1f} by {}: {}", cut_off.at_m / 1000.0,
                            clock.minute(cut_off.time_s), grouped(cut_off.taken_off));
    }
    return text + "\n";
}

std::string timetable_text(const Record& record, const Findings& findings, const Heading& heading) {
    const LocalClock clock(record);
    std::string text = sweeper_text(record, clock);
    if (!record.roads) return text.empty() ? "" : "\n" + heading("Sweeper") + "\n" + text;
    TextTable table({{"", "km"},
                     {"", "place", Align::left, kNameColumns},
                     {"road", "closes"},
                     {"runners", "first"},
                     {"", "median"},
                     {"", "last"},
                     {"", "sweeper"},
                     {"earliest", "opening"}});
    for (const TimetableRow& row : findings.timetable) {
        table.add_row({fmt::format("{:.1f}", row.at_m / 1000.0), row.name,
                       day_and_minute(clock, row.closes_s), or_dash(clock.minute(row.first_s)),
                       or_dash(clock.minute(row.median_s)), or_dash(clock.minute(row.last_s)),
                       or_dash(clock.minute(row.sweeper_s)), day_and_minute(clock, row.opens_s)});
    }
    return "\n" + heading("Road timetable") + "\n" + table.text(kTextIndent) +
           roads_text(record, findings, clock) + text;
}

}  // namespace

std::string late_text(const Record& record, const Findings& findings) {
    std::string text;
    for (std::size_t w = 0; w < record.waves.size(); ++w) {
        const double late_s = findings.waves[w].late_s;
        if (!(late_s >= 0.5)) continue;
        text += (text.empty() ? "  held back: " : ", ") + record.waves[w].name + " " +
                minutes_text(late_s);
    }
    return text.empty() ? "" : text + " after their guns were due\n";
}

std::string known_text(const Record& record, const Findings& findings, const Heading& heading) {
    std::string text = named_text(record, findings, heading);
    if (findings.pursuit) text += pursuit_text(record, *findings.pursuit, heading);
    text += vehicles_text(record, heading);
    return text + timetable_text(record, findings, heading);
}

}  // namespace gineste
