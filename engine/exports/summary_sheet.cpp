// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <cmath>
#include <limits>

#include "exports/sheets.hpp"

namespace gineste {
namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

/// One figure: how much of what, when and where.
struct Figure {
    Words what;
    double amount = kNone;
    Words unit = {};
    double when_s = kNone;
    std::string where = {};
};

std::vector<Figure> runner_figures(const RunnerTotals& runners) {
    const Words unit{"runners", "coureurs"};
    return {{{"Entered", "Inscrits"}, number(runners.entered), unit},
            {{"Started", "Partis"}, number(runners.started), unit},
            {{"Finished", "Arrivés"}, number(runners.finished), unit},
            {{"Withdrawn", "Abandons"}, number(runners.withdrawn), unit},
            {{"Still on the course", "Encore sur le parcours"}, number(runners.on_course), unit}};
}

std::vector<Figure> finish_figures(const FinishFindings& finish) {
    const Words min{"min", "min"};
    const Words per_min{"runners/min", "coureurs/min"};
    return {
        {{"First finisher", "Premier arrivé"}, kNone, {}, finish.first_s},
        {{"Median finisher", "Arrivé médian"}, kNone, {}, finish.median_s},
        {{"Last finisher", "Dernier arrivé"}, kNone, {}, finish.last_s},
        {{"Net time, fastest", "Temps réel, le plus court"}, finish.net_fastest_s / 60.0, min},
        {{"Net time, median", "Temps réel, médiane"}, finish.net_median_s / 60.0, min},
        {{"Net time, slowest", "Temps réel, le plus long"}, finish.net_slowest_s / 60.0, min},
        {{"Lost to others, median", "Perdu à cause des autres, médiane"},
         finish.lost_median_s / 60.0,
         min},
        {{"Lost to others, 95 %", "Perdu à cause des autres, 95 %"}, finish.lost_p95_s / 60.0, min},
        {{"Finish, busiest minute", "Arrivée, minute la plus chargée"},
         number(finish.peak_per_min),
         per_min,
         finish.peak_s},
        {{"Rule of thumb for one mass start, 0.6 N/D",
          "Règle empirique pour un départ unique, 0,6 N/D"},
         finish.rule_of_thumb_per_min,
         per_min}};
}

std::vector<Figure> crowd_figures(const CongestionFindings& congestion, Language language) {
    const Words per_m2{"runners/m²", "coureurs/m²"};
    const char* level = to_text(crowding(congestion.peak_density_per_m2));
    return {
        {{"Greatest density", "Densité maximale"},
         congestion.peak_density_per_m2,
         per_m2,
         congestion.peak_s,
         fmt::format("km {:.2f}: {}", congestion.peak_at_m / 1000.0, engine_word(level, language))},
        {{"A place counts as crowded from", "Un endroit est encombré à partir de"},
         congestion.threshold_per_m2,
         per_m2},
        {{"Crowded places", "Endroits encombrés"}, number(congestion.places)},
        {{"Lost to others, all together", "Perdu à cause des autres, en tout"},
         congestion.lost_runner_s / 3600.0,
         {"h", "h"}}};
}

std::vector<Figure> cover_figures(const MedicalRecord& medical, Language language) {
    if (!medical.asked) return {};
    const Words unit{"runners", "coureurs"};
    return {
        {{"Most on the course at one time", "Le plus grand nombre sur le parcours"},
         number(medical.on_course.runners),
         unit,
         medical.on_course.time_s},
        {{"Most present, finish area included", "Le plus grand nombre présent, arrivée comprise"},
         number(medical.present.runners),
         unit,
         medical.present.time_s},
        {{"Medical encounters, expected", "Prises en charge attendues"}, medical.encounters.mean},
        {{"Ratio of rescuers (RIS)", "Ratio d'intervenants secouristes (RIS)"},
         medical.rescuers.ris,
         {},
         kNone,
         engine_word(medical.rescuers.device, language)}};
}

std::vector<Figure> roster_figures(const RosterRecord& roster) {
    if (!roster.asked) return {};
    const Words unit{"volunteers", "bénévoles"};
    std::vector<Figure> figures{
        {{"Needed if nobody changes post", "Nécessaires si personne ne change de poste"},
         number(roster.all.posted),
         unit}};
    if (roster.available) {
        figures.push_back({{"Available", "Disponibles"}, number(*roster.available), unit});
    }
    return figures;
}

std::vector<Figure> origin(const Record& record, std::string_view version, Language language) {
    const Words notice{"a simulation, not a guarantee", "une simulation, pas une garantie"};
    std::vector<Figure> figures{
        {{"Race", "Course"}, kNone, {}, 0.0, record.scenario},
        {{"Notice", "Avertissement"}, kNone, {}, kNone, notice.in(language)},
        {{"Program", "Programme"}, kNone, {}, kNone, "gineste " + std::string(version)},
        {{"Seed", "Graine"}, number(record.seed)},
        {{"SHA-256 of the inputs", "SHA-256 des données"}, kNone, {}, kNone, record.input_sha256}};
    if (!record.complete) {
        figures.push_back({{"Stopped before the last runner was in",
                            "Arrêté avant l'arrivée du dernier coureur"}});
    }
    return figures;
}

}  // namespace

Worksheet summary_sheet(const Record& record, const Findings& findings, std::string_view version,
                        Language language) {
    std::vector<Figure> figures;
    for (const auto& part :
         {origin(record, version, language), runner_figures(findings.runners),
          finish_figures(findings.finish), crowd_figures(findings.congestion, language),
          cover_figures(record.medical, language), roster_figures(record.roster)}) {
        figures.insert(figures.end(), part.begin(), part.end());
    }
    const std::vector<ColumnOf<Figure>> columns{
        {{"Figure", "Donnée"}, Format::text, [=](const Figure& f) { return f.what.in(language); }},
        {{"Amount", "Valeur"},
         Format::plain,
         [](const Figure& f) { return std::round(f.amount * 1000.0) / 1000.0; }},
        {{"Unit", "Unité"}, Format::text, [=](const Figure& f) { return f.unit.in(language); }},
        {{"When, local time", "Quand, heure locale"},
         Format::clock,
         [](const Figure& f) { return f.when_s; }},
        {{"Where, which", "Où, lequel"}, Format::text, [](const Figure& f) { return f.where; }}};
    return sheet_of({"Summary", "Synthèse"}, columns, figures, language);
}

}  // namespace gineste
