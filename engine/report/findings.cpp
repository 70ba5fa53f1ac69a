// SPDX-License-Identifier: Apache-2.0
#include "report/findings.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <map>

#include "core/no_value.hpp"
#include "report/quantile.hpp"

namespace gineste {
namespace {

constexpr std::size_t kWorstPlaces = 10;

std::vector<double> differences(const std::vector<double>& late, const std::vector<double>& early) {
    std::vector<double> result(late.size());
    std::transform(late.begin(), late.end(), early.begin(), result.begin(), std::minus<>());
    return result;
}

// Lost time of the finishers of one wave, or of every wave where `wave` is beyond the last.
std::vector<double> lost_by_finishers(const RunnerRecord& runners, std::size_t wave) {
    std::vector<double> lost_s;
    for (std::size_t i = 0; i < runners.finish_s.size(); ++i) {
        const bool asked = wave == SIZE_MAX || runners.wave[i] == wave;
        if (asked && std::isfinite(runners.finish_s[i])) lost_s.push_back(runners.lost_s[i]);
    }
    return lost_s;
}

std::vector<double> of_sex(const RunnerRecord& runners, const std::vector<double>& times_s,
                           std::uint8_t woman) {
    std::vector<double> own_s;
    for (std::size_t i = 0; i < runners.woman.size(); ++i) {
        if (runners.woman[i] == woman) own_s.push_back(times_s[i]);
    }
    return own_s;
}

void find_busiest_minute(const std::vector<double>& finish_s, FinishFindings& finish) {
    std::map<std::int64_t, std::size_t> by_minute;
    for (const double time_s : finish_s) {
        if (std::isfinite(time_s))
            ++by_minute[static_cast<std::int64_t>(std::floor(time_s / 60.0))];
    }
    finish.peak_s = kNaN;
    for (const auto& [minute, count] : by_minute) {
        if (count <= finish.peak_per_min) continue;
        finish.peak_per_min = count;
        finish.peak_s = static_cast<double>(minute) * 60.0;
    }
}

}  // namespace

RunnerTotals runner_totals(const RunnerRecord& runners) {
    RunnerTotals totals;
    totals.entered = runners.status.size();
    for (const RunnerStatus status : runners.status) {
        totals.absent += status == RunnerStatus::absent;
        totals.waiting += status == RunnerStatus::waiting;
        totals.finished += status == RunnerStatus::finished;
        totals.withdrawn += status == RunnerStatus::withdrawn;
        totals.on_course += status == RunnerStatus::running;
    }
    totals.started = totals.finished + totals.withdrawn + totals.on_course;
    return totals;
}

FinishFindings finish_findings(const Record& record) {
    const RunnerRecord& runners = record.runners;
    const std::vector<double> net_s = differences(runners.finish_s, runners.start_s);
    const std::vector<double> lost_s = lost_by_finishers(runners, SIZE_MAX);
    FinishFindings finish;
    finish.first_s = quantile(runners.finish_s, 0.0);
    finish.median_s = quantile(runners.finish_s, 0.5);
    finish.last_s = quantile(runners.finish_s, 1.0);
    finish.net_fastest_s = quantile(net_s, 0.0);
    finish.net_slowest_s = quantile(net_s, 1.0);
    finish.net_median_s = quantile(net_s, 0.5);
    finish.first_man_s = quantile(of_sex(runners, net_s, 0), 0.0);
    finish.first_woman_s = quantile(of_sex(runners, net_s, 1), 0.0);
    finish.gun_median_s = quantile(differences(runners.finish_s, runners.gun_s), 0.5);
    finish.lost_median_s = quantile(lost_s, 0.5);
    finish.lost_p95_s = quantile(lost_s, 0.95);
    find_busiest_minute(runners.finish_s, finish);
    const auto finishers = static_cast<double>(lost_s.size());
    finish.rule_of_thumb_per_min = 0.6 * finishers / (record.course_length_m / 1000.0);
    return finish;
}

CongestionFindings congestion_findings(const Record& record) {
    const CongestionView view(record);
    CongestionFindings found;
    found.peak_at_m = kNaN;
    found.peak_s = kNaN;
    for (std::size_t segment = 0; segment < view.segments(); ++segment) {
        for (std::size_t interval = 0; interval < view.intervals(); ++interval) {
            found.lost_runner_s += view.runner_s_lost({segment, interval});
        }
        const SegmentPeak peak = segment_peak(view, segment);
        if (peak.density_per_m2 <= found.peak_density_per_m2) continue;
        const SegmentRecord& road = record.segments[segment];
        found.peak_density_per_m2 = peak.density_per_m2;
        found.peak_at_m = 0.5 * (road.from_m + road.to_m);
        found.peak_s = view.begin_s(peak.cell.interval);
    }
    found.worst_places = crowded_places(record, found.threshold_per_m2);
    found.places = found.worst_places.size();
    if (found.places > kWorstPlaces) found.worst_places.resize(kWorstPlaces);
    return found;
}

WaveFindings wave_findings(const Record& record, std::size_t wave) {
    const RunnerRecord& runners = record.runners;
    const WaveRecord& own = record.waves[wave];
    const std::vector<double> lost_s = lost_by_finishers(runners, wave);
    std::vector<double> net_s;
    for (std::size_t i = 0; i < runners.wave.size(); ++i) {
        if (runners.wave[i] == wave) net_s.push_back(runners.finish_s[i] - runners.start_s[i]);
    }
    return {own.gun_s - own.gun_due_s, quantile(lost_s, 0.5), quantile(lost_s, 0.95),
            quantile(net_s, 0.5)};
}

Findings find_all(const Record& record) {
    Findings findings;
    findings.runners = runner_totals(record.runners);
    findings.finish = finish_findings(record);
    findings.congestion = congestion_findings(record);
    findings.beyond = beyond_model(record);
    for (std::size_t wave = 0; wave < record.waves.size(); ++wave) {
        findings.waves.push_back(wave_findings(record, wave));
    }
    for (const StationRecord& station : record.stations) {
        findings.stations.push_back(station_findings(station, record.congestion.interval_s));
    }
    for (const ServiceRecord& service : record.services.services) {
        findings.services.push_back(service_findings(service, record.services.interval_s));
    }
    findings.named = named_findings(record);
    findings.pursuit = pursuit_findings(record);
    findings.timetable = timetable(record);
    findings.stretches = stretch_findings(record, findings.timetable);
    findings.held = held_findings(record.services.held);
    findings.thresholds = threshold_findings(record, findings);
    return findings;
}

}  // namespace gineste
