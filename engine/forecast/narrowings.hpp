// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <functional>
#include <vector>

#include "motion/capacity.hpp"
#include "motion/road.hpp"
#include "scenario/scenario.hpp"

namespace gineste {

/// What a queue that merges into less width passes, over what as much width carries in even flow:
/// neighbours who close in sideways leave gaps ahead of them. The crowd law's own, calibrated to
/// agents from 18 m to 6.5 m (tests/laws/test_queue.cpp holds it).
inline constexpr double kDischargeShare = 0.76;

/// The share of even flow that passes a station: whoever takes something crosses to the tables,
/// slows down or stands before them, and needs the room of `kTakerStrips` more.
inline constexpr double kTakerStrips = 1.3;
inline double station_share(const StationSpec& station) {
    return 1.0 / (1.0 + kTakerStrips * station.take_share);
}

/// A place that may let through fewer than the road before it.
struct Narrowing {
    double at_m = 0.0;     ///< where the road has become narrow, or the climb steep
    double width_m = 0.0;  ///< the least of the 50 m from there
    double share = 1.0;    ///< of even flow that passes: kDischargeShare where width is lost
};

/// Every place, in chainage order, where the road has lost 5 % of its width or 10 % of its capacity
/// at the usual free speed `free_mps(chainage)` since the last one: a queue can form there.
std::vector<Narrowing> find_narrowings(const Road& road, const HeadwayLaw& law,
                                       const std::function<double(double)>& free_mps);

}  // namespace gineste
