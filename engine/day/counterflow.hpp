// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <vector>

#include "course/network.hpp"
#include "day/leg_run.hpp"
#include "day/road_user.hpp"

namespace gineste {

/// A leg that is run both ways without cones. (With cones each direction's course is as wide as
/// they leave it, and the two have nothing to do with one another.) The two directions never see
/// each other: a line lies between them, where the crowds press it: at every place each direction
/// has the share of the width that its runners are of all who are near there or come towards it, as
/// lanes form among walkers who meet (no such law was measured for runners). There is always room
/// for a single file of either.
class Counterflow {
  public:
    /// `leg` must outlive this.
    Counterflow(const Leg& leg, std::vector<LegRun> runs, const std::vector<RoadUser>& users);

    /// Moves the line on by `step_s`; false where it stays.
    bool move_line(double step_s, const std::vector<RoadUser>& users);

  private:
    /// Of the width, for those who run the leg forward, at a place of it.
    double forward_share(double at_m) const;
    double width_m(std::size_t piece) const;
    std::vector<std::size_t> counted(Direction direction, const std::vector<RoadUser>& users) const;
    double wanted_share(std::size_t piece, const std::vector<std::size_t>& forward,
                        const std::vector<std::size_t>& back) const;
    void lay_out(const std::vector<RoadUser>& users) const;

    const Leg* leg_ = nullptr;
    std::vector<double> share_;  ///< forward, of each piece
    std::vector<LegRun> runs_;
};

/// All of the network.
std::vector<Counterflow> counterflows_of(const Network& network,
                                         const std::vector<RoadUser>& users);

}  // namespace gineste
