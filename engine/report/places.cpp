// SPDX-License-Identifier: Apache-2.0
#include "report/places.hpp"

#include <algorithm>
#include <limits>
#include <tuple>

namespace gineste {
namespace {

constexpr double kTrough = 0.7;  // of the lower of the two peaks beside it

struct Stretch {
    std::size_t first = 0;  // segment
    std::size_t last = 0;
};

// Cuts [first, last] in its deepest trough for as long as one is deep enough.
void cut_troughs(const std::vector<SegmentPeak>& peaks, Stretch stretch,
                 std::vector<Stretch>& out) {
    const auto density = [&](std::size_t k) { return peaks[k].density_per_m2; };
    std::vector<double> highest_after(peaks.size() + 1, 0.0);
    for (std::size_t k = stretch.last + 1; k-- > stretch.first;) {
        highest_after[k] = std::max(highest_after[k + 1], density(k));
    }
    double highest_before = 0.0;
    double deepest = kTrough;
    std::size_t trough = stretch.last;
    for (std::size_t k = stretch.first; k < stretch.last; ++k) {
        const double lower_peak = std::min(highest_before, highest_after[k + 1]);
        if (lower_peak > 0.0 && density(k) < deepest * lower_peak) {
            deepest = density(k) / lower_peak;
            trough = k;
        }
        highest_before = std::max(highest_before, density(k));
    }
    if (trough == stretch.last) {
        out.push_back(stretch);
        return;
    }
    cut_troughs(peaks, {stretch.first, trough}, out);
    cut_troughs(peaks, {trough + 1, stretch.last}, out);
}

std::vector<Stretch> stretches(const Record& record, const std::vector<SegmentPeak>& peaks,
                               double threshold_per_m2) {
    std::vector<Stretch> found;
    std::size_t k = 0;
    while (k < peaks.size()) {
        if (peaks[k].density_per_m2 < threshold_per_m2) {
            ++k;
            continue;
        }
        Stretch run{k, k};
        while (run.last + 1 < peaks.size() &&
               peaks[run.last + 1].density_per_m2 >= threshold_per_m2 &&
               record.segments[run.last + 1].place == record.segments[k].place) {
            ++run.last;
        }
        cut_troughs(peaks, run, found);
        k = run.last + 1;
    }
    return found;
}

void describe_road(const Record& record, const Stretch& stretch, CrowdedPlace& place) {
    place.from_m = record.segments[stretch.first].from_m;
    place.to_m = record.segments[stretch.last].to_m;
    place.name = record.segments[stretch.first].place;
    place.least_width_m = std::numeric_limits<double>::infinity();
    double rise_m = 0.0;
    for (std::size_t k = stretch.first; k <= stretch.last; ++k) {
        const SegmentRecord& segment = record.segments[k];
        place.least_width_m = std::min(place.least_width_m, segment.least_width_m);
        rise_m += segment.grade * (segment.to_m - segment.from_m);
    }
    place.grade = rise_m / (place.to_m - place.from_m);
}

void describe_peak(const Record& record, const SegmentPeak& peak, CrowdedPlace& place) {
    const CongestionView view(record);
    const SegmentRecord& segment = record.segments[peak.cell.segment];
    place.peak_density_per_m2 = peak.density_per_m2;
    place.peak_at_m = 0.5 * (segment.from_m + segment.to_m);
    place.peak_s = view.begin_s(peak.cell.interval);
    place.peak_speed_share = view.speed_share(peak.cell);
    place.cause = likely_cause(record, peak.cell);
}

// First and last interval in which any segment of the stretch is at or over the threshold.
Stretch crowded_intervals(const CongestionView& view, const Stretch& stretch, double threshold) {
    Stretch when{view.intervals(), 0};
    for (std::size_t segment = stretch.first; segment <= stretch.last; ++segment) {
        for (std::size_t interval = 0; interval < view.intervals(); ++interval) {
            if (view.density_per_m2({segment, interval}) < threshold) continue;
            when.first = std::min(when.first, interval);
            when.last = std::max(when.last, interval);
        }
    }
    return when;
}

void describe_harm(const CongestionView& view, const Stretch& stretch, const Stretch& when,
                   CrowdedPlace& place) {
    place.begin_s = view.begin_s(when.first);
    place.end_s = view.begin_s(when.last + 1);
    for (std::size_t segment = stretch.first; segment <= stretch.last; ++segment) {
        // A runner held up over several segments counts once: the worst segment stands for all.
        std::size_t delayed = 0;
        for (std::size_t interval = when.first; interval <= when.last; ++interval) {
            delayed += view.delayed({segment, interval});
            place.lost_runner_s += view.runner_s_lost({segment, interval});
        }
        place.delayed = std::max(place.delayed, delayed);
    }
}

}  // namespace

std::vector<CrowdedPlace> crowded_places(const Record& record, double threshold_per_m2) {
    const CongestionView view(record);
    std::vector<SegmentPeak> peaks;
    for (std::size_t k = 0; k < view.segments(); ++k) peaks.push_back(segment_peak(view, k));

    std::vector<CrowdedPlace> places;
    for (const Stretch& stretch : stretches(record, peaks, threshold_per_m2)) {
        const auto begin = peaks.begin() + static_cast<std::ptrdiff_t>(stretch.first);
        const auto end = peaks.begin() + static_cast<std::ptrdiff_t>(stretch.last) + 1;
        const auto peak = *std::max_element(begin, end, [](const auto& a, const auto& b) {
            return a.density_per_m2 < b.density_per_m2;
        });
        CrowdedPlace place;
        describe_road(record, stretch, place);
        describe_peak(record, peak, place);
        describe_harm(view, stretch, crowded_intervals(view, stretch, threshold_per_m2), place);
        places.push_back(place);
    }
    std::stable_sort(places.begin(), places.end(), [](const auto& a, const auto& b) {
        const auto rank = [](const CrowdedPlace& place) {
            return std::tuple(crowding(place.peak_density_per_m2), place.delayed,
                              place.peak_density_per_m2);
        };
        return rank(a) > rank(b);
    });
    return places;
}

}  // namespace gineste
