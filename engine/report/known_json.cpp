// SPDX-License-Identifier: Apache-2.0
#include "report/known_json.hpp"

#include <nlohmann/json.hpp>

#include "report/after_line_json.hpp"
#include "report/local_clock.hpp"

namespace gineste {
namespace {

using Json = nlohmann::ordered_json;

Json named_json(const Record& record, const Findings& findings, const LocalClock& clock) {
    Json all = Json::array();
    for (std::size_t k = 0; k < record.named.size(); ++k) {
        const NamedFindings& found = findings.named[k];
        const std::size_t i = record.named[k].runner.value;
        Json json = {{"name", record.named[k].name},
                     {"bib", record.runners.bib[i]},
                     {"wave", record.waves[record.runners.wave[i]].name},
                     {"start_s", rounded(found.start_s)},
                     {"finish_s", rounded(found.finish_s)},
                     {"finish_clock", clock.second(found.finish_s)},
                     {"gun_s", rounded(found.gun_s)},
                     {"net_s", rounded(found.net_s)},
                     {"place", nullptr}};
        if (found.place > 0) json["place"] = found.place;
        all.push_back(json);
    }
    return all;
}

Json pursuit_json(const Record& record, const PursuitFindings& pursuit) {
    Json waves = Json::array();
    for (std::size_t w = 0; w < pursuit.waves.size(); ++w) {
        const PursuedWave& wave = pursuit.waves[w];
        if (wave.started == 0) continue;
        waves.push_back({{"name", record.waves[w].name},
                         {"started", wave.started},
                         {"ahead", wave.ahead},
                         {"share", rounded(wave.share())},
                         {"caught", wave.caught},
                         {"first_caught_m", rounded(wave.first_caught_m)},
                         {"median_caught_m", rounded(wave.median_caught_m)}});
    }
    return {{"pursuer", record.named[pursuit.pursuer].name},
            {"takes_s", rounded(pursuit.takes_s)},
            {"started", pursuit.started},
            {"ahead", pursuit.ahead},
            {"waves", waves}};
}

Json row_json(const TimetableRow& row, const LocalClock& clock) {
    return {{"km", rounded(row.at_m / 1000.0)},
            {"place", row.name},
            {"road", row.road},
            {"closes", clock.iso(row.closes_s)},
            {"first", clock.iso(row.first_s)},
            {"median", clock.iso(row.median_s)},
            {"last", clock.iso(row.last_s)},
            {"sweeper", clock.iso(row.sweeper_s)},
            {"opens", clock.iso(row.opens_s)}};
}

Json timetable_json(const Record& record, const Findings& findings, const LocalClock& clock) {
    Json rows = Json::array();
    for (const TimetableRow& row : findings.timetable) rows.push_back(row_json(row, clock));
    Json roads = Json::array();
    for (std::size_t k = 0; k < record.roads->closures.size(); ++k) {
        const RoadClosureRecord& closure = record.roads->closures[k];
        const StretchFindings& found = findings.stretches[k];
        roads.push_back({{"name", closure.name},
                         {"from_km", rounded(closure.from_m / 1000.0)},
                         {"to_km", rounded(closure.to_m / 1000.0)},
                         {"closes", clock.iso(closure.closes_s)},
                         {"announced_opening", clock.iso(closure.announced_opening_s)},
                         {"first", clock.iso(found.first_s)},
                         {"last", clock.iso(found.last_s)},
                         {"opens", clock.iso(found.opens_s)},
                         {"closed_h", rounded(found.closed_s / 3600.0)},
                         {"spare_min", rounded(found.spare_s / 60.0)}});
    }
    return {{"clearing_s", record.roads->clearing_s}, {"roads", roads}, {"rows", rows}};
}

Json sweeper_json(const SweeperRecord& sweeper, const LocalClock& clock) {
    Json cut_offs = Json::array();
    for (const CutOffRecord& cut_off : sweeper.cut_offs) {
        cut_offs.push_back({{"km", rounded(cut_off.at_m / 1000.0)},
                            {"clock", clock.second(cut_off.time_s)},
                            {"taken_off", cut_off.taken_off}});
    }
    return {{"sets_off_s", rounded(sweeper.sets_off_s)},
            {"sets_off_clock", clock.second(sweeper.sets_off_s)},
            {"pace_s_per_km", sweeper.pace_s_per_km},
            {"taken_off", sweeper.taken_off},
            {"cut_offs", cut_offs}};
}

Json vehicles_json(const Record& record, const LocalClock& clock) {
    Json all = Json::array();
    for (const VehicleRecord& vehicle : record.vehicles) {
        all.push_back(
            {{"name", vehicle.name},
             {"from_km", rounded(vehicle.from_m / 1000.0)},
             {"to_km", rounded(vehicle.to_m / 1000.0)},
             {"comes_clock", clock.second(vehicle.comes_s)},
             {"arrives_clock", clock.second(vehicle.arrives_s)},
             {"taken_s", rounded(vehicle.arrives_s - vehicle.comes_s)},
             {"held_up_s", rounded(vehicle.held_up_s)},
             {"peak_density_behind_per_m2", rounded(vehicle.peak_density_behind_per_m2)}});
    }
    return all;
}

}  // namespace

void add_known(Json& summary, const Record& record, const Findings& findings) {
    const LocalClock clock(record);
    if (!record.named.empty()) summary["named"] = named_json(record, findings, clock);
    if (findings.pursuit) summary["pursuit"] = pursuit_json(record, *findings.pursuit);
    if (record.roads) summary["road_timetable"] = timetable_json(record, findings, clock);
    if (record.sweeper) summary["sweeper"] = sweeper_json(*record.sweeper, clock);
    if (!record.vehicles.empty()) summary["vehicles"] = vehicles_json(record, clock);
}

}  // namespace gineste
