// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <vector>

#include "course/line_match.hpp"
#include "course/network.hpp"

namespace gineste {

/// Roads that are there once, cut into legs where a race comes onto them or leaves them. Cuts are
/// at samples; those within 20 m of each other are one.
class CutRoads {
  public:
    /// A leg on the line of a race.
    struct RoadLeg {
        std::size_t line = 0;
        double from_m = 0.0;
        double to_m = 0.0;
        double stretch = 1.0;
        double length_m() const { return (to_m - from_m) * stretch; }
    };

    /// `ways`: by race, over roads of its own line or an earlier one; `lengths_m`: of their lines.
    CutRoads(const std::vector<std::vector<LineMatch>>& ways, const std::vector<double>& lengths_m);

    const std::vector<RoadLeg>& legs() const { return legs_; }
    const std::vector<std::vector<RouteStep>>& ways() const { return ways_; }

    /// Makes a race as long as certified, if 3 % are enough: by the legs of its own line, all by
    /// the same part, since a second lap or the way back is not as long as the first where it is
    /// traced anew. A race that runs on lines of others only, and starts where nobody else comes or
    /// goes, starts so much earlier or later. To be called in the order of the races.
    void reach(std::size_t race, double certified_m);

  private:
    void move_start(std::size_t race, double missing_m);
    bool is_start_alone(std::size_t race, std::size_t before, std::size_t first) const;

    std::vector<RoadLeg> legs_;
    std::vector<std::vector<RouteStep>> ways_;
};

}  // namespace gineste
