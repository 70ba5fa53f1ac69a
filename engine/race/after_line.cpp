// SPDX-License-Identifier: Apache-2.0
#include "race/after_line.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "services/finish_area.hpp"
#include "services/medical.hpp"
#include "services/roster.hpp"

namespace gineste {
namespace {

constexpr double kNever = std::numeric_limits<double>::quiet_NaN();

// When a runner was last seen at a mark; NaN: at none.
double last_seen_s(const PassageRecord& passages, std::size_t runner) {
    for (std::size_t mark = passages.marks; mark-- > 0;) {
        const std::int32_t time_ms = passages.passage_ms[runner * passages.marks + mark];
        if (time_ms != kNeverMs) return time_ms / 1000.0;
    }
    return kNever;
}

std::vector<double> off_course_s(const Record& record) {
    std::vector<double> off_s = record.runners.finish_s;
    for (std::size_t i = 0; i < off_s.size(); ++i) {
        if (record.runners.status[i] != RunnerStatus::withdrawn) continue;
        off_s[i] = last_seen_s(record.passages, i);
    }
    return off_s;
}

MedicalRecord medical_of(const MedicalSpec& spec, const Record& record) {
    const CongestionRecord& seen = record.congestion;
    Exposure exposure{seen.segment_m,         seen.interval_s, seen.intervals,
                      record.course_length_m, seen.runner_s,   {}};
    for (const SegmentRecord& segment : record.segments) exposure.grade.push_back(segment.grade);
    Presence presence{record.runners.start_s, off_course_s(record), {}};
    presence.away_s = presence.off_course_s;
    for (std::size_t i = 0; i < record.services.away_s.size(); ++i) {
        if (record.runners.status[i] != RunnerStatus::finished) continue;
        presence.away_s[i] = record.services.away_s[i];
    }
    return medical_cover(spec, exposure, presence);
}

std::vector<double> passing_s(double at_m, const Record& record) {
    if (at_m >= record.course_length_m) return record.runners.finish_s;
    const PassageRecord& passages = record.passages;
    const auto mark = static_cast<std::size_t>(std::lround(at_m / passages.spacing_m));
    std::vector<double> times_s;
    for (std::size_t i = 0; i < record.runners.start_s.size(); ++i) {
        const std::int32_t time_ms =
            passages.passage_ms[i * passages.marks + std::min(mark, passages.marks - 1)];
        if (time_ms != kNeverMs) times_s.push_back(time_ms / 1000.0);
    }
    return times_s;
}

// The last runner over the line, or away from the services behind it.
double last_home_s(const Record& record) {
    double last_s = 0.0;
    for (const auto* times_s : {&record.runners.finish_s, &record.services.away_s}) {
        for (const double time_s : *times_s) {
            if (time_s > last_s) last_s = time_s;
        }
    }
    for (const ServiceRecord& service : record.services.services) {
        if (!service.departures.empty())
            last_s = std::max(last_s, service.departures.back().time_s);
    }
    return last_s;
}

RosterRecord roster_of(const Scenario& scenario, const Record& record) {
    VolunteersSpec spec = *scenario.volunteers;
    std::vector<std::vector<double>> passing(spec.posts.size());
    for (std::size_t k = 0; k < spec.posts.size(); ++k) {
        PostSpec& post = spec.posts[k];
        if (post.begin_s) post.begin_s = race_time_s(scenario, *post.begin_s);
        if (post.end_s) post.end_s = race_time_s(scenario, *post.end_s);
        if (!post.at_m) continue;
        for (const double time_s : passing_s(*post.at_m, record)) {
            if (!std::isnan(time_s)) passing[k].push_back(time_s);
        }
    }
    return draw_up_roster({spec, record.congestion.interval_s, record.stations, record.services,
                           passing, scenario.waves.front().gun_s.value_or(0.0),
                           last_home_s(record)});
}

}  // namespace

void follow_after_line(const Scenario& scenario, Record& record) {
    record.services = serve_after_line(scenario, record.runners.finish_s);
    if (scenario.medical) record.medical = medical_of(*scenario.medical, record);
    if (scenario.volunteers) record.roster = roster_of(scenario, record);
}

}  // namespace gineste
