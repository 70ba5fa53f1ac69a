// SPDX-License-Identifier: Apache-2.0
#include "report/cause.hpp"

#include <algorithm>
#include <bit>
#include <limits>

namespace gineste {
namespace {

constexpr double kStartReach_m = 500.0;
constexpr double kBeforeTables_m = 50.0;
constexpr double kAfterTables_m = 150.0;
constexpr double kLookAround_m = 100.0;
constexpr double kNarrower = 0.9;
constexpr double kClimb = 0.03;

bool overlaps(const SegmentRecord& segment, double from_m, double to_m) {
    return segment.from_m < to_m && segment.to_m > from_m;
}

bool at_station(const Record& record, const SegmentRecord& here) {
    return std::any_of(record.stations.begin(), record.stations.end(), [&](const auto& station) {
        return !station.after_line &&
               overlaps(here, station.at_m - kBeforeTables_m, station.at_m + kAfterTables_m);
    });
}

bool road_narrows(const Record& record, const SegmentRecord& here) {
    double behind_m = 0.0;
    double ahead_m = std::numeric_limits<double>::infinity();
    for (const SegmentRecord& segment : record.segments) {
        if (overlaps(segment, here.from_m - kLookAround_m, here.to_m)) {
            behind_m = std::max(behind_m, segment.width_m);
        }
        if (overlaps(segment, here.from_m, here.to_m + kLookAround_m)) {
            ahead_m = std::min(ahead_m, segment.least_width_m);
        }
    }
    return ahead_m <= kNarrower * behind_m;
}

}  // namespace

const char* to_text(Cause cause) {
    switch (cause) {
        case Cause::start:
            return "start";
        case Cause::station:
            return "station";
        case Cause::width:
            return "width";
        case Cause::grade:
            return "grade";
        case Cause::wave_merging:
            return "wave merging";
        case Cause::density:
            return "density";
    }
    return "";
}

Cause likely_cause(const Record& record, Cell peak) {
    const SegmentRecord& here = record.segments[peak.segment];
    if (here.from_m < kStartReach_m) return Cause::start;
    if (at_station(record, here)) return Cause::station;
    if (road_narrows(record, here)) return Cause::width;
    if (here.grade >= kClimb) return Cause::grade;
    const int waves = std::popcount(CongestionView(record).wave_mask(peak));
    return waves > 1 ? Cause::wave_merging : Cause::density;
}

}  // namespace gineste
