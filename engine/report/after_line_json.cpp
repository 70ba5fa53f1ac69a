// SPDX-License-Identifier: Apache-2.0
#include "report/after_line_json.hpp"

#include <cmath>

#include "report/local_clock.hpp"

namespace gineste {
namespace {

using Json = nlohmann::ordered_json;

Json service_json(const ServiceRecord& service, const ServiceFindings& found,
                  const LocalClock& clock) {
    Json json{{"name", service.name},
              {"kind", service.kind},
              {"role", service.role},
              {"servers", service.servers},
              {"places", service.places},
              {"arrivals", found.arrivals},
              {"served", found.served},
              {"remaining", service.remaining},
              {"wait_median_s", rounded(found.wait_median_s)},
              {"wait_p95_s", rounded(found.wait_p95_s)},
              {"wait_most_s", rounded(found.wait_most_s)},
              {"stay_mean_s", rounded(found.stay_mean_s)},
              {"present_most", rounded(found.present_most)},
              {"largest_queue", service.largest_queue},
              {"largest_queue_s", rounded(service.largest_queue_s)},
              {"utilisation", rounded(found.utilisation)},
              {"blocked_server_s", rounded(found.blocked_s)},
              {"last_served_s", rounded(service.last_served_s)},
              {"last_served_clock", clock.second(service.last_served_s)}};
    if (service.seats == 0) return json;
    json["coaches"] = {{"departures", found.coaches},
                       {"seats", service.seats},
                       {"seats_used", found.seats_used},
                       {"last_departure_s", rounded(found.last_coach_s)},
                       {"last_departure_clock", clock.second(found.last_coach_s)}};
    return json;
}

Json held_json(const HeldRecord& held, const HeldFindings& found, const LocalClock& clock) {
    return {{"runners", found.runners},
            {"most", held.most},
            {"most_s", rounded(held.most_s)},
            {"from_s", rounded(held.first_s)},
            {"to_s", rounded(held.last_s)},
            {"from_clock", clock.second(held.first_s)},
            {"to_clock", clock.second(held.last_s)},
            {"held_median_s", rounded(found.median_s)},
            {"held_most_s", rounded(found.most_s)}};
}

Json cases_json(const ExpectedCases& cases) {
    return {{"expected", rounded(cases.mean)}, {"p95", cases.most}};
}

Json largest_json(const LargestNumber& largest, const LocalClock& clock) {
    return {{"runners", largest.runners},
            {"at_s", rounded(largest.time_s)},
            {"at_clock", clock.second(largest.time_s)}};
}

Json medical_json(const MedicalRecord& medical, const LocalClock& clock) {
    const RescuerRatio& ratio = medical.rescuers;
    return {{"starters", medical.starters},
            {"encounters", cases_json(medical.encounters)},
            {"serious", cases_json(medical.serious)},
            {"severe_collapses", cases_json(medical.collapses)},
            {"cardiac_arrests", cases_json(medical.arrests)},
            {"largest_on_course", largest_json(medical.on_course, clock)},
            {"largest_present", largest_json(medical.present, clock)},
            {"others_present", medical.others_present},
            {"ris",
             {{"index", rounded(ratio.index)},
              {"persons", rounded(ratio.persons)},
              {"ris", rounded(ratio.ris)},
              {"device", ratio.device}}}};
}

Json hands_json(const HandsRecord& hands, const RosterRecord& roster, const LocalClock& clock) {
    std::size_t busiest = 0;
    while (busiest < hands.hands.size() && hands.hands[busiest] < hands.most) ++busiest;
    const double at_s = hands.most > 0
                            ? roster.begin_s + static_cast<double>(busiest) * roster.slot_s
                            : std::nan("");
    return {{"name", hands.name},
            {"role", hands.role},
            {"most", hands.most},
            {"most_clock", clock.second(at_s)},
            {"posted", hands.posted}};
}

Json roster_json(const RosterRecord& roster, const LocalClock& clock) {
    Json posts = Json::array();
    for (const HandsRecord& post : roster.posts) posts.push_back(hands_json(post, roster, clock));
    Json roles = Json::array();
    for (const HandsRecord& role : roster.roles) roles.push_back(hands_json(role, roster, clock));
    return {{"available", roster.available ? Json(*roster.available) : Json()},
            {"service_level", roster.service_level},
            {"longest_wait_s", roster.longest_wait_s},
            {"slot_s", roster.slot_s},
            {"all", hands_json(roster.all, roster, clock)},
            {"roles", roles},
            {"posts", posts}};
}

}  // namespace

double rounded(double value) {
    return std::isfinite(value) ? std::round(value * 1e4) / 1e4 : value;
}

void add_after_line(Json& summary, const Record& record, const Findings& findings) {
    const LocalClock clock(record);
    if (!record.services.services.empty()) {
        Json services = Json::array();
        for (std::size_t k = 0; k < record.services.services.size(); ++k) {
            services.push_back(
                service_json(record.services.services[k], findings.services[k], clock));
        }
        summary["services"] = services;
        summary["held_behind_line"] = held_json(record.services.held, findings.held, clock);
    }
    if (record.medical.asked) summary["medical"] = medical_json(record.medical, clock);
    if (record.roster.asked) summary["roster"] = roster_json(record.roster, clock);
}

}  // namespace gineste
