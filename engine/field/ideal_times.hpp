// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <vector>

#include "motion/pacing.hpp"

namespace gineste {

/// Undisturbed times over one road for any runner, from a table: speed · time hardly depends on
/// speed, so it is tabulated over (hill response, drift, flat speed) and interpolated linearly.
/// Within 1 s of `ideal_time_s` for those who run all the way. A long climb on which a runner just
/// walks or just does not makes a jump in time, which the table rounds off: within 2 % there.
/// Traits outside the table are marched exactly.
class IdealTimes {
  public:
    IdealTimes(Road road, PacingLaw law, int threads);

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
    struct Place {
        int below = 0;
        double part = 0.0;
        double weight(int corner) const { return corner == 0 ? 1.0 - part : part; }
    };
    static Place place_on(const Axis& axis, double x);
    static Place place_of_speed(double speed_mps);
    static double speed_at(int node);
    double halved_speed_mps(double time_s, double hill_response, double drift,
                            double near_mps) const;
    double tabulated(double flat_speed_mps, double hill_response, double drift) const;
    double entry(int response, int drift, int speed) const;

    static constexpr Axis kResponse{0.4, 1.6, 13};
    static constexpr Axis kDrift{-0.2, 0.6, 25};
    // Fine where runners may walk, coarse above; the two meet.
    static constexpr Axis kSlow{1.0, 3.0, 25};
    static constexpr Axis kFast{3.0, 7.0, 13};
    static constexpr int kSpeeds = kSlow.nodes + kFast.nodes - 1;
    Road road_;
    PacingLaw law_;
    std::vector<double> equivalent_m_;  ///< speed · time, metres on the flat
};

}  // namespace gineste
