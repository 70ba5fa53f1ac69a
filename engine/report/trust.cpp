// SPDX-License-Identifier: Apache-2.0
#include "report/trust.hpp"

#include <algorithm>
#include <cmath>

#include "report/congestion.hpp"

namespace gineste {
namespace {

constexpr double kStanding_mps = 0.3;  // assumption: slower than this is a queue that shuffles up
constexpr double kShortestRoad_m = 50.0;

bool is_beyond(const CongestionView& view, Cell cell) {
    const double density_per_m2 = view.density_per_m2(cell);
    if (density_per_m2 > kTrustedStandingPerM2) return true;
    return density_per_m2 > kTrustedMovingPerM2 && view.speed_mps(cell) > kStanding_mps;
}

}  // namespace

BeyondModel beyond_model(const Record& record) {
    const CongestionView view(record);
    BeyondModel beyond;
    for (std::size_t segment = 0; segment < view.segments(); ++segment) {
        const SegmentRecord& road = record.segments[segment];
        if (road.to_m - road.from_m < kShortestRoad_m) continue;
        for (std::size_t interval = 0; interval < view.intervals(); ++interval) {
            const Cell cell{segment, interval};
            if (!is_beyond(view, cell)) continue;
            beyond.runner_s += view.runners(cell) * view.interval_s();
            beyond.from_s = std::fmin(beyond.from_s, view.begin_s(interval));
            beyond.until_s = std::fmax(beyond.until_s, view.begin_s(interval) + view.interval_s());
            if (view.density_per_m2(cell) <= beyond.peak_per_m2) continue;
            beyond.peak_per_m2 = view.density_per_m2(cell);
            beyond.peak_at_m = 0.5 * (road.from_m + road.to_m);
        }
    }
    return beyond;
}

}  // namespace gineste
