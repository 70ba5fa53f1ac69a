// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>

#include "motion/road.hpp"
#include "observers/record.hpp"

namespace gineste {

/// Keeps where everybody is in a window of place and time. One thread, between steps.
class TrajectoryObserver {
  public:
    explicit TrajectoryObserver(const TrajectoryWindow& window);

    /// Whether a frame is due now.
    bool due(double time_s) const {
        return window_.every_s > 0.0 && time_s >= next_s_ && time_s <= window_.to_s;
    }
    /// Begins a frame on the road as it is open now.
    void begin_frame(double time_s, const Road& road);
    bool covers(double chainage_m) const {
        return chainage_m >= window_.from_m && chainage_m <= window_.to_m;
    }
    /// One runner of the frame begun. `across_m`: left of the course's centre line.
    void see(std::uint32_t bib, double along_m, double across_m);

    TrajectoryRecord record() const;

  private:
    void widen_edges(const Road& road);

    TrajectoryWindow window_;
    double next_s_ = 0.0;
    TrajectoryRecord record_;
};

}  // namespace gineste
