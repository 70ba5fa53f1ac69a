// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include "observers/record.hpp"
#include "report/known.hpp"
#include "report/places.hpp"
#include "report/service_findings.hpp"
#include "report/station_findings.hpp"
#include "report/thresholds.hpp"
#include "report/timetable.hpp"
#include "report/trust.hpp"

namespace gineste {

// What a Record says, in the figures a reader asks for. Times of day are seconds after the first
// gun, quantiles are type 7 (quantile.hpp), and NaN stands for what did not happen.

struct RunnerTotals {
    std::size_t entered = 0;
    std::size_t absent = 0;   ///< entered and did not come
    std::size_t waiting = 0;  ///< present, not over the start line
    std::size_t started = 0;  ///< = finished + withdrawn + on_course
    std::size_t finished = 0;
    std::size_t withdrawn = 0;
    std::size_t on_course = 0;
};

struct FinishFindings {
    double first_s = 0.0;
    double median_s = 0.0;
    double last_s = 0.0;
    double net_fastest_s = 0.0;  ///< from line to line (chip time)
    double net_slowest_s = 0.0;
    double net_median_s = 0.0;
    double first_man_s = 0.0;    ///< fastest from line to line; NaN: nobody
    double first_woman_s = 0.0;  ///< the same
    double gun_median_s = 0.0;   ///< from the gun of the runner's own wave
    double lost_median_s = 0.0;  ///< to other runners between the lines, of those who finished
    double lost_p95_s = 0.0;
    std::size_t peak_per_min = 0;  ///< most finishers in one minute
    double peak_s = 0.0;           ///< beginning of that minute
    /// 0.6·N/D for N finishers over D km: the road runners' technical council's rule for one mass
    /// start without waves, known to be a little high.
    double rule_of_thumb_per_min = 0.0;
};

struct CongestionFindings {
    double threshold_per_m2 = kRestrictedPerM2;  ///< from which a place counts as crowded
    double peak_density_per_m2 = 0.0;            ///< of the whole race
    double peak_at_m = 0.0;                      ///< middle of that segment
    double peak_s = 0.0;                         ///< beginning of that interval
    double lost_runner_s = 0.0;                  ///< by all runners over the whole course
    std::size_t places = 0;                      ///< crowded places in all
    std::vector<CrowdedPlace> worst_places;      ///< ten at most, the worst first
};

struct WaveFindings {
    double late_s = 0.0;         ///< its gun after it was due; NaN where it had no time of its own
    double lost_median_s = 0.0;  ///< to other runners, of those who finished
    double lost_p95_s = 0.0;
    double net_median_s = 0.0;
};

struct Findings {
    RunnerTotals runners;
    FinishFindings finish;
    CongestionFindings congestion;
    BeyondModel beyond;                     ///< where the crowd went past what the model knows
    std::vector<WaveFindings> waves;        ///< in the order of Record::waves
    std::vector<StationFindings> stations;  ///< in the order of Record::stations
    std::vector<ServiceFindings> services;  ///< in the order of ServicesRecord::services
    HeldFindings held;
    std::vector<NamedFindings> named;        ///< in the order of Record::named
    std::optional<PursuitFindings> pursuit;  ///< where the scenario has a pursuer
    std::vector<TimetableRow> timetable;     ///< empty where it says nothing of roads
    std::vector<StretchFindings> stretches;
    std::vector<ThresholdFindings> thresholds;  ///< in the order of Record::thresholds
};

RunnerTotals runner_totals(const RunnerRecord& runners);
FinishFindings finish_findings(const Record& record);
CongestionFindings congestion_findings(const Record& record);
WaveFindings wave_findings(const Record& record, std::size_t wave);

/// All of the above.
Findings find_all(const Record& record);

}  // namespace gineste
