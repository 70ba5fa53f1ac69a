// SPDX-License-Identifier: Apache-2.0
#include "study/measures.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/no_value.hpp"
#include "report/findings.hpp"
#include "report/trust.hpp"

namespace gineste {
namespace {

struct CrowdFigures {
    double peak_per_m2 = 0.0;
    double crowded_runner_s = 0.0;  ///< spent at or above the threshold
    double lost_runner_s = 0.0;
};

CrowdFigures crowd_of(const Record& record, double threshold_per_m2) {
    const CongestionView view(record);
    CrowdFigures crowd;
    for (std::size_t segment = 0; segment < view.segments(); ++segment) {
        for (std::size_t interval = 0; interval < view.intervals(); ++interval) {
            const Cell cell{segment, interval};
            const double density_per_m2 = view.density_per_m2(cell);
            crowd.peak_per_m2 = std::max(crowd.peak_per_m2, density_per_m2);
            crowd.lost_runner_s += view.runner_s_lost(cell);
            if (density_per_m2 >= threshold_per_m2) {
                crowd.crowded_runner_s += view.runners(cell) * view.interval_s();
            }
        }
    }
    return crowd;
}

// The last runner of any wave over the start line.
double last_start_s(const Record& record) {
    double last_s = kNaN;
    for (const WaveRecord& wave : record.waves) last_s = std::fmax(last_s, wave.last_over_s);
    return last_s;
}

// How long each piece of road is taken, from its first runner to its last, by its length. Between
// the places of the record, a kilometre apart, both times are taken as linear.
double road_m_s(const Record& record) {
    double sum = 0.0;
    for (std::size_t k = 1; k < record.road.size(); ++k) {
        const RoadRecord& near = record.road[k - 1];
        const RoadRecord& far = record.road[k];
        const double taken_s = 0.5 * (near.last_s - near.first_s + far.last_s - far.first_s);
        if (std::isfinite(taken_s)) sum += taken_s * (far.at_m - near.at_m);
    }
    return sum;
}

void add_waves(const Record& record, std::vector<Measure>& measures) {
    for (std::size_t wave = 0; wave < record.waves.size(); ++wave) {
        const WaveFindings found = wave_findings(record, wave);
        const std::string& name = record.waves[wave].name;
        const std::string key = fmt::format("wave_{}_lost_", wave + 1);
        measures.push_back(
            {key + "median_s", "s", "time lost, median, " + name, found.lost_median_s});
        measures.push_back({key + "p95_s", "s", "time lost, 95 %, " + name, found.lost_p95_s});
    }
}

void add_stations(const Record& record, std::vector<Measure>& measures) {
    for (std::size_t k = 0; k < record.stations.size(); ++k) {
        const StationFindings found =
            station_findings(record.stations[k], record.congestion.interval_s);
        const std::string& name = record.stations[k].name;
        const std::string key = fmt::format("station_{}_", k + 1);
        measures.push_back({key + "peak_per_min", "1/min", "cups in the busiest minute, " + name,
                            found.peak_1min_cups});
        measures.push_back({key + "wait_p95_s", "s", "wait, 95 %, " + name, found.wait_p95_s});
        measures.push_back(
            {key + "unserved", "1", "went without, " + name, static_cast<double>(found.unserved)});
    }
}

}  // namespace

std::vector<Measure> measures_of(const Record& record, double threshold_per_m2) {
    const CrowdFigures crowd = crowd_of(record, threshold_per_m2);
    const FinishFindings finish = finish_findings(record);
    std::vector<Measure> measures = {
        {"peak_density_per_m2", "1/m2", "peak density", crowd.peak_per_m2},
        {"crowded_runner_min", "runner min",
         fmt::format("time at {} /m2 or more", threshold_per_m2), crowd.crowded_runner_s / 60.0},
        {kBeyondModelKey, "runner min", "time past what the model knows",
         beyond_model(record).runner_s / 60.0},
        {"lost_median_s", "s", "time lost, median", finish.lost_median_s},
        {"lost_p95_s", "s", "time lost, 95 %", finish.lost_p95_s},
        {"lost_total_runner_h", "runner h", "time lost, all runners", crowd.lost_runner_s / 3600.0},
        {"last_start_s", "s", "last start after the first gun", last_start_s(record)},
        {"last_finish_s", "s", "last finish after the first gun", finish.last_s},
        {"finish_peak_per_min", "1/min", "finishers in the busiest minute",
         static_cast<double>(finish.peak_per_min)},
        {"road_km_h", "km h", "road taken", road_m_s(record) / 3.6e6}};
    add_waves(record, measures);
    add_stations(record, measures);
    return measures;
}

// A race has the same measures whatever happens in it: those of a record with nobody in it.
std::vector<Measure> planned_measures(const Scenario& scenario, double threshold_per_m2) {
    Record record;
    for (const WaveSpec& wave : scenario.waves) record.waves.emplace_back().name = wave.name;
    // In running order, as the race has them.
    std::vector<StationSpec> stations = scenario.stations;
    std::stable_sort(stations.begin(), stations.end(),
                     [](const StationSpec& a, const StationSpec& b) { return a.at_m < b.at_m; });
    for (const StationSpec& station : stations) record.stations.emplace_back().name = station.name;
    std::vector<Measure> measures = measures_of(record, threshold_per_m2);
    for (Measure& measure : measures) measure.value = kNaN;
    return measures;
}

const Measure* find_measure(const std::vector<Measure>& measures, const std::string& key) {
    const auto found = std::find_if(measures.begin(), measures.end(),
                                    [&](const Measure& measure) { return measure.key == key; });
    return found == measures.end() ? nullptr : &*found;
}

}  // namespace gineste
