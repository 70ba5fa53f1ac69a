// SPDX-License-Identifier: Apache-2.0
#include "exports/sheets.hpp"
#include "exports/units.hpp"
#include "report/station_findings.hpp"

namespace gineste {
namespace {

constexpr double kQuarter = 900.0;  // s

struct Station {
    const StationRecord& record;
    const StationFindings& found;
};

std::vector<ColumnOf<Station>> what_it_is(Language language) {
    return {{{"At, km", "À, km"}, Format::km, [](const Station& s) { return s.record.at_m; }},
            {{"Station", "Ravitaillement"},
             Format::text,
             [](const Station& s) { return s.record.name; }},
            {{"Kind", "Genre"},
             Format::text,
             [=](const Station& s) { return engine_word(s.record.kind, language); }},
            {{"Side", "Côté"},
             Format::text,
             [=](const Station& s) { return engine_word(s.record.side, language); }},
            {{"Length, m", "Longueur, m"},
             Format::tenth,
             [](const Station& s) { return s.record.length_m; }},
            {{"Tables", "Tables"},
             Format::count,
             [](const Station& s) { return number(s.record.tables); }},
            {{"Hands planned", "Bras prévus"},
             Format::count,
             [](const Station& s) { return number(s.record.volunteers); }},
            {{"Hands needed", "Bras nécessaires"}, Format::count, [](const Station& s) {
                 return number(s.found.hands_needed);
             }}};
}

std::vector<ColumnOf<Station>> what_it_bears() {
    return {{{"First runner", "Premier coureur"},
             Format::clock,
             [](const Station& s) { return s.found.zone.opens_s; }},
            {{"Last runner gone", "Dernier coureur parti"},
             Format::clock,
             [](const Station& s) { return s.found.zone.closes_s; }},
            {{"Came, runners", "Venus, coureurs"},
             Format::count,
             [](const Station& s) { return number(s.found.arrivals); }},
            {{"Served", "Servis"},
             Format::count,
             [](const Station& s) { return number(s.found.served); }},
            {{"Went on without", "Repartis sans rien"},
             Format::count,
             [](const Station& s) { return number(s.found.unserved); }},
            {{"Handed out", "Distribués"},
             Format::count,
             [](const Station& s) { return number(s.found.cups); }},
            {{"Handed out, l", "Distribués, l"},
             Format::tenth,
             [](const Station& s) { return s.found.litres; }},
            {{"Busiest minute, asked for", "Minute la plus chargée, demandés"},
             Format::count,
             [](const Station& s) { return s.found.peak_1min_wanted; }},
            {{"Busiest 5 min, a minute", "Meilleures 5 min, par minute"},
             Format::tenth,
             [](const Station& s) { return s.found.peak_5min_wanted; }},
            {{"Possible per minute", "Possible par minute"},
             Format::count,
             [](const Station& s) { return s.record.cups_per_minute; }},
            {{"Longest queue, runners", "File la plus longue, coureurs"},
             Format::count,
             [](const Station& s) { return number(s.found.peak_queue); }},
            {{"Wait, median, s", "Attente, médiane, s"},
             Format::tenth,
             [](const Station& s) { return s.found.wait_median_s; }},
            {{"Wait, 95 %, s", "Attente, 95 %, s"},
             Format::tenth,
             [](const Station& s) { return s.found.wait_p95_s; }},
            {{"Peak in the zone, runners/m²", "Maximum dans la zone, coureurs/m²"},
             Format::fine,
             [](const Station& s) { return s.found.zone.peak_density_per_m2; }},
            {{"First out of stock", "Première rupture"}, Format::clock, [](const Station& s) {
                 return s.found.out_s;
             }}};
}

Worksheet stations_sheet(const Record& record, const Findings& findings, Language language) {
    std::vector<Station> rows;
    for (std::size_t k = 0; k < record.stations.size(); ++k) {
        rows.push_back({record.stations[k], findings.stations[k]});
    }
    std::vector<ColumnOf<Station>> columns = what_it_is(language);
    for (auto& column : what_it_bears()) columns.push_back(std::move(column));
    return sheet_of({"Stations", "Ravitaillements"}, columns, rows, language);
}

struct LoadSheet {
    const StationRecord& station;
    std::size_t k;
    double time_s;
};

// Intervals from the first that somebody comes in to the last that somebody is served in.
std::vector<LoadSheet> loads_of(const StationRecord& station, double interval_s) {
    std::vector<LoadSheet> loads;
    std::size_t busy = 0;
    for (std::size_t k = 0; k < station.arrivals.size(); ++k) {
        if (station.arrivals[k] + station.served[k] + station.cups[k] > 0) {
            busy = loads.size() + 1;
        } else if (loads.empty()) {
            continue;
        }
        loads.push_back({station, k, number(k) * interval_s});
    }
    while (loads.size() > busy) loads.pop_back();
    return loads;
}

Worksheet loads_sheet(const Record& record, Language language) {
    std::vector<LoadSheet> rows;
    for (const StationRecord& station : record.stations) {
        for (const LoadSheet& load : loads_of(station, record.congestion.interval_s)) {
            rows.push_back(load);
        }
    }
    const std::vector<ColumnOf<LoadSheet>> columns{
        {{"At, km", "À, km"}, Format::km, [](const LoadSheet& l) { return l.station.at_m; }},
        {{"Station", "Ravitaillement"},
         Format::text,
         [](const LoadSheet& l) { return l.station.name; }},
        {{"Local time", "Heure locale"},
         Format::clock,
         [](const LoadSheet& l) { return l.time_s; }},
        {{"Came, runners", "Venus, coureurs"},
         Format::count,
         [](const LoadSheet& l) { return number(l.station.arrivals[l.k]); }},
        {{"Want something", "Veulent quelque chose"},
         Format::count,
         [](const LoadSheet& l) { return number(l.station.takers[l.k]); }},
        {{"Served", "Servis"},
         Format::count,
         [](const LoadSheet& l) { return number(l.station.served[l.k]); }},
        {{"Went on without", "Repartis sans rien"},
         Format::count,
         [](const LoadSheet& l) { return number(l.station.unserved[l.k]); }},
        {{"Handed out", "Distribués"},
         Format::count,
         [](const LoadSheet& l) { return number(l.station.cups[l.k]); }},
        {{"Longest queue, runners", "File la plus longue, coureurs"},
         Format::count,
         [](const LoadSheet& l) { return number(l.station.peak_queue[l.k]); }}};
    return sheet_of({"Station load", "Charge des ravitaillements"}, columns, rows, language);
}

struct Arrivals {
    const StationRecord& station;
    std::size_t minute;
};

Worksheet arrivals_sheet(const Record& record, Language language) {
    std::vector<Arrivals> rows;
    for (const StationRecord& station : record.stations) {
        const std::vector<std::uint32_t> all = arrivals_by_minute(station);
        for (std::size_t minute = 0; minute < all.size(); ++minute) {
            if (all[minute] > 0) rows.push_back({station, minute});
        }
    }
    std::vector<ColumnOf<Arrivals>> columns{
        {{"At, km", "À, km"}, Format::km, [](const Arrivals& a) { return a.station.at_m; }},
        {{"Station", "Ravitaillement"},
         Format::text,
         [](const Arrivals& a) { return a.station.name; }},
        {{"Local time", "Heure locale"}, Format::clock, [](const Arrivals& a) {
             return number(a.minute) * kMinute;
         }}};
    for (std::size_t wave = 0; wave < record.waves.size(); ++wave) {
        const char* name = record.waves[wave].name.c_str();
        columns.push_back({{name, name}, Format::count, [wave](const Arrivals& a) {
                               if (wave >= a.station.arrivals_by_wave.size()) return 0.0;
                               const auto& by_minute = a.station.arrivals_by_wave[wave];
                               return a.minute < by_minute.size() ? number(by_minute[a.minute])
                                                                  : 0.0;
                           }});
    }
    return sheet_of({"Station arrivals", "Venues par vague"}, columns, rows, language);
}

struct Stock {
    const StationRecord& station;
    const GoodRecord& good;
    std::size_t quarter;
};

Worksheet stock_sheet(const Record& record, Language language) {
    std::vector<Stock> rows;
    for (const StationRecord& station : record.stations) {
        for (const GoodRecord& good : station.goods) {
            for (std::size_t k = 0; k < good.left_by_quarter.size(); ++k) {
                rows.push_back({station, good, k});
            }
        }
    }
    const std::vector<ColumnOf<Stock>> columns{
        {{"At, km", "À, km"}, Format::km, [](const Stock& s) { return s.station.at_m; }},
        {{"Station", "Ravitaillement"},
         Format::text,
         [](const Stock& s) { return s.station.name; }},
        {{"Good", "Produit"},
         Format::text,
         [=](const Stock& s) { return engine_word(s.good.name, language); }},
        {{"Local time", "Heure locale"},
         Format::clock,
         [](const Stock& s) { return number(s.quarter) * kQuarter; }},
        {{"Left", "Reste"}, Format::count, [](const Stock& s) {
             return number(s.good.left_by_quarter[s.quarter]);
         }}};
    return sheet_of({"Stock", "Stock"}, columns, rows, language);
}

}  // namespace

std::vector<Worksheet> station_sheets(const Record& record, const Findings& findings,
                                      Language language) {
    if (record.stations.empty()) return {};
    std::vector<Worksheet> sheets{stations_sheet(record, findings, language),
                                  loads_sheet(record, language), arrivals_sheet(record, language)};
    Worksheet stock = stock_sheet(record, language);
    if (!stock.rows.empty()) sheets.push_back(std::move(stock));
    return sheets;
}

}  // namespace gineste
