// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <optional>
#include <vector>

#include "course/network.hpp"
#include "day/leg_run.hpp"
#include "day/road_user.hpp"
#include "scenario/day_spec.hpp"

namespace gineste {

/// Where roads run into one. Each keeps its runners between edges of its own up to the seam, side
/// by side over the last metres; where the lines between them lie follows the crowds that come, by
/// the rule (divide.hpp), as fast as runners step aside. Beyond the seam all see each
/// other.
///
///     ═══ first leg ═══╲
///                       ══ side by side ══╪══ into ══
///     ══ second leg ═══╱                 seam
///
/// Streams lie from left to right as their legs are listed in the day; starters come last. Nobody
/// has to move aside for it: beyond the seam each race counts offsets from a centre of its own, so
/// that who runs straight on does so on the left or the right of the common road.
class Merge {
  public:
    /// A race on its way in: the chainage of the seam.
    struct Inlet {
        std::size_t race = 0;
        double seam_m = 0.0;
    };
    struct Stream {
        std::optional<LegId> from;  ///< none: the pens of a start line
        std::vector<Inlet> inlets;  ///< races that come this way
        double length_m = 0.0;      ///< of the leg
        double width_m = 0.0;       ///< of its road
        double part_m = 0.0;        ///< that it has now
        double left_m = 0.0;  ///< of the common middle: the middle of its part where all press
    };

    /// `into_m`: length of the leg they run into. `first`: the stream with priority.
    Merge(double into_m, MergeRule rule, std::size_t first, std::vector<Stream> streams,
          const std::vector<RoadUser>& users);

    /// Moves the lines on by `step_s` towards what those who come now need.
    void move_lines(double step_s, const std::vector<RoadUser>& users);
    /// Gives the races' roads their edges before the seam, over whatever else divides them there.
    void lay_out(const std::vector<RoadUser>& users) const;

    const std::vector<Stream>& streams() const { return streams_; }

  private:
    std::vector<std::size_t> coming(const std::vector<RoadUser>& users) const;
    static bool may_start(const Stream& stream, const std::vector<RoadUser>& users);
    std::vector<double> wanted_parts_m(const std::vector<std::size_t>& coming,
                                       const std::vector<RoadUser>& users) const;
    void measure_widths(const std::vector<RoadUser>& users);
    std::vector<double> middles_of_parts_m() const;

    double into_m_ = 0.0;
    MergeRule rule_ = MergeRule::zip;
    std::size_t first_ = 0;
    std::vector<Stream> streams_;
    double width_m_ = 0.0;  ///< of the road they run into
};

/// All of the network: where different legs lead into one leg, or runners come from a start line
/// onto a leg that others come along.
std::vector<Merge> merges_of(const DaySpec& day, const Network& network,
                             const std::vector<RoadUser>& users);

}  // namespace gineste
