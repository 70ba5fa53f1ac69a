// SPDX-License-Identifier: Apache-2.0
#include "day/runner_times.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/contract.hpp"
#include "core/no_value.hpp"

namespace gineste {
namespace {

constexpr double kRoundingM = 1e-6;  // a finish at 20 km is the mark at 20 km

}  // namespace

RunnerTimes::RunnerTimes(const Record& record, double start_s)
    : record_(&record), start_s_(start_s) {
    EXPECT(record.course_length_m > 0.0 && record.passages.spacing_m > 0.0);
    const double within_m = record.course_length_m - kRoundingM;
    finish_ = static_cast<std::size_t>(std::ceil(within_m / record.passages.spacing_m));
    EXPECT(finish_ >= 1 && record.passages.marks >= finish_);
}

double RunnerTimes::mark_m(std::size_t mark) const {
    return mark < finish_ ? static_cast<double>(mark) * record_->passages.spacing_m
                          : record_->course_length_m;
}

double RunnerTimes::mark_s(std::size_t runner, std::size_t mark) const {
    if (mark == 0) return start_s_ + record_->runners.start_s[runner];
    if (mark == finish_) return start_s_ + record_->runners.finish_s[runner];
    const PassageRecord& passages = record_->passages;
    const std::int32_t time_ms = passages.passage_ms[runner * passages.marks + mark];
    return time_ms == kNeverMs ? kNaN : start_s_ + 1e-3 * time_ms;
}

RunnerTimes::Place RunnerTimes::place(double chainage_m) const {
    if (chainage_m >= record_->course_length_m - kRoundingM) return {finish_, 0.0};
    const double at_m = std::max(0.0, chainage_m);
    const double marks = (at_m + kRoundingM) / record_->passages.spacing_m;
    const std::size_t mark = std::min(static_cast<std::size_t>(marks), finish_ - 1);
    const double beyond_m = at_m - mark_m(mark);
    if (beyond_m < kRoundingM) return {mark, 0.0};
    return {mark, beyond_m / (mark_m(mark + 1) - mark_m(mark))};
}

double RunnerTimes::at_s(std::size_t runner, Place place) const {
    const double before_s = mark_s(runner, place.mark);
    if (place.part == 0.0) return before_s;
    return before_s + place.part * (mark_s(runner, place.mark + 1) - before_s);
}

double RunnerTimes::last_s(std::size_t runner) const {
    for (std::size_t mark = finish_; mark > 0; --mark) {
        const double time_s = mark_s(runner, mark);
        if (!std::isnan(time_s)) return time_s;
    }
    return mark_s(runner, 0);
}

std::vector<double> RunnerTimes::all_s(double chainage_m) const {
    const Place over = place(chainage_m);
    std::vector<double> times_s;
    for (std::size_t runner = 0; runner < runners(); ++runner) {
        const double time_s = at_s(runner, over);
        if (!std::isnan(time_s)) times_s.push_back(time_s);
    }
    std::sort(times_s.begin(), times_s.end());
    return times_s;
}

}  // namespace gineste
