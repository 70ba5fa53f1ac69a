// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "exports/sheets.hpp"

namespace gineste {
namespace {

struct Service {
    const ServiceRecord& record;
    const ServiceFindings& found;
};

Worksheet services_sheet(const Record& record, const Findings& findings, Language language) {
    std::vector<Service> rows;
    for (std::size_t k = 0; k < record.services.services.size(); ++k) {
        rows.push_back({record.services.services[k], findings.services[k]});
    }
    const std::vector<ColumnOf<Service>> columns{
        {{"Service", "Service"}, Format::text, [](const Service& s) { return s.record.name; }},
        {{"Kind", "Genre"},
         Format::text,
         [=](const Service& s) { return engine_word(s.record.kind, language); }},
        {{"Role", "Rôle"},
         Format::text,
         [=](const Service& s) { return engine_word(s.record.role, language); }},
        {{"Servers", "Guichets"},
         Format::count,
         [](const Service& s) { return number(s.record.servers); }},
        {{"Came, runners", "Venus, coureurs"},
         Format::count,
         [](const Service& s) { return number(s.found.arrivals); }},
        {{"Served", "Servis"},
         Format::count,
         [](const Service& s) { return number(s.found.served); }},
        {{"Wait, median", "Attente, médiane"},
         Format::duration,
         [](const Service& s) { return s.found.wait_median_s; }},
        {{"Wait, 95 %", "Attente, 95 %"},
         Format::duration,
         [](const Service& s) { return s.found.wait_p95_s; }},
        {{"Longest queue, runners", "File la plus longue, coureurs"},
         Format::count,
         [](const Service& s) { return number(s.record.largest_queue); }},
        {{"Longest queue at", "File la plus longue à"},
         Format::clock,
         [](const Service& s) { return s.record.largest_queue_s; }},
        {{"Most present, runners", "Présents au plus, coureurs"},
         Format::count,
         [](const Service& s) { return s.found.present_most; }},
        {{"In use", "Occupation"},
         Format::share,
         [](const Service& s) { return s.found.utilisation; }},
        {{"Last served", "Dernier servi"}, Format::clock, [](const Service& s) {
             return s.record.last_served_s;
         }}};
    return sheet_of({"Services", "Services"}, columns, rows, language);
}

struct Load {
    const ServiceRecord& service;
    std::size_t k;
    double interval_s;
    double share(double runner_s) const { return runner_s / interval_s; }
};

Worksheet loads_sheet(const ServicesRecord& record, Language language) {
    std::vector<Load> rows;
    for (const ServiceRecord& service : record.services) {
        for (std::size_t k = 0; k < record.intervals; ++k) {
            if (service.present_s[k] > 0.0) rows.push_back({service, k, record.interval_s});
        }
    }
    const std::vector<ColumnOf<Load>> columns{
        {{"Service", "Service"}, Format::text, [](const Load& l) { return l.service.name; }},
        {{"Local time", "Heure locale"},
         Format::clock,
         [](const Load& l) { return number(l.k) * l.interval_s; }},
        {{"Came, runners", "Venus, coureurs"},
         Format::count,
         [](const Load& l) { return number(l.service.arrivals[l.k]); }},
        {{"Served", "Servis"},
         Format::count,
         [](const Load& l) { return number(l.service.served[l.k]); }},
        {{"Present, mean", "Présents, moyenne"},
         Format::tenth,
         [](const Load& l) { return l.share(l.service.present_s[l.k]); }},
        {{"Longest queue, runners", "File la plus longue, coureurs"},
         Format::count,
         [](const Load& l) { return number(l.service.peak_queue[l.k]); }},
        {{"Servers at work", "Guichets occupés"},
         Format::tenth,
         [](const Load& l) { return l.share(l.service.busy_s[l.k]); }},
        {{"Servers blocked", "Guichets bloqués"}, Format::tenth, [](const Load& l) {
             return l.share(l.service.blocked_s[l.k]);
         }}};
    return sheet_of({"Service load", "Charge des services"}, columns, rows, language);
}

struct Coach {
    const ServiceRecord& service;
    const CoachDeparture& departure;
};

Worksheet coaches_sheet(const ServicesRecord& record, Language language) {
    std::vector<Coach> rows;
    for (const ServiceRecord& service : record.services) {
        for (const CoachDeparture& departure : service.departures) {
            rows.push_back({service, departure});
        }
    }
    const std::vector<ColumnOf<Coach>> columns{
        {{"Service", "Service"}, Format::text, [](const Coach& c) { return c.service.name; }},
        {{"Departure", "Départ"}, Format::clock, [](const Coach& c) { return c.departure.time_s; }},
        {{"Seats used", "Places occupées"},
         Format::count,
         [](const Coach& c) { return number(c.departure.seats_used); }},
        {{"Seats", "Places"}, Format::count, [](const Coach& c) {
             return number(c.service.seats);
         }}};
    return sheet_of({"Coaches", "Cars"}, columns, rows, language);
}

struct Cases {
    double from_m;
    double to_m;
    double time_s;
    double share;
};

Worksheet medical_sheet(const Record& record, Language language) {
    const MedicalRecord& medical = record.medical;
    std::vector<Cases> rows;
    for (std::size_t k = 0; k < medical.share.size(); ++k) {
        if (medical.share[k] == 0.0) continue;
        const double from_m = number(k / medical.slots) * medical.stretch_m;
        rows.push_back({from_m, std::min(from_m + medical.stretch_m, record.course_length_m),
                        number(k % medical.slots) * medical.slot_s, medical.share[k]});
    }
    const std::vector<ColumnOf<Cases>> columns{
        {{"From, km", "De, km"}, Format::km, [](const Cases& c) { return c.from_m; }},
        {{"To, km", "À, km"}, Format::km, [](const Cases& c) { return c.to_m; }},
        {{"Local time", "Heure locale"}, Format::clock, [](const Cases& c) { return c.time_s; }},
        {{"Encounters, expected", "Prises en charge attendues"},
         Format::fine,
         [&](const Cases& c) { return c.share * medical.encounters.mean; }},
        {{"Serious, expected", "Cas graves attendus"},
         Format::fine,
         [&](const Cases& c) { return c.share * medical.serious.mean; }},
        {{"Severe collapses, expected", "Malaises sévères attendus"},
         Format::fine,
         [&](const Cases& c) { return c.share * medical.collapses.mean; }},
        {{"Cardiac arrests, expected", "Arrêts cardiaques attendus"},
         Format::plain,
         [&](const Cases& c) { return c.share * medical.arrests.mean; }}};
    return sheet_of({"Medical", "Secours"}, columns, rows, language);
}

struct Hands {
    const char* what;
    const HandsRecord& post;
    std::size_t slot;
    double begin_s;
};

Worksheet roster_sheet(const RosterRecord& roster, Language language) {
    std::vector<Hands> rows;
    const auto add = [&](const char* what, const HandsRecord& post) {
        for (std::size_t slot = 0; slot < post.hands.size(); ++slot) {
            rows.push_back({what, post, slot, roster.begin_s + number(slot) * roster.slot_s});
        }
    };
    for (const HandsRecord& post : roster.posts) add("post", post);
    for (const HandsRecord& role : roster.roles) add("role", role);
    add("all", roster.all);
    const double slot_s = roster.slot_s;
    const std::vector<ColumnOf<Hands>> columns{
        {{"Row", "Ligne"},
         Format::text,
         [=](const Hands& h) { return engine_word(h.what, language); }},
        {{"Post", "Poste"},
         Format::text,
         [=](const Hands& h) { return engine_word(h.post.name, language); }},
        {{"Role", "Rôle"},
         Format::text,
         [=](const Hands& h) { return engine_word(h.post.role, language); }},
        {{"From", "De"}, Format::clock, [](const Hands& h) { return h.begin_s; }},
        {{"To", "À"}, Format::clock, [=](const Hands& h) { return h.begin_s + slot_s; }},
        {{"Hands", "Bras"}, Format::count, [](const Hands& h) {
             return number(h.post.hands[h.slot]);
         }}};
    return sheet_of({"Roster", "Bénévoles"}, columns, rows, language);
}

}  // namespace

std::vector<Worksheet> after_line_sheets(const Record& record, const Findings& findings,
                                         Language language) {
    std::vector<Worksheet> sheets;
    if (!record.services.services.empty()) {
        sheets.push_back(services_sheet(record, findings, language));
        sheets.push_back(loads_sheet(record.services, language));
        Worksheet coaches = coaches_sheet(record.services, language);
        if (!coaches.rows.empty()) sheets.push_back(std::move(coaches));
    }
    if (record.medical.asked) sheets.push_back(medical_sheet(record, language));
    if (record.roster.asked) sheets.push_back(roster_sheet(record.roster, language));
    return sheets;
}

}  // namespace gineste
