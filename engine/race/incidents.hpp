// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <vector>

#include "motion/road.hpp"
#include "scenario/scenario.hpp"

namespace gineste {

/// Closes parts of the road and opens them again, at their times.
class Incidents {
  public:
    /// `road` must outlive the incidents; they are the only ones to narrow it. `lasting`: what is
    /// narrow all day, from the beginning.
    Incidents(const Scenario& scenario, Road& road, std::vector<Closure> lasting = {});

    /// Gives the road the widths of `time_s`, seconds after the first gun. To be called between
    /// steps, by one thread. Does nothing where nothing has changed since the last call. `moving`:
    /// lanes that vehicles take now.
    void tick(double time_s, const std::vector<Closure>& moving = {});

  private:
    struct Timed {
        Closure closure;
        double begin_s = 0.0;  ///< after the first gun
        double end_s = 0.0;
        double closing_s = 0.0;
        double closed_at(double time_s) const;
    };

    Road* road_ = nullptr;
    std::vector<Timed> incidents_;
    std::vector<Closure> lasting_;
    bool had_moving_ = false;
};

}  // namespace gineste
