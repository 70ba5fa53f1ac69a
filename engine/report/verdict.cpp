// SPDX-License-Identifier: Apache-2.0
#include "report/verdict.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "report/after_line_text.hpp"
#include "report/known_text.hpp"
#include "report/local_clock.hpp"
#include "report/text_table.hpp"

namespace gineste {
namespace {

constexpr std::size_t kMostWaves = 10;
constexpr std::size_t kStationColumns = 24;

std::string percent(double share) {
    const std::string text = fmt::format("{:+.1f}", share * 100.0);
    return text.starts_with('-') ? "−" + text.substr(1) : text;
}

// "27 October 2024" of "2024-10-27"
std::string long_date(const std::string& iso_date) {
    static constexpr std::array<const char*, 12> kMonths{
        "January", "February", "March",     "April",   "May",      "June",
        "July",    "August",   "September", "October", "November", "December"};
    const auto month = static_cast<std::size_t>(std::stoi(iso_date.substr(5, 2)));
    return fmt::format("{} {} {}", std::stoi(iso_date.substr(8, 2)), kMonths[month - 1],
                       iso_date.substr(0, 4));
}

/// The pieces of the verdict, each of a few lines.
class Verdict {
  public:
    Verdict(const Record& record, const Findings& findings, Style style)
        : record_(record), findings_(findings), clock_(record), style_(style) {}

    std::string text() const {
        const auto set_heading = [this](const std::string& words) { return heading(words); };
        return title() + "\n" + beyond() + field() + finish() + thresholds() + "\n" + places() +
               waves() + known_text(record_, findings_, set_heading) + stations() +
               after_line_text(record_, findings_, set_heading);
    }

  private:
    std::string heading(const std::string& words) const {
        return style_ == Style::terminal ? "\x1b[1m" + words + "\x1b[0m" : words;
    }

    std::string title() const {
        const std::string facts =
            fmt::format(" · {}, first gun {} {} · {:.2f} km · seed {}", long_date(clock_.date()),
                        clock_.minute(0.0), clock_.zone_label(), record_.course_length_m / 1000.0,
                        record_.seed);
        std::string text = heading(fitted(record_.scenario, 40)) + facts + "\n";
        if (!record_.complete) {
            text += fmt::format("STOPPED at {}: what follows had happened by then.\n",
                                clock_.second(record_.engine.simulated_s));
        }
        return text;
    }

    // First of all: whoever reads on has to know what the figures below are worth.
    std::string beyond() const {
        const BeyondModel& beyond = findings_.beyond;
        if (!beyond.any()) return "";
        return heading("COLLAPSE") +
               fmt::format(
                   ": from {} to {} the crowd is past what the model knows: {:.1f} runners/m² at\n"
                   "         km {:.1f}, trusted up to {:.0f} moving and {:.0f} standing. Real "
                   "crowds "
                   "press and fall there.\n"
                   "         Change the plan before reading on: no figure below may be weighed "
                   "against another plan's.\n\n",
                   clock_.minute(beyond.from_s), clock_.minute(beyond.until_s), beyond.peak_per_m2,
                   beyond.peak_at_m / 1000.0, kTrustedMovingPerM2, kTrustedStandingPerM2);
    }

    std::string field() const {
        const RunnerTotals& runners = findings_.runners;
        std::string text = heading("Field ");
        text += fmt::format("   {} entered, {} started, {} finished, {} withdrawn",
                            grouped(runners.entered), grouped(runners.started),
                            grouped(runners.finished), grouped(runners.withdrawn));
        if (runners.on_course > 0)
            text += fmt::format(", {} on course", grouped(runners.on_course));
        if (runners.waiting > 0) text += fmt::format(", {} waiting", grouped(runners.waiting));
        return text + "\n";
    }

    std::string finish() const {
        const FinishFindings& finish = findings_.finish;
        if (findings_.runners.finished == 0) return heading("Finish") + "   nobody yet\n";
        std::string text = heading("Finish");
        text +=
            fmt::format("   first {}, median {}, last {}; net time {} to {}, median {}\n",
                        clock_.minute(finish.first_s), clock_.minute(finish.median_s),
                        clock_.minute(finish.last_s), race_time_text(finish.net_fastest_s),
                        race_time_text(finish.net_slowest_s), race_time_text(finish.net_median_s));
        text += fmt::format(
            "         busiest minute {} with {}; one mass start would bring about {:.0f} a "
            "minute\n",
            clock_.minute(finish.peak_s), grouped(finish.peak_per_min),
            finish.rule_of_thumb_per_min);
        text += fmt::format(
            "         lost to other runners: median {} min, one in twenty more than {} min\n",
            minutes_text(finish.lost_median_s), minutes_text(finish.lost_p95_s));
        return text;
    }

    // A line for each, those that are missed with a cross.
    std::string thresholds() const {
        if (findings_.thresholds.empty()) return "";
        TextTable table({{"", "threshold", Align::left},
                         {"at", "most"},
                         {"", "found"},
                         {"", "met", Align::left},
                         {"", "worst", Align::left, kNameColumns},
                         {"", "when"}});
        for (const ThresholdFindings& found : findings_.thresholds) {
            table.add_row({name_of(found.what), value_of(found.what, found.most),
                           value_of(found.what, found.found), found.met ? "yes" : "NO", found.place,
                           or_dash(clock_.minute(found.at_s))});
        }
        return "\n" + heading("Thresholds of the scenario") + "\n" + table.text(kTextIndent);
    }

    static std::string name_of(Threshold what) {
        switch (what) {
            case Threshold::peak_density_per_m2:
                return "peak density, runners/m²";
            case Threshold::lost_p95_s:
                return "lost by one in twenty, min:s";
            case Threshold::wait_p95_s:
                return "waited by one in twenty, min:s";
            case Threshold::unserved_share:
                return "go on without, %";
            case Threshold::finishers_per_min:
                return "finishers in a minute";
            case Threshold::last_start_s:
                return "last over the start line";
            case Threshold::last_finish_s:
                return "last runner in";
        }
        return "";
    }

    std::string value_of(Threshold what, double value) const {
        switch (what) {
            case Threshold::peak_density_per_m2:
                return number_or_dash(value, 2);
            case Threshold::lost_p95_s:
            case Threshold::wait_p95_s:
                return or_dash(minutes_text(value));
            case Threshold::unserved_share:
                return number_or_dash(100.0 * value, 1);
            case Threshold::finishers_per_min:
                return number_or_dash(value, 0);
            case Threshold::last_start_s:
            case Threshold::last_finish_s:
                return or_dash(clock_.second(value));
        }
        return "";
    }

    std::string places() const {
        const CongestionFindings& found = findings_.congestion;
        if (found.places == 0) {
            return heading("Crowding") +
                   fmt::format(
                       " nowhere over {} runners/m²; the densest, {:.2f}, at km {:.1f} "
                       "({})\n",
                       found.threshold_per_m2, found.peak_density_per_m2, found.peak_at_m / 1000.0,
                       or_dash(clock_.minute(found.peak_s)));
        }
        std::string text = heading(found.places == 1 ? "The one crowded place" : "Worst places");
        text += fmt::format(", {} or more runners/m²", found.threshold_per_m2);
        if (found.places > found.worst_places.size()) {
            text += fmt::format("; {} of {}", found.worst_places.size(), found.places);
        }
        return text + "\n" + place_table();
    }

    std::string place_table() const {
        TextTable table({{"", "km"},
                         {"", "place", Align::left, kNameColumns},
                         {"width", "m"},
                         {"grade", "%"},
                         {"", "from"},
                         {"", "to"},
                         {"peak", "/m²"},
                         {"delayed", "runners"},
                         {"likely", "cause", Align::left}});
        for (const CrowdedPlace& place : findings_.congestion.worst_places) {
            table.add_row({fmt::format("{:.1f}–{:.1f}", place.from_m / 1000.0, place.to_m / 1000.0),
                           place.name, number_or_dash(place.least_width_m, 1), percent(place.grade),
                           clock_.minute(place.begin_s), clock_.minute(place.end_s),
                           number_or_dash(place.peak_density_per_m2, 2), grouped(place.delayed),
                           to_text(place.cause)});
        }
        return table.text(kTextIndent);
    }

    std::string waves() const {
        if (record_.waves.empty()) return "";
        TextTable table({{"", "wave", Align::left, kNameColumns},
                         {"started", "runners"},
                         {"", "gun"},
                         {"over line", "first"},
                         {"", "last"},
                         {"flow", "/s/m"},
                         {"lost min:s", "median"},
                         {"", "95 %"},
                         {"net time", "median"}});
        for (std::size_t k = 0; k < std::min(record_.waves.size(), kMostWaves); ++k) {
            const WaveRecord& wave = record_.waves[k];
            const WaveFindings& found = findings_.waves[k];
            table.add_row({wave.name, grouped(wave.started), or_dash(clock_.second(wave.gun_s)),
                           or_dash(clock_.second(wave.first_over_s)),
                           or_dash(clock_.second(wave.last_over_s)),
                           number_or_dash(wave.flow_per_s_per_m, 2),
                           or_dash(minutes_text(found.lost_median_s)),
                           or_dash(minutes_text(found.lost_p95_s)),
                           or_dash(race_time_text(found.net_median_s))});
        }
        std::string text = "\n" + heading("Waves");
        if (record_.waves.size() > kMostWaves) {
            text +=
                fmt::format(", first {} of {}; all in waves.csv", kMostWaves, record_.waves.size());
        }
        return text + "\n" + table.text(kTextIndent) + late_text(record_, findings_);
    }

    std::string stations() const {
        if (record_.stations.empty()) return "";
        TextTable table({{"", "km"},
                         {"", "station", Align::left, kStationColumns},
                         {"", "came"},
                         {"", "served"},
                         {"", "unserved"},
                         {"", "cups"},
                         {"cups", "/min"},
                         {"", "at"},
                         {"wait s", "95 %"},
                         {"hands", "need"},
                         {"runs", "out"}});
        for (std::size_t k = 0; k < record_.stations.size(); ++k) {
            const StationRecord& station = record_.stations[k];
            const StationFindings& found = findings_.stations[k];
            table.add_row({number_or_dash(station.at_m / 1000.0, 1), station.name,
                           grouped(found.arrivals), grouped(found.served), grouped(found.unserved),
                           grouped(found.cups), number_or_dash(found.peak_cups_per_min, 0),
                           or_dash(clock_.minute(found.peak_s)),
                           number_or_dash(found.wait_p95_s, 0), std::to_string(found.hands_needed),
                           or_dash(clock_.minute(found.out_s))});
        }
        return "\n" + heading("Stations") + "\n" + table.text(kTextIndent);
    }

    const Record& record_;
    const Findings& findings_;
    LocalClock clock_;
    Style style_;
};

}  // namespace

std::string verdict(const Record& record, const Findings& findings, Style style) {
    return Verdict(record, findings, style).text();
}

}  // namespace gineste
