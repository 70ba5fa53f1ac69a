// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "exports/sheets.hpp"
#include "exports/units.hpp"
#include "report/congestion.hpp"
#include "report/timetable.hpp"

namespace gineste {
namespace {

struct Wave {
    const WaveRecord& record;
    const WaveFindings& found;
};

Worksheet waves_sheet(const Record& record, const Findings& findings, Language language) {
    std::vector<Wave> rows;
    for (std::size_t k = 0; k < record.waves.size(); ++k) {
        rows.push_back({record.waves[k], findings.waves[k]});
    }
    const std::vector<ColumnOf<Wave>> columns{
        {{"Wave", "Vague"}, Format::text, [](const Wave& w) { return w.record.name; }},
        {{"Entrants", "Inscrits"},
         Format::count,
         [](const Wave& w) { return number(w.record.entrants); }},
        {{"Started", "Partis"},
         Format::count,
         [](const Wave& w) { return number(w.record.started); }},
        {{"Finished", "Arrivés"},
         Format::count,
         [](const Wave& w) { return number(w.record.finished); }},
        {{"Gun as planned", "Départ prévu"},
         Format::clock,
         [](const Wave& w) { return w.record.gun_due_s; }},
        {{"Gun", "Départ"}, Format::clock, [](const Wave& w) { return w.record.gun_s; }},
        {{"First over the line", "Premier sur la ligne"},
         Format::clock,
         [](const Wave& w) { return w.record.first_over_s; }},
        {{"Last over the line", "Dernier sur la ligne"},
         Format::clock,
         [](const Wave& w) { return w.record.last_over_s; }},
        {{"Line, m", "Ligne, m"},
         Format::tenth,
         [](const Wave& w) { return w.record.line_width_m; }},
        {{"Mean flow, runners/s/m", "Débit moyen, coureurs/s/m"},
         Format::fine,
         [](const Wave& w) { return w.record.flow_per_s_per_m; }},
        {{"Best 10 s, runners/s/m", "Meilleures 10 s, coureurs/s/m"},
         Format::fine,
         [](const Wave& w) { return w.record.peak_flow_per_s_per_m; }},
        {{"Lost to others, median", "Perdu à cause des autres, médiane"},
         Format::duration,
         [](const Wave& w) { return w.found.lost_median_s; }},
        {{"Lost to others, 95 %", "Perdu à cause des autres, 95 %"},
         Format::duration,
         [](const Wave& w) { return w.found.lost_p95_s; }},
        {{"Net time, median", "Temps réel, médiane"}, Format::duration, [](const Wave& w) {
             return w.found.net_median_s;
         }}};
    return sheet_of({"Waves", "Vagues"}, columns, rows, language);
}

Worksheet places_sheet(const Findings& findings, Language language) {
    using Place = CrowdedPlace;
    const std::vector<ColumnOf<Place>> columns{
        {{"From, km", "De, km"}, Format::km, [](const Place& p) { return p.from_m; }},
        {{"To, km", "À, km"}, Format::km, [](const Place& p) { return p.to_m; }},
        {{"Place", "Lieu"}, Format::text, [](const Place& p) { return p.name; }},
        {{"Least width, m", "Largeur minimale, m"},
         Format::tenth,
         [](const Place& p) { return p.least_width_m; }},
        {{"Grade", "Pente"}, Format::share, [](const Place& p) { return p.grade; }},
        {{"Crowded from", "Encombré de"}, Format::clock, [](const Place& p) { return p.begin_s; }},
        {{"Crowded until", "Encombré jusqu'à"},
         Format::clock,
         [](const Place& p) { return p.end_s; }},
        {{"Peak, runners/m²", "Maximum, coureurs/m²"},
         Format::fine,
         [](const Place& p) { return p.peak_density_per_m2; }},
        {{"Level", "Niveau"},
         Format::text,
         [=](const Place& p) {
             return engine_word(to_text(crowding(p.peak_density_per_m2)), language);
         }},
        {{"Peak at, km", "Maximum à, km"}, Format::km, [](const Place& p) { return p.peak_at_m; }},
        {{"Peak at", "Maximum à"}, Format::clock, [](const Place& p) { return p.peak_s; }},
        {{"Share of free speed", "Part de l'allure libre"},
         Format::share,
         [](const Place& p) { return p.peak_speed_share; }},
        {{"Runners delayed", "Coureurs retardés"},
         Format::count,
         [](const Place& p) { return number(p.delayed); }},
        {{"Lost by all, h", "Perdu par tous, h"},
         Format::tenth,
         [](const Place& p) { return p.lost_runner_s / 3600.0; }},
        {{"Likely cause", "Cause probable"}, Format::text, [=](const Place& p) {
             return engine_word(to_text(p.cause), language);
         }}};
    return sheet_of({"Worst places", "Pires endroits"}, columns, findings.congestion.worst_places,
                    language);
}

struct Peak {
    const SegmentRecord& road;
    double density_per_m2;
    double time_s;
};

Worksheet peaks_sheet(const Record& record, Language language) {
    const CongestionView view(record);
    std::vector<Peak> rows;
    for (std::size_t k = 0; k < view.segments(); ++k) {
        const SegmentPeak peak = segment_peak(view, k);
        const double time_s = peak.density_per_m2 > 0.0 ? view.begin_s(peak.cell.interval) : NAN;
        rows.push_back({record.segments[k], peak.density_per_m2, time_s});
    }
    const std::vector<ColumnOf<Peak>> columns{
        {{"From, km", "De, km"}, Format::km, [](const Peak& p) { return p.road.from_m; }},
        {{"To, km", "À, km"}, Format::km, [](const Peak& p) { return p.road.to_m; }},
        {{"Place", "Lieu"}, Format::text, [](const Peak& p) { return p.road.place; }},
        {{"Width, m", "Largeur, m"}, Format::tenth, [](const Peak& p) { return p.road.width_m; }},
        {{"Grade", "Pente"}, Format::share, [](const Peak& p) { return p.road.grade; }},
        {{"Elevation, m", "Altitude, m"},
         Format::tenth,
         [](const Peak& p) { return p.road.elevation_m; }},
        {{"Peak, runners/m²", "Maximum, coureurs/m²"},
         Format::fine,
         [](const Peak& p) { return p.density_per_m2; }},
        {{"Peak at", "Maximum à"}, Format::clock, [](const Peak& p) { return p.time_s; }},
        {{"Level", "Niveau"}, Format::text, [=](const Peak& p) {
             return engine_word(to_text(crowding(p.density_per_m2)), language);
         }}};
    return sheet_of({"Peak by segment", "Maximum par tronçon"}, columns, rows, language);
}

// How many are on each kilometre, minute by minute: what a command post asks.
Worksheet kilometres_sheet(const Record& record, Language language) {
    const CongestionView view(record);
    const auto kilometre_of = [&](std::size_t segment) {
        return static_cast<std::size_t>(record.segments[segment].from_m / kKilometre);
    };
    const std::size_t kilometres = view.segments() == 0 ? 0 : kilometre_of(view.segments() - 1) + 1;
    Worksheet sheet{Words{"Runners per km", "Coureurs par km"}.in(language), {}, {}};
    sheet.columns.push_back({Words{"Local time", "Heure locale"}.in(language), Format::clock});
    sheet.columns.push_back(
        {Words{"Whole course", "Tout le parcours"}.in(language), Format::count});
    for (std::size_t km = 0; km < kilometres; ++km) {
        sheet.columns.push_back({fmt::format("km {}–{}", km, km + 1), Format::count});
    }
    for (std::size_t interval = 0; interval < view.intervals(); ++interval) {
        std::vector<double> runners(kilometres, 0.0);
        for (std::size_t k = 0; k < view.segments(); ++k) {
            runners[kilometre_of(k)] += view.runners({k, interval});
        }
        double all = 0.0;
        for (const double some : runners) all += some;
        std::vector<Value>& row = sheet.rows.emplace_back();
        row.insert(row.end(), {view.begin_s(interval), std::round(all)});
        for (const double some : runners) row.emplace_back(std::round(some));
    }
    return sheet;
}

Worksheet roads_sheet(const Record& record, Language language) {
    const std::vector<ColumnOf<RoadRecord>> columns{
        {{"At, km", "À, km"}, Format::km, [](const RoadRecord& r) { return r.at_m; }},
        {{"First runner", "Premier coureur"},
         Format::clock,
         [](const RoadRecord& r) { return r.first_s; }},
        {{"Last runner", "Dernier coureur"},
         Format::clock,
         [](const RoadRecord& r) { return r.last_s; }},
        {{"In use for", "Occupé pendant"}, Format::duration, [](const RoadRecord& r) {
             return r.last_s - r.first_s;
         }}};
    return sheet_of({"Roads", "Routes"}, columns, record.road, language);
}

Worksheet timetable_sheet(const std::vector<TimetableRow>& rows, Language language) {
    using Row = TimetableRow;
    const std::vector<ColumnOf<Row>> columns{
        {{"At, km", "À, km"}, Format::km, [](const Row& r) { return r.at_m; }},
        {{"Place", "Lieu"}, Format::text, [](const Row& r) { return r.name; }},
        {{"Road", "Route"}, Format::text, [](const Row& r) { return r.road; }},
        {{"Closes", "Fermeture"}, Format::clock, [](const Row& r) { return r.closes_s; }},
        {{"First runner", "Premier coureur"},
         Format::clock,
         [](const Row& r) { return r.first_s; }},
        {{"Median runner", "Coureur médian"},
         Format::clock,
         [](const Row& r) { return r.median_s; }},
        {{"Last runner", "Dernier coureur"}, Format::clock, [](const Row& r) { return r.last_s; }},
        {{"Sweeper", "Voiture-balai"}, Format::clock, [](const Row& r) { return r.sweeper_s; }},
        {{"Earliest reopening", "Réouverture au plus tôt"}, Format::clock, [](const Row& r) {
             return r.opens_s;
         }}};
    return sheet_of({"Road timetable", "Horaire des routes"}, columns, rows, language);
}

Worksheet finish_sheet(const Record& record, Language language) {
    std::vector<std::vector<double>> by_minute;  // [minute][wave]
    for (std::size_t k = 0; k < record.runners.finish_s.size(); ++k) {
        const double finish_s = record.runners.finish_s[k];
        if (!(finish_s >= 0.0)) continue;
        const auto minute = static_cast<std::size_t>(finish_s / kMinute);
        if (minute >= by_minute.size()) {
            by_minute.resize(minute + 1, std::vector<double>(record.waves.size(), 0.0));
        }
        by_minute[minute][record.runners.wave[k]] += 1.0;
    }
    Worksheet sheet{Words{"Finish per minute", "Arrivées par minute"}.in(language), {}, {}};
    sheet.columns.push_back({Words{"Local time", "Heure locale"}.in(language), Format::clock});
    sheet.columns.push_back({Words{"Finishers", "Arrivés"}.in(language), Format::count});
    for (const WaveRecord& wave : record.waves) sheet.columns.push_back({wave.name, Format::count});
    bool begun = false;
    for (std::size_t minute = 0; minute < by_minute.size(); ++minute) {
        double all = 0.0;
        for (const double some : by_minute[minute]) all += some;
        begun = begun || all > 0.0;
        if (!begun) continue;
        std::vector<Value>& row = sheet.rows.emplace_back();
        row.insert(row.end(), {number(minute) * kMinute, all});
        row.insert(row.end(), by_minute[minute].begin(), by_minute[minute].end());
    }
    return sheet;
}

}  // namespace

std::vector<Worksheet> race_sheets(const Record& record, const Findings& findings,
                                   Language language) {
    std::vector<Worksheet> sheets{
        waves_sheet(record, findings, language), places_sheet(findings, language),
        peaks_sheet(record, language),           kilometres_sheet(record, language),
        roads_sheet(record, language),           finish_sheet(record, language)};
    const std::vector<TimetableRow> rows = timetable(record);
    if (!rows.empty()) sheets.push_back(timetable_sheet(rows, language));
    return sheets;
}

}  // namespace gineste
