// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <vector>

#include "motion/pacing.hpp"

namespace gineste {

/// Undisturbed times over one road for any runner, from a table: speed · time hardly depends on
/// speed, so it is tabulated over (hill response, drift, flat speed) and interpolated linearly.
/// Within 1 s of `ideal_time_s` for finite traits; traits outside the table are marched exactly.
class IdealTimes {
  public:
    IdealTimes(const Road& road, const PacingLaw& law, int threads);

    /// Seconds from line to line.
    double time_s(double flat_speed_mps, double hill_response, double drift) const;
    /// The flat speed, m/s, at which the undisturbed time is `time_s`.
    double flat_speed_mps(double time_s, double hill_response, double drift) const;

  private:
    struct Axis {
        double from = 0.0;
        double to = 1.0;
        int nodes = 2;
        double value(int k) const { return from + (to - from) * k / (nodes - 1); }
        bool holds(double x) const { return x >= from && x <= to; }
    };
    double tabulated(double flat_speed_mps, double hill_response, double drift) const;
    double entry(int response, int drift, int speed) const;

    static constexpr Axis kResponse{0.4, 1.6, 13};
    static constexpr Axis kDrift{-0.2, 0.6, 17};
    static constexpr Axis kSpeed{1.0, 7.0, 19};
    Road road_;
    PacingLaw law_;
    std::vector<double> equivalent_m_;  ///< speed · time, metres on the flat
};

}  // namespace gineste
