// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

#include "day/pass_times.hpp"
#include "day/runner_times.hpp"

namespace gineste {

/// The cells of a leg: segments of equal length from its beginning as run forward, and intervals
/// from the first gun of the day; cell = segment · intervals + interval.
struct LegGrid {
    double length_m = 0.0;
    std::size_t segments = 0;
    double interval_s = 60.0;
    std::size_t intervals = 0;

    double segment_m() const { return length_m / static_cast<double>(segments); }
    double middle_m(std::size_t segment) const {
        return segment_m() * (static_cast<double>(segment) + 0.5);
    }
    std::size_t cells() const { return segments * intervals; }
};

/// The stays of the runners of a pass in the cells of its leg.
class Stays {
  public:
    Stays(const RunnerTimes& race, const PassTimes& pass, const LegGrid& grid);

    std::size_t runners() const { return race_->runners(); }

    /// Calls `see(cell, stay_s)` for each cell in which the runner was, in order of time and each
    /// once, until it answers false. Whoever withdrew on the leg was there up to his last mark.
    template <class See>
    void walk(std::size_t runner, const See& see) const {
        double from_s = race_->at_s(runner, bounds_.front());
        for (std::size_t k = 0; k < grid_.segments && !std::isnan(from_s); ++k) {
            const double to_s = race_->at_s(runner, bounds_[k + 1]);
            const double until_s = std::isnan(to_s) ? race_->last_s(runner) : to_s;
            if (!walk_segment(segments_[k], from_s, until_s, see)) return;
            from_s = to_s;
        }
    }

  private:
    template <class See>
    bool walk_segment(std::size_t segment, double from_s, double to_s, const See& see) const {
        while (from_s < to_s) {
            const auto interval = static_cast<std::size_t>(from_s / grid_.interval_s);
            const double end_s = static_cast<double>(interval + 1) * grid_.interval_s;
            const double until_s = std::min(to_s, end_s);
            if (!see(segment * grid_.intervals + interval, until_s - from_s)) return false;
            from_s = until_s;
        }
        return true;
    }

    const RunnerTimes* race_;
    LegGrid grid_;
    std::vector<RunnerTimes::Place> bounds_;  ///< of the segments, as the pass comes over them
    std::vector<std::size_t> segments_;       ///< in the same order
};

}  // namespace gineste
