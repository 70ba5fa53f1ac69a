// SPDX-License-Identifier: Apache-2.0
#include "report/day_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <sstream>

#include "report/day_meetings_text.hpp"
#include "report/day_places_text.hpp"
#include "report/day_words.hpp"
#include "report/local_clock.hpp"
#include "report/text_table.hpp"

namespace gineste {
namespace {

constexpr std::size_t kRaceNameColumns = 21;
constexpr std::size_t kColumns = 100;

// Lines of whole words, the first after "– ", the others below its text.
std::string listed(const std::string& sentence) {
    std::istringstream words(sentence);
    std::string text;
    std::string line = std::string(kTextIndent, ' ') + "–";
    for (std::string word; words >> word;) {
        if (display_width(line) + 1 + display_width(word) > kColumns) {
            text += line + "\n";
            line = std::string(kTextIndent + 1, ' ');
        }
        line += " " + word;
    }
    return text + line + "\n";
}

/// The pieces of the text, each of a few lines.
class DayText {
  public:
    DayText(const DayRecord& record, Style style)
        : record_(record), clock_(record.zone, record.first_gun_instant_s), style_(style) {}

    std::string text() const {
        const auto set_heading = [this](const std::string& words) { return heading(words); };
        return title() + "\n" + races() + shared_legs() + day_meetings_text(record_, set_heading) +
               day_places_text(record_, set_heading) + remarks();
    }

  private:
    std::string heading(const std::string& words) const {
        return style_ == Style::terminal ? "\x1b[1m" + words + "\x1b[0m" : words;
    }

    std::string title() const {
        const std::size_t races = record_.races.size();
        std::string text = heading(fitted(record_.name, 50)) +
                           fmt::format(" · {}, first gun {} {} · {}\n", clock_.date(),
                                       clock_.minute(0.0), clock_.zone_label(),
                                       races == 1 ? "1 race" : fmt::format("{} races", races));
        if (!record_.complete) {
            text += "STOPPED before the last runner was in: what follows had happened by then.\n";
        }
        return text;
    }

    std::string races() const {
        TextTable table({{"", "race", Align::left, kRaceNameColumns - 3},
                         {"", "km"},
                         {"", "gun"},
                         {"", "entered"},
                         {"", "started"},
                         {"", "finished"},
                         {"finish", "first"},
                         {"", "median"},
                         {"", "last"},
                         {"lost", "median"},
                         {"min:s", "95 %"}});
        for (const DayRaceRecord& race : record_.races) {
            table.add_row({race.name, number_or_dash(race.length_m / 1000.0, 2),
                           clock_.minute(race.first_gun_s), grouped(race.entrants),
                           grouped(race.started), grouped(race.finished),
                           or_dash(clock_.minute(race.first_finish_s)),
                           or_dash(clock_.minute(race.median_finish_s)),
                           or_dash(clock_.minute(race.last_finish_s)),
                           or_dash(minutes_text(race.lost_median_s)),
                           or_dash(minutes_text(race.lost_p95_s))});
        }
        return heading("Races") + "\n" + table.text(kTextIndent);
    }

    std::string shared_legs() const {
        TextTable table({{"", "leg", Align::left, kRaceNameColumns},
                         {"", "km"},
                         {"", "traffic", Align::left},
                         {"times", "run"},
                         {"", "runners"},
                         {"", "first"},
                         {"", "last"},
                         {"peak", "/min"},
                         {"peak", "/m²"},
                         {"", "at"},
                         {"", "km"}});
        bool any = false;
        for (const LegRecord& leg : record_.legs) {
            if (leg.passes.size() < 2) continue;
            table.add_row(leg_cells(leg));
            any = true;
        }
        return any ? "\n" + heading("Legs run more than once") + "\n" + table.text(kTextIndent)
                   : "";
    }

    std::vector<std::string> leg_cells(const LegRecord& leg) const {
        double first_s = NAN;
        double last_s = NAN;
        double most_per_min = 0.0;
        std::size_t runners = 0;
        for (const LegPass& pass : leg.passes) {
            first_s = std::fmin(first_s, pass.first_s);
            last_s = std::fmax(last_s, pass.last_s);
            most_per_min = std::max(most_per_min, pass.peak_per_min);
            runners += pass.runners;
        }
        const std::string traffic(to_word(leg.traffic));
        return {leg.name,
                number_or_dash(leg.length_m / 1000.0, 2),
                leg.traffic == Traffic::one_way ? "one way" : traffic,
                std::to_string(leg.passes.size()),
                grouped(runners),
                or_dash(clock_.minute(first_s)),
                or_dash(clock_.minute(last_s)),
                number_or_dash(most_per_min, 0),
                number_or_dash(leg.peak_density_per_m2, 2),
                or_dash(clock_.minute(leg.peak_s)),
                number_or_dash(leg.peak_at_m / 1000.0, 1)};
    }

    std::string remarks() const {
        if (record_.remarks.empty()) return "";
        std::string text = "\n" + heading("Remarks") + "\n";
        for (const std::string& remark : record_.remarks) text += listed(remark);
        return text;
    }

    const DayRecord& record_;
    LocalClock clock_;
    Style style_;
};

}  // namespace

std::string day_text(const DayRecord& record, Style style) { return DayText(record, style).text(); }

}  // namespace gineste
