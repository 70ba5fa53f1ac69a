// SPDX-License-Identifier: Apache-2.0
#include "report/thresholds.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "report/findings.hpp"

namespace gineste {
namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

/// What was found for a threshold, with place and time.
struct Worst {
    double found = kNone;
    std::string place;
    double at_m = kNone;
    double at_s = kNone;
};

Worst densest(const Record& record, const Findings& findings) {
    const CongestionFindings& congestion = findings.congestion;
    Worst worst{congestion.peak_density_per_m2, "", congestion.peak_at_m, congestion.peak_s};
    for (const SegmentRecord& segment : record.segments) {
        const bool here = segment.from_m <= worst.at_m && worst.at_m < segment.to_m;
        if (here) worst.place = segment.place;
    }
    return worst;
}

Worst longest_wait(const Record& record, const Findings& findings) {
    Worst worst;
    for (std::size_t k = 0; k < findings.stations.size(); ++k) {
        const double wait_s = findings.stations[k].wait_p95_s;
        if (std::isnan(wait_s) || wait_s <= worst.found) continue;
        worst = {wait_s, record.stations[k].name, record.stations[k].at_m,
                 findings.stations[k].peak_s};
    }
    return worst;
}

Worst most_unserved(const Record& record, const Findings& findings) {
    Worst worst;
    for (std::size_t k = 0; k < findings.stations.size(); ++k) {
        const StationFindings& found = findings.stations[k];
        if (found.takers == 0) continue;
        const double share =
            static_cast<double>(found.unserved) / static_cast<double>(found.takers);
        if (share <= worst.found) continue;
        worst = {share, record.stations[k].name, record.stations[k].at_m, kNone};
    }
    return worst;
}

Worst last_start(const Record& record) {
    Worst worst;
    for (const WaveRecord& wave : record.waves) {
        if (std::isnan(wave.last_over_s) || wave.last_over_s <= worst.found) continue;
        worst = {wave.last_over_s, wave.name, 0.0, wave.last_over_s};
    }
    return worst;
}

Worst worst_of(Threshold what, const Record& record, const Findings& findings) {
    const FinishFindings& finish = findings.finish;
    switch (what) {
        case Threshold::peak_density_per_m2:
            return densest(record, findings);
        case Threshold::lost_p95_s:
            return {finish.lost_p95_s, "", kNone, kNone};
        case Threshold::wait_p95_s:
            return longest_wait(record, findings);
        case Threshold::unserved_share:
            return most_unserved(record, findings);
        case Threshold::finishers_per_min:
            return {static_cast<double>(finish.peak_per_min), "", record.course_length_m,
                    finish.peak_s};
        case Threshold::last_start_s:
            return last_start(record);
        case Threshold::last_finish_s:
            return {finish.last_s, "", record.course_length_m, finish.last_s};
    }
    return {};
}

}  // namespace

std::vector<ThresholdFindings> threshold_findings(const Record& record, const Findings& findings) {
    std::vector<ThresholdFindings> all;
    for (const ThresholdRecord& threshold : record.thresholds) {
        const Worst worst = worst_of(threshold.what, record, findings);
        all.push_back({threshold.what, threshold.most, worst.found, !(worst.found > threshold.most),
                       worst.place, worst.at_m, worst.at_s});
    }
    return all;
}

std::string to_text(Threshold what) {
    switch (what) {
        case Threshold::peak_density_per_m2:
            return "peak_density_per_m2";
        case Threshold::lost_p95_s:
            return "lost_p95_s";
        case Threshold::wait_p95_s:
            return "wait_p95_s";
        case Threshold::unserved_share:
            return "unserved_share";
        case Threshold::finishers_per_min:
            return "finishers_per_min";
        case Threshold::last_start_s:
            return "last_start_s";
        case Threshold::last_finish_s:
            return "last_finish_s";
    }
    return "";
}

}  // namespace gineste
