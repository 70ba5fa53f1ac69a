// SPDX-License-Identifier: Apache-2.0
#include "observers/congestion.hpp"

#include <algorithm>
#include <cmath>

namespace gineste {

void CongestionObserver::Cell::add(const Cell& other) {
    runner_steps += other.runner_steps;
    distance += other.distance;
    free_distance += other.free_distance;
    wave_mask |= other.wave_mask;
    delayed += other.delayed;
    left += other.left;
}

CongestionObserver::CongestionObserver(double length_m, double segment_m, double interval_s,
                                       double step_s, int threads)
    : segment_m_(segment_m),
      segments_per_m_(1.0 / segment_m),
      interval_s_(interval_s),
      step_s_(step_s),
      segments_(static_cast<std::size_t>(std::ceil(length_m / segment_m - 1e-9))),
      open_(static_cast<std::size_t>(threads), std::vector<Cell>(segments_)) {}

void CongestionObserver::see_leave(int thread, double segment_end_m, Leaving leaving) {
    const std::size_t k = segment(segment_end_m - 0.5 * segment_m_);
    if (k >= segments_) return;
    Cell& cell = open_[static_cast<std::size_t>(thread)][k];
    ++cell.left;
    if (leaving == Leaving::delayed) ++cell.delayed;
}

void CongestionObserver::end_step(double time_s) {
    const auto interval = static_cast<std::size_t>(std::max(0.0, time_s) / interval_s_);
    while (interval_ < interval) close_interval();
}

std::vector<CongestionObserver::Cell> CongestionObserver::summed() const {
    std::vector<Cell> sum(segments_);
    for (const std::vector<Cell>& seen : open_) {
        for (std::size_t k = 0; k < segments_; ++k) sum[k].add(seen[k]);
    }
    return sum;
}

void CongestionObserver::close_interval() {
    closed_.push_back(summed());
    for (std::vector<Cell>& seen : open_) seen.assign(segments_, Cell{});
    ++interval_;
}

CongestionRecord CongestionObserver::record() const {
    std::vector<std::vector<Cell>> cells = closed_;
    cells.push_back(summed());
    CongestionRecord record;
    record.segment_m = segment_m_;
    record.interval_s = interval_s_;
    record.segments = segments_;
    record.intervals = cells.size();
    for (std::size_t k = 0; k < segments_; ++k) {
        for (const std::vector<Cell>& interval : cells) {
            const Cell& cell = interval[k];
            record.runner_s.push_back(static_cast<double>(cell.runner_steps) * step_s_);
            record.distance_m.push_back(static_cast<double>(cell.distance) * kUnit);
            record.free_distance_m.push_back(static_cast<double>(cell.free_distance) * kUnit);
            record.wave_mask.push_back(cell.wave_mask);
            record.delayed.push_back(cell.delayed);
            record.left.push_back(cell.left);
        }
    }
    return record;
}

}  // namespace gineste
