// SPDX-License-Identifier: Apache-2.0
#include "report/page_data.hpp"

#include <cmath>
#include <vector>

#include "core/civil_time.hpp"
#include "report/after_line_json.hpp"
#include "report/congestion.hpp"
#include "report/local_clock.hpp"
#include "report/station_findings.hpp"

namespace gineste {
namespace {

using Json = nlohmann::ordered_json;

constexpr double kQuarterHour_s = 900.0;  // no zone changes its clock between quarters of an hour

// "…+01:00" at the end of an ISO time, in seconds.
int offset_of(const std::string& iso) {
    const std::string text = iso.substr(iso.size() - 6);
    const int seconds = std::stoi(text.substr(1, 2)) * 3600 + std::stoi(text.substr(4, 2)) * 60;
    return text[0] == '-' ? -seconds : seconds;
}

// From when on, seconds after the first gun, local time is ahead of UTC by how much. From 15 days
// before: a road closes at most 14 days ahead. Posts and coaches go on after the race.
Json offsets(const LocalClock& clock) {
    constexpr double day_s = 86400.0;
    Json list = Json::array();
    for (double time_s = -15.0 * day_s; time_s <= 2.0 * day_s; time_s += kQuarterHour_s) {
        const int offset_s = offset_of(clock.iso(time_s));
        if (list.empty() || list.back()[1] != offset_s) list.push_back({time_s, offset_s});
    }
    return list;
}

Json clock_json(const Record& record) {
    const LocalClock clock(record);
    return {{"zone", record.zone},
            {"label", clock.zone_label()},
            {"first_gun_instant_s", record.first_gun_instant_s},
            {"utc_offsets", offsets(clock)}};
}

Json segments_json(const Record& record) {
    Json segments = Json::array();
    for (const SegmentRecord& segment : record.segments) {
        segments.push_back({{"from_m", rounded(segment.from_m)},
                            {"to_m", rounded(segment.to_m)},
                            {"width_m", rounded(segment.width_m)},
                            {"least_width_m", rounded(segment.least_width_m)},
                            {"grade", rounded(segment.grade)},
                            {"elevation_m", rounded(segment.elevation_m)},
                            {"place", segment.place}});
    }
    return segments;
}

Json stations_json(const Record& record) {
    Json stations = Json::array();
    for (const StationRecord& station : record.stations) {
        stations.push_back({{"arrivals_by_minute", arrivals_by_minute(station)},
                            {"arrivals_by_wave", station.arrivals_by_wave},
                            {"wanted_by_minute", station.wanted_by_minute},
                            {"cups_by_minute", station.cups_by_minute},
                            {"peak_queue", station.peak_queue}});
    }
    return stations;
}

Json present(const ServiceRecord& service, double interval_s) {
    Json means = Json::array();
    for (const double runner_s : service.present_s) {
        means.push_back(std::round(runner_s / interval_s * 10.0) / 10.0);
    }
    return means;
}

Json services_json(const ServicesRecord& services) {
    Json list = Json::array();
    for (const ServiceRecord& service : services.services) {
        list.push_back({{"arrivals", service.arrivals},
                        {"served", service.served},
                        {"peak_queue", service.peak_queue},
                        {"present", present(service, services.interval_s)}});
    }
    return list;
}

}  // namespace

Json page_data(const Record& record) {
    const Relief& relief = record.relief;
    const auto rows = static_cast<std::size_t>(relief.rows);
    return {{"clock", clock_json(record)},
            {"runners", record.runners.bib.size()},
            {"marks", record.passages.marks},
            {"mark_spacing_m", record.passages.spacing_m},
            {"profile_spacing_m", record.profile.spacing_m},
            {"segment_m", record.congestion.segment_m},
            {"interval_s", record.congestion.interval_s},
            {"intervals", record.congestion.intervals},
            {"segments", segments_json(record)},
            {"levels_per_m2",
             {kLightPerM2, kRestrictedPerM2, kPlatoonPerM2, kShufflePerM2, kBreakdownPerM2}},
            {"stations", stations_json(record)},
            {"services_interval_s", record.services.interval_s},
            {"services", services_json(record.services)},
            {"relief",
             {{"columns", relief.columns},
              {"rows", rows},
              {"west_deg", relief.west_deg},
              {"east_deg", relief.east_deg},
              {"south_deg", relief.south_deg},
              {"north_deg", relief.north_deg}}}};
}

}  // namespace gineste
