// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cmath>

#include "core/ids.hpp"
#include "observers/record.hpp"

namespace gineste {

/// One step of one runner along the road.
struct Stride {
    RunnerId runner;
    double from_m = 0.0;
    double to_m = 0.0;
    double from_s = 0.0;
    double step_s = 0.0;

    /// When the runner came over a chainage within the step, at an even speed between its ends.
    double time_at_s(double chainage_m) const {
        return from_s + step_s * (chainage_m - from_m) / (to_m - from_m);
    }
    bool crosses(double chainage_m) const { return from_m < chainage_m && to_m >= chainage_m; }
};

/// Keeps the time of every runner at every mark. Each runner writes a row of its own.
class PassageObserver {
  public:
    PassageObserver(std::size_t runners, double length_m, double spacing_m);
    void see(const Stride& stride);
    /// The first mark beyond a chainage.
    double next_mark_m(double chainage_m) const {
        return record_.spacing_m * (std::floor(chainage_m / record_.spacing_m) + 1.0);
    }
    const PassageRecord& record() const { return record_; }

  private:
    PassageRecord record_;
};

}  // namespace gineste
