// SPDX-License-Identifier: Apache-2.0
#include "stations/book.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace gineste {
namespace {

constexpr double kMinute = 60.0;

const char* kind_text(StationKind kind) {
    return kind == StationKind::refreshment ? "refreshment" : "sponge";
}

const char* side_text(StationSide side) {
    switch (side) {
        case StationSide::left:
            return "left";
        case StationSide::right:
            return "right";
        case StationSide::both:
            return "both";
        case StationSide::staggered:
            return "staggered";
    }
    return "";
}

std::size_t step_of(double time_s, double length_s) {
    return static_cast<std::size_t>(std::max(0.0, time_s) / length_s);
}

template <class Count>
Count& counter(std::vector<Count>& counts, std::size_t k) {
    if (counts.size() <= k) counts.resize(k + 1, 0);
    return counts[k];
}

}  // namespace

StationBook::StationBook(const StationSpec& spec, const StationLayout& layout, double interval_s,
                         std::size_t waves)
    : interval_s_(interval_s) {
    record_.name = spec.name;
    record_.kind = kind_text(spec.kind);
    record_.side = side_text(spec.side);
    record_.at_m = std::min(spec.at_m, layout.tables_end_m());
    record_.length_m = spec.length_m;
    record_.tables = static_cast<int>(layout.tables());
    record_.volunteers = record_.tables * spec.volunteers;
    record_.hand_per_minute = spec.cups_per_minute;
    record_.cups_per_minute = record_.volunteers * spec.cups_per_minute;
    record_.after_line = layout.is_after_line();
    record_.arrivals_by_wave.resize(waves);
    record_.zone.from_m = layout.approach_m();
    record_.zone.to_m = layout.zone_end_m();
}

std::size_t StationBook::interval(double time_s) {
    const std::size_t k = step_of(time_s, interval_s_);
    for (auto* counts : {&record_.arrivals, &record_.takers, &record_.served, &record_.unserved,
                         &record_.cups, &record_.peak_queue}) {
        if (counts->size() <= k) counts->resize(k + 1, 0);
    }
    return k;
}

void StationBook::note_arrival(double time_s, std::size_t wave) {
    ++record_.arrivals[interval(time_s)];
    ++counter(record_.arrivals_by_wave[wave], step_of(time_s, kMinute));
    if (record_.after_line) return;
    ++present_;
    if (std::isnan(record_.zone.first_s)) record_.zone.first_s = time_s;
}

void StationBook::note_wish(double time_s, int pieces) {
    ++record_.takers[interval(time_s)];
    counter(record_.wanted_by_minute, step_of(time_s, kMinute)) +=
        static_cast<std::uint32_t>(pieces);
}

void StationBook::note_service(double time_s, int pieces, double wait_s) {
    const std::size_t k = interval(time_s);
    ++record_.served[k];
    record_.cups[k] += static_cast<std::uint32_t>(pieces);
    counter(record_.cups_by_minute, step_of(time_s, kMinute)) += static_cast<std::uint32_t>(pieces);
    record_.wait_s.push_back(static_cast<float>(wait_s));
}

void StationBook::note_unserved(double time_s) { ++record_.unserved[interval(time_s)]; }

void StationBook::note_leaving(const Stay& stay) {
    ZoneRecord& zone = record_.zone;
    --present_;
    ++zone.left;
    zone.time_s += stay.to_s - stay.from_s;
    zone.last_s = std::isnan(zone.last_s) ? stay.to_s : std::max(zone.last_s, stay.to_s);
    if (stay.took_part) return;
    ++zone.passers;
    zone.passers_time_s += stay.to_s - stay.from_s;
    zone.passers_lost_s += static_cast<double>(stay.lost_s);
}

void StationBook::end_step(double time_s, std::size_t waiting) {
    if (waiting > 0) {
        std::uint32_t& queue = record_.peak_queue[interval(time_s)];
        queue = std::max(queue, static_cast<std::uint32_t>(waiting));
    }
    if (present_ == 0) return;
    counter(record_.zone.steps, step_of(time_s, interval_s_)) += present_;
    record_.zone.peak = std::max(record_.zone.peak, present_);
}

}  // namespace gineste
