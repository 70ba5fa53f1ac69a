// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <functional>
#include <vector>

#include "motion/capacity.hpp"
#include "motion/road.hpp"

namespace gineste {

/// The road that a queue takes up. Behind a place that lets `capacity_per_s` through, the queue
/// moves at the slower speed v_q with the flow capacity/width, where those who are free run v_f. A
/// metre of it costs 1/v_q − 1/v_f seconds, so whoever is held up by w seconds met its end where
/// these add up to w: exactly the kinematic wave (Lighthill and Whitham 1955, Newell 1993) with the
/// crowd law's own diagram. Where the road is wider the queue is denser, slower and shorter.
class QueueSpace {
  public:
    /// Looks back from `at_m` until a delay of `longest_delay_s` has its room, or the start line.
    /// `free_mps` gives the usual free speed at a chainage.
    QueueSpace(const Road& road, const HeadwayLaw& law, double at_m, double capacity_per_s,
               double longest_delay_s, const std::function<double(double)>& free_mps);

    /// Metres of queue when the last in it loses `delay_s`; no more than to the start line.
    double length_m(double delay_s) const;
    /// Runners who stand in so much of it.
    double runners(double length_m) const;
    /// Seconds that so much of it costs.
    double delay_s(double length_m) const { return at(delay_s_, length_m); }
    double speed_mps(double length_m) const { return at(speed_mps_, length_m); }
    /// Runners per m² where it is densest, within so much of it.
    double densest_per_m2(double length_m) const;

  private:
    double at(const std::vector<double>& values, double length_m) const;

    static constexpr double kStep = 10.0;
    double at_m_ = 0.0;
    // Each at k·kStep behind the place.
    std::vector<double> delay_s_{0.0};
    std::vector<double> runners_{0.0};
    std::vector<double> speed_mps_;
    std::vector<double> density_per_m2_;
};

}  // namespace gineste
