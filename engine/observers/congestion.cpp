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
    : segments_(length_m, segment_m),
      interval_s_(interval_s),
      step_s_(step_s),
      open_(static_cast<std::size_t>(threads), std::vector<Cell>(segments_.count())) {}

void CongestionObserver::see(int thread, const std::vector<SegmentStride>& strides) {
    for (const SegmentStride& stride : strides) {
        Cell& cell = open_[static_cast<std::size_t>(thread)][stride.segment];
        cell.runner_steps += stride.runners;
        cell.distance += stride.distance;
        cell.free_distance += stride.free_distance;
    }
}

void CongestionObserver::see_leave(int thread, std::size_t segment, Leaving leaving) {
    Cell& cell = open_[static_cast<std::size_t>(thread)][segment];
    ++cell.left;
    if (leaving == Leaving::delayed) ++cell.delayed;
}

bool CongestionObserver::end_step(double time_s) {
    const auto interval = static_cast<std::size_t>(std::max(0.0, time_s) / interval_s_);
    if (interval_ == interval) return false;
    while (interval_ < interval) close_interval();
    return true;
}

std::vector<CongestionObserver::Cell> CongestionObserver::summed() const {
    std::vector<Cell> sum(segments_.count());
    for (const std::vector<Cell>& seen : open_) {
        for (std::size_t k = 0; k < segments_.count(); ++k) sum[k].add(seen[k]);
    }
    return sum;
}

void CongestionObserver::close_interval() {
    closed_.push_back(summed());
    for (std::vector<Cell>& seen : open_) seen.assign(segments_.count(), Cell{});
    ++interval_;
}

CongestionRecord CongestionObserver::record() const {
    std::vector<std::vector<Cell>> cells = closed_;
    cells.push_back(summed());
    CongestionRecord record;
    record.segment_m = segments_.length_m();
    record.interval_s = interval_s_;
    record.segments = segments_.count();
    record.intervals = cells.size();
    for (std::size_t k = 0; k < segments_.count(); ++k) {
        for (const std::vector<Cell>& interval : cells) {
            const Cell& cell = interval[k];
            record.runner_s.push_back(static_cast<double>(cell.runner_steps) * step_s_);
            record.distance_m.push_back(static_cast<double>(cell.distance) *
                                        static_cast<double>(kPlaceM));
            record.free_distance_m.push_back(static_cast<double>(cell.free_distance) *
                                             static_cast<double>(kPlaceM));
            record.wave_mask.push_back(cell.wave_mask);
            record.delayed.push_back(cell.delayed);
            record.left.push_back(cell.left);
        }
    }
    return record;
}

}  // namespace gineste
