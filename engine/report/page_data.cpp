// SPDX-License-Identifier: Apache-2.0
#include "report/page_data.hpp"

#include <cmath>
#include <vector>

#include "core/civil_time.hpp"
#include "report/after_line_json.hpp"
#include "report/clock_json.hpp"
#include "report/congestion.hpp"
#include "report/station_findings.hpp"

namespace gineste {
namespace {

using Json = nlohmann::ordered_json;

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
    return {{"clock", clock_json(record.zone, record.first_gun_instant_s)},
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
