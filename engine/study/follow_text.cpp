// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <utility>
#include <vector>

#include "core/civil_time.hpp"
#include "course/gpx.hpp"
#include "report/after_line_json.hpp"
#include "report/local_clock.hpp"
#include "report/text_table.hpp"
#include "study/follow.hpp"

namespace gineste {
namespace {

// "2024-10-27T09:12:30Z"
std::string utc_text(double instant_s) { return Zone().iso_text(instant_s).substr(0, 19) + "Z"; }

}  // namespace

std::string follow_text(const FollowPlan& plan, const Record& record) {
    const LocalClock clock(record);
    std::string text = fmt::format(
        "{}, {}, gun {}: as {} runners of that wave within {:.0f} %\n"
        "eight in ten come by between early and late\n\n",
        record.scenario, plan.wave, clock.minute(plan.gun_s), plan.alike, 100.0 * plan.within);
    TextTable table({{"", "km"},
                     {"", "place", Align::left, 34},
                     {"", "early"},
                     {"", "likely"},
                     {"", "late"},
                     {"since", "start"}});
    for (const FollowPlace& place : plan.places) {
        table.add_row({fmt::format("{:.1f}", place.at_m / 1000.0), place.name,
                       clock.minute(place.early_s), clock.minute(place.likely_s),
                       clock.minute(place.late_s), race_time_text(place.since_start_s)});
    }
    return text + table.text(0);
}

std::string follow_json(const FollowPlan& plan, const Record& record) {
    const LocalClock clock(record);
    nlohmann::ordered_json json{
        {"scenario", record.scenario},  {"wave", plan.wave},
        {"gun", clock.iso(plan.gun_s)}, {"alike", plan.alike},
        {"within", plan.within},        {"places", nlohmann::ordered_json::array()}};
    for (const FollowPlace& place : plan.places) {
        json["places"].push_back({{"km", place.at_m / 1000.0},
                                  {"place", place.name},
                                  {"early", clock.iso(place.early_s)},
                                  {"likely", clock.iso(place.likely_s)},
                                  {"late", clock.iso(place.late_s)},
                                  {"since_start_s", rounded(place.since_start_s)}});
    }
    return json.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

std::string follow_gpx(const FollowPlan& plan, const Record& record, const Course& course) {
    const LocalClock clock(record);
    std::vector<GpxPoint> waypoints;
    for (const FollowPlace& place : plan.places) {
        GpxPoint point{course.lon_deg(place.at_m), course.lat_deg(place.at_m),
                       course.elevation_m(place.at_m)};
        point.name = place.name + " " + clock.minute(place.likely_s);
        point.time = utc_text(record.first_gun_instant_s + place.likely_s);
        point.description = clock.minute(place.early_s) + " to " + clock.minute(place.late_s);
        waypoints.push_back(std::move(point));
    }
    return gpx_text(record.scenario + ", " + plan.wave, waypoints, {});
}

}  // namespace gineste
