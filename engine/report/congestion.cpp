// SPDX-License-Identifier: Apache-2.0
#include "report/congestion.hpp"

#include <algorithm>
#include <limits>

#include "core/no_value.hpp"

namespace gineste {
namespace {}

Crowding crowding(double density_per_m2) {
    if (density_per_m2 >= kBreakdownPerM2) return Crowding::breakdown;
    if (density_per_m2 >= kShufflePerM2) return Crowding::shuffle;
    if (density_per_m2 >= kPlatoonPerM2) return Crowding::platoon;
    if (density_per_m2 >= kRestrictedPerM2) return Crowding::restricted;
    return density_per_m2 >= kLightPerM2 ? Crowding::light : Crowding::free;
}

const char* to_text(Crowding level) {
    switch (level) {
        case Crowding::free:
            return "free";
        case Crowding::light:
            return "light";
        case Crowding::restricted:
            return "restricted";
        case Crowding::platoon:
            return "platoon";
        case Crowding::shuffle:
            return "shuffle";
        case Crowding::breakdown:
            return "breakdown";
    }
    return "";
}

double CongestionView::runners(Cell cell) const {
    return record_.congestion.runner_s[index(cell)] / interval_s();
}

double CongestionView::density_per_m2(Cell cell) const {
    const SegmentRecord& segment = record_.segments[cell.segment];
    const double area_m2 = (segment.to_m - segment.from_m) * segment.width_m;
    return area_m2 > 0.0 ? runners(cell) / area_m2 : 0.0;
}

double CongestionView::speed_mps(Cell cell) const {
    const double spent_s = record_.congestion.runner_s[index(cell)];
    return spent_s > 0.0 ? record_.congestion.distance_m[index(cell)] / spent_s : kNaN;
}

double CongestionView::flow_per_s(Cell cell) const {
    const SegmentRecord& segment = record_.segments[cell.segment];
    return record_.congestion.distance_m[index(cell)] /
           ((segment.to_m - segment.from_m) * interval_s());
}

double CongestionView::speed_share(Cell cell) const {
    const double free_m = record_.congestion.free_distance_m[index(cell)];
    return free_m > 0.0 ? record_.congestion.distance_m[index(cell)] / free_m : kNaN;
}

double CongestionView::runner_s_lost(Cell cell) const {
    const double share = speed_share(cell);
    if (!(share < 1.0)) return 0.0;  // NaN too: nobody there, nothing lost
    return record_.congestion.runner_s[index(cell)] * (1.0 - share);
}

SegmentPeak segment_peak(const CongestionView& view, std::size_t segment) {
    SegmentPeak peak{{segment, 0}, 0.0};
    for (std::size_t interval = 0; interval < view.intervals(); ++interval) {
        const double density = view.density_per_m2({segment, interval});
        if (density > peak.density_per_m2) peak = {{segment, interval}, density};
    }
    return peak;
}

}  // namespace gineste
