// SPDX-License-Identifier: Apache-2.0
#include "forecast/procession.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "core/contract.hpp"
#include "core/no_value.hpp"

namespace gineste {
namespace {

// Mean of the two in the middle where their number is even; NaN where there is nobody.
double median(std::vector<double> values) {
    if (values.empty()) return kNaN;
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    if (values.size() % 2 == 1) return *middle;
    return 0.5 * (*middle + *std::max_element(values.begin(), middle));
}

// Width times length, widths as the road has them at its nodes.
double segment_area_m2(const Road& road, std::size_t segment) {
    const double from_m = CrowdForecast::kSegment * static_cast<double>(segment);
    const double to_m = std::min(from_m + CrowdForecast::kSegment, road.length_m());
    double widths_m = 0.0;
    int nodes = 0;
    for (double at_m = from_m + 0.5 * Road::kSpacing; at_m < to_m; at_m += Road::kSpacing) {
        widths_m += 2.0 * static_cast<double>(road.half_width_m(at_m));
        ++nodes;
    }
    return CrowdForecast::kSegment * widths_m / std::max(1, nodes);
}

void describe(const QueueFigures& figures, NarrowingForecast& forecast) {
    forecast.delayed = figures.delayed;
    forecast.total_delay_s = figures.total_delay_s;
    forecast.longest_delay_s = figures.longest_delay_s;
    forecast.most_late = figures.most_late;
    forecast.from_s = figures.from_s;
    forecast.to_s = figures.to_s;
}

}  // namespace

struct Procession::Coming {
    std::vector<std::uint32_t> runner;
    std::vector<double> come_s;
    std::vector<double> headway_s;
};

Procession::Procession(const Field& field, const Road& road, const HeadwayLaw& law,
                       const FreeTimes& times, const std::vector<double>& start_s)
    : field_(field),
      road_(road),
      law_(law),
      times_(times),
      now_s_(start_s),
      lost_s_(field.size(), 0.0),
      delay_s_(field.size(), 0.0) {
    for (std::uint32_t id = 0; id < field.size(); ++id) {
        if (!std::isnan(start_s[id])) here_.push_back(id);
    }
}

void Procession::reckon_with(const CrowdCosts& costs) {
    constexpr double longest_s = 18.0 * 3600.0;  // later than that nobody is counted
    costs_ = costs;
    alone_s_.resize(field_.size());
    alone_mps_.resize(field_.size());
    crowd_.segments =
        static_cast<std::size_t>(std::ceil(road_.length_m() / CrowdForecast::kSegment));
    crowd_.intervals = static_cast<std::size_t>(longest_s / CrowdForecast::kInterval);
    crowd_.runner_s.assign(crowd_.segments * crowd_.intervals, 0.0);
    crowd_.lost_s.assign(crowd_.segments * crowd_.intervals, 0.0);
    for (std::size_t segment = 0; segment < crowd_.segments; ++segment) {
        crowd_.area_m2.push_back(segment_area_m2(road_, segment));
    }
}

void Procession::advance(double to_m) {
    std::erase_if(here_, [&](std::uint32_t id) { return field_.withdraws_at_m[id] < to_m; });
    const FreeTimes::Stretch stretch = times_.stretch(at_m_, to_m);
    if (crowd_.segments > 0) {
        advance_in_crowd(stretch, to_m);
    } else {
        for (const std::uint32_t id : here_) now_s_[id] += times_.time_s(stretch, pace(id));
    }
    at_m_ = to_m;
}

// All as if they were alone first, which says how dense it is and how fast everybody there is; then
// what each loses to those.
void Procession::advance_in_crowd(const FreeTimes::Stretch& stretch, double to_m) {
    const auto segment = static_cast<std::size_t>(0.5 * (at_m_ + to_m) / CrowdForecast::kSegment);
    const StationStay stay = station_stay(*costs_.stations, at_m_, to_m);
    SpeedsByMinute speeds;
    for (const std::uint32_t id : here_) {
        const double run_s = times_.time_s(stretch, pace(id));
        const double speed_mps = stretch.length_m / run_s;
        alone_mps_[id] = speed_mps;
        alone_s_[id] =
            run_s + stay.standing_s + std::max(0.0, stay.walking_s - stay.walking_m / speed_mps);
        speeds.add(now_s_[id], alone_s_[id], speed_mps, costs_.weight);
    }
    const double area_m2 = crowd_.area_m2[segment] * stretch.length_m / CrowdForecast::kSegment;
    for (const std::uint32_t id : here_) {
        const auto around = speeds.at(now_s_[id] + 0.5 * alone_s_[id]);
        const double speed_mps = alone_mps_[id];
        const double noise_mps = costs_.noise_sd * around.mean_mps;
        const double sd_mps = std::sqrt(around.variance + noise_mps * noise_mps);
        const double standing = stay.standing_s / alone_s_[id];
        const double walking = stay.walking_s / alone_s_[id];
        const double faster_mps = (1.0 - standing - walking) * sd_mps *
                                      mean_above((speed_mps - around.mean_mps) / sd_mps) +
                                  costs_.law.standing_bodies * standing * speed_mps +
                                  walking * std::max(0.0, speed_mps - stay.walk_mps);
        const double density_per_m2 = around.runner_s / (CrowdForecast::kInterval * area_m2);
        const double lost_s =
            alone_s_[id] * costs_.law.lost_share(density_per_m2, speed_mps, faster_mps);
        crowd_.add(segment, now_s_[id], alone_s_[id] + lost_s, lost_s, costs_.weight);
        now_s_[id] += alone_s_[id] + lost_s;
        lost_s_[id] += lost_s;
    }
}

Procession::Coming Procession::coming(const Narrowing& narrowing) const {
    std::vector<std::pair<double, std::uint32_t>> order;
    order.reserve(here_.size());
    for (const std::uint32_t id : here_) order.emplace_back(now_s_[id], id);
    std::sort(order.begin(), order.end());  // ties by id
    const double from_m = std::max(0.0, std::min(narrowing.at_m, road_.length_m() - kHere));
    const FreeTimes::Stretch here =
        times_.stretch(from_m, std::min(from_m + kHere, road_.length_m()));
    Coming coming;
    for (const auto& [time_s, id] : order) {
        const double speed_mps = times_.speed_mps(here, pace(id));
        const double even_per_s = narrowing.width_m * capacity_per_s_per_m(law_, speed_mps);
        coming.runner.push_back(id);
        coming.come_s.push_back(time_s);
        coming.headway_s.push_back(costs_.weight / (narrowing.share * even_per_s));
    }
    return coming;
}

double Procession::hold(const Coming& coming, const Turns& turns) {
    double headways_s = 0.0;
    for (std::size_t k = 0; k < turns.size(); ++k) {
        const std::uint32_t id = coming.runner[k];
        now_s_[id] = turns.go_s[k];
        delay_s_[id] = turns.delay_s(k);
        lost_s_[id] += turns.delay_s(k);
        headways_s += coming.headway_s[k];
    }
    return costs_.weight * static_cast<double>(turns.size()) / headways_s;
}

NarrowingForecast Procession::pass(const Narrowing& narrowing,
                                   const std::function<double(double)>& free_mps) {
    const Coming coming = this->coming(narrowing);
    const Turns turns = take_turns(coming.come_s, coming.headway_s);
    NarrowingForecast forecast;
    forecast.at_m = narrowing.at_m;
    forecast.width_m = narrowing.width_m;
    forecast.passed = turns.size();
    const QueueFigures figures = queue_figures(turns);
    describe(figures, forecast);
    if (turns.size() == 0) return forecast;
    const double capacity_per_s = hold(coming, turns);
    const PeakMinute demand = peak_minute(count_per_minute(turns.come_s));
    forecast.capacity_per_min = 60.0 * capacity_per_s;
    forecast.demand_peak_per_min = demand.count;
    forecast.demand_peak_s = demand.begin_s;
    if (figures.delayed == 0) return forecast;
    const QueueSpace queue(road_, law_, at_m_, capacity_per_s, figures.longest_delay_s, free_mps);
    const double length_m = queue.length_m(figures.longest_delay_s);
    forecast.queue_length_m = length_m;
    forecast.queue_runners = static_cast<std::size_t>(std::lround(queue.runners(length_m)));
    forecast.queue_density_per_m2 = queue.densest_per_m2(length_m);
    hold_up_marks(queue, length_m);
    if (crowd_.segments > 0) hold_up_cells(queue, length_m);
    return forecast;
}

// The delay of each is spent along the queue, as hold_up_marks has it; what of it falls on each
// segment behind the narrowing is time on the road there.
void Procession::hold_up_cells(const QueueSpace& queue, double length_m) {
    const auto last = static_cast<std::size_t>((at_m_ - 1e-6) / CrowdForecast::kSegment);
    for (std::size_t segment = last + 1; segment-- > 0;) {
        const double from_m = CrowdForecast::kSegment * static_cast<double>(segment);
        const double near_m = std::max(0.0, at_m_ - from_m - CrowdForecast::kSegment);
        if (near_m >= length_m) return;
        const double far_m = std::min(at_m_ - from_m, length_m);
        const double near_s = queue.delay_s(near_m);
        const double far_s = queue.delay_s(far_m);
        const double way_s = near_m / queue.speed_mps(near_m);
        for (const std::uint32_t id : here_) {
            const double held_s = std::min(delay_s_[id], far_s) - near_s;
            if (held_s <= 0.0) continue;
            crowd_.add(segment, now_s_[id] - way_s - held_s, held_s, held_s, costs_.weight);
        }
    }
}

// Whoever loses w seconds in all and is at a mark w' seconds of queue before the narrowing has lost
// w − w' there already.
void Procession::hold_up_marks(const QueueSpace& queue, double length_m) {
    for (Mark& mark : marks_) {
        const double back_m = at_m_ - mark.at_m;
        if (back_m <= 0.0 || back_m > length_m) continue;
        const double ahead_s = queue.delay_s(back_m);
        const double s_per_m = 1.0 / queue.speed_mps(back_m);
        for (const std::uint32_t id : here_) {
            if (delay_s_[id] <= ahead_s) continue;
            mark.time_s[id] += delay_s_[id] - ahead_s;
            mark.s_per_m[id] = std::max(mark.s_per_m[id], s_per_m);
        }
    }
}

void Procession::note() {
    Mark mark{at_m_, of_those_here(now_s_), std::vector<double>(now_s_.size(), 0.0)};
    const FreeTimes::Stretch before = times_.stretch(std::max(0.0, at_m_ - kHere), at_m_);
    for (const std::uint32_t id : here_) {
        mark.s_per_m[id] = 1.0 / times_.speed_mps(before, pace(id));
    }
    marks_.push_back(std::move(mark));
}

MarkForecast Procession::summed_up(const Mark& mark) const {
    MarkForecast forecast;
    forecast.at_m = mark.at_m;
    forecast.width_m = 2.0 * static_cast<double>(road_.half_width_m(mark.at_m));
    forecast.per_minute = count_per_minute(mark.time_s);
    std::vector<double> times_s;
    std::vector<double> s_per_m(forecast.per_minute.size(), 0.0);
    for (std::size_t i = 0; i < mark.time_s.size(); ++i) {
        if (std::isnan(mark.time_s[i])) continue;
        times_s.push_back(mark.time_s[i]);
        s_per_m[static_cast<std::size_t>(std::max(0.0, mark.time_s[i] / 60.0))] += mark.s_per_m[i];
    }
    const PeakMinute peak = peak_minute(forecast.per_minute);
    forecast.passed = times_s.size();
    forecast.peak_per_min = peak.count;
    forecast.peak_s = peak.begin_s;
    forecast.first_s = forecast.last_s = forecast.median_s = kNaN;
    if (times_s.empty()) return forecast;
    const auto [first, last] = std::minmax_element(times_s.begin(), times_s.end());
    forecast.first_s = *first;
    forecast.last_s = *last;
    forecast.median_s = median(times_s);
    forecast.peak_density_per_m2 =
        *std::max_element(s_per_m.begin(), s_per_m.end()) / (60.0 * forecast.width_m);
    return forecast;
}

std::vector<MarkForecast> Procession::marks() const {
    std::vector<MarkForecast> marks;
    for (const Mark& mark : marks_) marks.push_back(summed_up(mark));
    return marks;
}

std::vector<double> Procession::of_those_here(const std::vector<double>& values) const {
    std::vector<double> here(values.size(), kNaN);
    for (const std::uint32_t id : here_) here[id] = values[id];
    return here;
}

std::vector<double> Procession::passed_s() const { return of_those_here(now_s_); }
std::vector<double> Procession::lost_s() const { return of_those_here(lost_s_); }

}  // namespace gineste
