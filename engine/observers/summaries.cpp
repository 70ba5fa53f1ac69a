// SPDX-License-Identifier: Apache-2.0
#include "observers/summaries.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/no_value.hpp"

namespace gineste {
namespace {

constexpr double kPeakWindow = 10.0;  // s, as published start-line counts have it

SegmentRecord segment_record(const Course& course, double from_m, double to_m) {
    constexpr int samples = 20;
    SegmentRecord record;
    record.from_m = from_m;
    record.to_m = to_m;
    record.least_width_m = course.width_m(from_m);
    for (int k = 0; k <= samples; ++k) {
        const double at_m = from_m + (to_m - from_m) * k / samples;
        const double width_m = course.width_m(at_m);
        record.least_width_m = std::min(record.least_width_m, width_m);
        const double weight = k == 0 || k == samples ? 0.5 : 1.0;  // trapezoids
        record.width_m += weight * width_m / samples;
    }
    record.grade = (course.elevation_m(to_m) - course.elevation_m(from_m)) / (to_m - from_m);
    record.elevation_m = course.elevation_m(from_m);
    record.lon_deg = course.lon_deg(from_m);
    record.lat_deg = course.lat_deg(from_m);
    record.place = course.place_name(0.5 * (from_m + to_m));
    return record;
}

RoadRecord over_mark(const PassageRecord& passages, std::size_t mark) {
    RoadRecord record{passages.spacing_m * static_cast<double>(mark), kNaN, kNaN};
    for (std::size_t at = mark; at < passages.passage_ms.size(); at += passages.marks) {
        if (passages.passage_ms[at] == kNeverMs) continue;
        const double time_s = 1e-3 * passages.passage_ms[at];
        record.first_s = std::fmin(record.first_s, time_s);
        record.last_s = std::fmax(record.last_s, time_s);
    }
    return record;
}

double best_window_flow(const std::vector<double>& sorted_s) {
    std::size_t most = 0;
    std::size_t from = 0;
    for (std::size_t to = 0; to < sorted_s.size(); ++to) {
        while (sorted_s[to] - sorted_s[from] >= kPeakWindow) ++from;
        most = std::max(most, to - from + 1);
    }
    return static_cast<double>(most) / kPeakWindow;
}

}  // namespace

std::vector<SegmentRecord> segment_records(const Course& course, double segment_m) {
    std::vector<SegmentRecord> records;
    const auto count = static_cast<std::size_t>(std::ceil(course.length_m() / segment_m - 1e-9));
    for (std::size_t k = 0; k < count; ++k) {
        const double from_m = segment_m * static_cast<double>(k);
        records.push_back(
            segment_record(course, from_m, std::min(from_m + segment_m, course.length_m())));
    }
    return records;
}

ProfileRecord profile_record(const Course& course) {
    ProfileRecord profile;
    const auto steps = static_cast<std::size_t>(course.length_m() / profile.spacing_m);
    for (std::size_t k = 0; k <= steps; ++k) {
        const double at_m = profile.spacing_m * static_cast<double>(k);
        profile.elevation_m.push_back(static_cast<float>(course.elevation_m(at_m)));
        profile.grade.push_back(static_cast<float>(course.grade(at_m)));
        profile.width_m.push_back(static_cast<float>(course.width_m(at_m)));
        profile.lon_deg.push_back(course.lon_deg(at_m));
        profile.lat_deg.push_back(course.lat_deg(at_m));
    }
    return profile;
}

std::vector<RoadRecord> road_records(const PassageRecord& passages, const RunnerRecord& runners,
                                     double length_m) {
    std::vector<RoadRecord> records;
    const auto marks_per_km =
        static_cast<std::size_t>(std::max(1.0, std::round(1000.0 / passages.spacing_m)));
    for (std::size_t mark = 0; mark < passages.marks; mark += marks_per_km) {
        const double at_m = passages.spacing_m * static_cast<double>(mark);
        if (at_m < length_m - 1.0) records.push_back(over_mark(passages, mark));
    }
    RoadRecord finish{length_m, kNaN, kNaN};
    for (const double time_s : runners.finish_s) {
        finish.first_s = std::fmin(finish.first_s, time_s);
        finish.last_s = std::fmax(finish.last_s, time_s);
    }
    records.push_back(finish);
    return records;
}

void count_waves(const RunnerRecord& runners, std::vector<WaveRecord>& waves) {
    std::vector<std::vector<double>> over_s(waves.size());
    for (std::size_t i = 0; i < runners.wave.size(); ++i) {
        WaveRecord& wave = waves[runners.wave[i]];
        ++wave.entrants;
        if (!std::isnan(runners.start_s[i])) over_s[runners.wave[i]].push_back(runners.start_s[i]);
        if (!std::isnan(runners.finish_s[i])) ++wave.finished;
    }
    for (std::size_t w = 0; w < waves.size(); ++w) {
        std::vector<double>& times_s = over_s[w];
        std::sort(times_s.begin(), times_s.end());
        WaveRecord& wave = waves[w];
        wave.started = times_s.size();
        wave.first_over_s = times_s.empty() ? kNaN : times_s.front();
        wave.last_over_s = times_s.empty() ? kNaN : times_s.back();
        const double taken_s = wave.last_over_s - wave.first_over_s;
        const auto started = static_cast<double>(times_s.size());
        wave.flow_per_s_per_m = taken_s > 0.0 ? (started - 1.0) / taken_s / wave.line_width_m : 0.0;
        // A wave that is over the line sooner than the window has no peak within it.
        wave.peak_flow_per_s_per_m = taken_s < kPeakWindow
                                         ? wave.flow_per_s_per_m
                                         : best_window_flow(times_s) / wave.line_width_m;
    }
}

}  // namespace gineste
