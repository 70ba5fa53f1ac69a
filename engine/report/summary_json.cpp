// SPDX-License-Identifier: Apache-2.0
#include "report/summary_json.hpp"

#include <filesystem>
#include <nlohmann/json.hpp>

#include "core/state_hash.hpp"
#include "report/after_line_json.hpp"
#include "report/known_json.hpp"
#include "report/local_clock.hpp"
#include "report/summary_document.hpp"

namespace gineste {
namespace {

using Json = nlohmann::ordered_json;

Json runners_json(const RunnerTotals& runners) {
    return {{"entered", runners.entered},    {"absent", runners.absent},
            {"waiting", runners.waiting},    {"started", runners.started},
            {"finished", runners.finished},  {"withdrawn", runners.withdrawn},
            {"on_course", runners.on_course}};
}

Json finish_json(const FinishFindings& finish) {
    return {{"first_s", rounded(finish.first_s)},
            {"median_s", rounded(finish.median_s)},
            {"last_s", rounded(finish.last_s)},
            {"net_fastest_s", rounded(finish.net_fastest_s)},
            {"net_slowest_s", rounded(finish.net_slowest_s)},
            {"net_median_s", rounded(finish.net_median_s)},
            {"first_man_s", rounded(finish.first_man_s)},
            {"first_woman_s", rounded(finish.first_woman_s)},
            {"gun_median_s", rounded(finish.gun_median_s)},
            {"lost_median_s", rounded(finish.lost_median_s)},
            {"lost_p95_s", rounded(finish.lost_p95_s)},
            {"peak_per_min", finish.peak_per_min},
            {"peak_s", rounded(finish.peak_s)},
            {"rule_of_thumb_per_min", rounded(finish.rule_of_thumb_per_min)}};
}

Json engine_json(const EngineRecord& engine) {
    return {{"step_s", engine.step_s},
            {"steps", engine.steps},
            {"runner_steps", engine.runner_steps},
            {"simulated_s", engine.simulated_s}};
}

Json place_json(const CrowdedPlace& place, const LocalClock& clock) {
    return {{"from_km", rounded(place.from_m / 1000.0)},
            {"to_km", rounded(place.to_m / 1000.0)},
            {"place", place.name},
            {"width_m", rounded(place.least_width_m)},
            {"grade", rounded(place.grade)},
            {"from_s", rounded(place.begin_s)},
            {"to_s", rounded(place.end_s)},
            {"from_clock", clock.second(place.begin_s)},
            {"to_clock", clock.second(place.end_s)},
            {"peak_density_per_m2", rounded(place.peak_density_per_m2)},
            {"level", to_text(crowding(place.peak_density_per_m2))},
            {"peak_km", rounded(place.peak_at_m / 1000.0)},
            {"peak_s", rounded(place.peak_s)},
            {"peak_speed_share", rounded(place.peak_speed_share)},
            {"runners_delayed", place.delayed},
            {"lost_runner_h", rounded(place.lost_runner_s / 3600.0)},
            {"likely_cause", to_text(place.cause)}};
}

Json beyond_json(const BeyondModel& beyond) {
    return {{"runner_min", rounded(beyond.runner_s / 60.0)},
            {"peak_density_per_m2", rounded(beyond.peak_per_m2)},
            {"peak_km", rounded(beyond.peak_at_m / 1000.0)},
            {"from_s", beyond.from_s},
            {"until_s", beyond.until_s},
            {"trusted_moving_per_m2", kTrustedMovingPerM2},
            {"trusted_standing_per_m2", kTrustedStandingPerM2}};
}

Json congestion_json(const CongestionFindings& congestion, const LocalClock& clock) {
    Json places = Json::array();
    for (const CrowdedPlace& place : congestion.worst_places) {
        places.push_back(place_json(place, clock));
    }
    return {{"threshold_per_m2", congestion.threshold_per_m2},
            {"peak_density_per_m2", rounded(congestion.peak_density_per_m2)},
            {"level", to_text(crowding(congestion.peak_density_per_m2))},
            {"peak_km", rounded(congestion.peak_at_m / 1000.0)},
            {"peak_s", rounded(congestion.peak_s)},
            {"lost_runner_h", rounded(congestion.lost_runner_s / 3600.0)},
            {"places", congestion.places},
            {"worst_places", places}};
}

Json thresholds_json(const Findings& findings, const LocalClock& clock) {
    Json all = Json::array();
    for (const ThresholdFindings& found : findings.thresholds) {
        all.push_back({{"what", to_text(found.what)},
                       {"most", rounded(found.most)},
                       {"found", rounded(found.found)},
                       {"met", found.met},
                       {"place", found.place},
                       {"km", rounded(found.at_m / 1000.0)},
                       {"at_s", rounded(found.at_s)},
                       {"at_clock", clock.second(found.at_s)}});
    }
    return all;
}

Json waves_json(const Record& record, const Findings& findings, const LocalClock& clock) {
    Json waves = Json::array();
    for (std::size_t k = 0; k < record.waves.size(); ++k) {
        const WaveRecord& wave = record.waves[k];
        const WaveFindings& found = findings.waves[k];
        waves.push_back({{"name", wave.name},
                         {"entrants", wave.entrants},
                         {"started", wave.started},
                         {"finished", wave.finished},
                         {"gun_due_s", rounded(wave.gun_due_s)},
                         {"late_s", rounded(found.late_s)},
                         {"gun_s", rounded(wave.gun_s)},
                         {"gun_clock", clock.second(wave.gun_s)},
                         {"first_over_line_s", rounded(wave.first_over_s)},
                         {"last_over_line_s", rounded(wave.last_over_s)},
                         {"line_width_m", wave.line_width_m},
                         {"flow_per_s_per_m", rounded(wave.flow_per_s_per_m)},
                         {"peak_flow_per_s_per_m", rounded(wave.peak_flow_per_s_per_m)},
                         {"lost_median_s", rounded(found.lost_median_s)},
                         {"lost_p95_s", rounded(found.lost_p95_s)},
                         {"net_median_s", rounded(found.net_median_s)}});
    }
    return waves;
}

Json goods_json(const StationRecord& station, const LocalClock& clock) {
    Json goods = Json::array();
    for (const GoodRecord& good : station.goods) {
        Json json = {{"name", good.name},
                     {"wanted", good.wanted},
                     {"handed", good.handed},
                     {"litres", rounded(static_cast<double>(good.handed) * good.litres)},
                     {"stock", nullptr},
                     {"refilled", good.refilled},
                     {"left", nullptr},
                     {"out_s", rounded(good.first_out_s)},
                     {"out_clock", clock.second(good.first_out_s)},
                     {"left_by_quarter_hour", good.left_by_quarter}};
        if (good.limited) {
            json["stock"] = good.stock;
            json["left"] = good.left;
        }
        goods.push_back(json);
    }
    return goods;
}

Json zone_json(const ZoneRecord& zone, const ZoneFindings& found, const LocalClock& clock) {
    return {{"from_km", rounded(zone.from_m / 1000.0)},
            {"to_km", rounded(zone.to_m / 1000.0)},
            {"peak_runners", found.peak_runners},
            {"mean_runners", rounded(found.mean_runners)},
            {"mean_stay_s", rounded(found.mean_stay_s)},
            {"peak_density_per_m2", rounded(found.peak_density_per_m2)},
            {"passers_lost_share", rounded(found.passers_lost_share)},
            {"opens_s", rounded(found.opens_s)},
            {"opens_clock", clock.second(found.opens_s)},
            {"closes_s", rounded(found.closes_s)},
            {"closes_clock", clock.second(found.closes_s)}};
}

// What the station has and how its busy times were.
void add_load(Json& json, const StationFindings& found) {
    json.update({{"litres", rounded(found.litres)},
                 {"peak_cups_per_min", rounded(found.peak_cups_per_min)},
                 {"peak_s", rounded(found.peak_s)},
                 {"peak_1min_cups", rounded(found.peak_1min_cups)},
                 {"peak_5min_cups_per_min", rounded(found.peak_5min_cups)},
                 {"peak_1min_wanted", rounded(found.peak_1min_wanted)},
                 {"peak_5min_wanted_per_min", rounded(found.peak_5min_wanted)},
                 {"peak_1min_arrivals", rounded(found.peak_1min_arrivals)},
                 {"peak_5min_arrivals_per_min", rounded(found.peak_5min_arrivals)},
                 {"hands_needed", found.hands_needed},
                 {"peak_queue", found.peak_queue},
                 {"wait_median_s", rounded(found.wait_median_s)},
                 {"wait_p95_s", rounded(found.wait_p95_s)},
                 {"wait_max_s", rounded(found.wait_max_s)}});
}

Json stations_json(const Record& record, const Findings& findings, const LocalClock& clock) {
    Json stations = Json::array();
    for (std::size_t k = 0; k < record.stations.size(); ++k) {
        const StationRecord& station = record.stations[k];
        const StationFindings& found = findings.stations[k];
        Json json = {{"name", station.name},
                     {"km", rounded(station.at_m / 1000.0)},
                     {"kind", station.kind},
                     {"side", station.side},
                     {"length_m", station.length_m},
                     {"tables", station.tables},
                     {"volunteers", station.volunteers},
                     {"cups_per_min_possible", rounded(station.cups_per_minute)},
                     {"after_line", station.after_line},
                     {"arrivals", found.arrivals},
                     {"passed", found.passed},
                     {"takers", found.takers},
                     {"served", found.served},
                     {"unserved", found.unserved},
                     {"found_none", found.found_none},
                     {"cups", found.cups}};
        add_load(json, found);
        json["goods"] = goods_json(station, clock);
        json["zone"] =
            station.after_line ? Json(nullptr) : zone_json(station.zone, found.zone, clock);
        stations.push_back(json);
    }
    return stations;
}

Json closures_json(const Record& record, const LocalClock& clock) {
    Json closures = Json::array();
    for (const RoadRecord& road : record.road) {
        closures.push_back({{"km", rounded(road.at_m / 1000.0)},
                            {"first_s", rounded(road.first_s)},
                            {"last_s", rounded(road.last_s)},
                            {"first_clock", clock.second(road.first_s)},
                            {"last_clock", clock.second(road.last_s)}});
    }
    return closures;
}

}  // namespace

Json summary_document(const Record& record, const Findings& findings, std::string_view version) {
    const LocalClock clock(record);
    Json summary;
    summary["$schema"] = "summary.schema.json";
    summary["scenario"] = record.scenario;
    // The folder it lies in is the user's own business and differs between machines.
    summary["scenario_file"] = std::filesystem::path(record.scenario_file).filename().string();
    summary["version"] = version;
    summary["input_sha256"] = record.input_sha256;
    summary["seed"] = record.seed;
    summary["behaviour_seed"] = record.behaviour_seed;
    summary["complete"] = record.complete;
    summary["first_gun"] = {{"local", clock.iso(0.0)}, {"zone", record.zone}};
    summary["course"] = {{"length_m", record.course_length_m}};
    summary["runners"] = runners_json(findings.runners);
    summary["finish"] = finish_json(findings.finish);
    summary["engine"] = engine_json(record.engine);
    summary["state_hash"] = hash_text(record.state_hash);
    if (!findings.thresholds.empty()) summary["thresholds"] = thresholds_json(findings, clock);
    summary["congestion"] = congestion_json(findings.congestion, clock);
    if (findings.beyond.any()) summary["beyond_model"] = beyond_json(findings.beyond);
    summary["waves"] = waves_json(record, findings, clock);
    summary["stations"] = stations_json(record, findings, clock);
    summary["closures"] = closures_json(record, clock);
    add_known(summary, record, findings);
    add_after_line(summary, record, findings);
    return summary;
}

std::string summary_json(const Record& record, const Findings& findings, std::string_view version) {
    const Json summary = summary_document(record, findings, version);
    // Names are the user's text, perhaps not UTF-8: replaced rather than refused after the race.
    return summary.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace gineste
