// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>
#include <cstddef>
#include <vector>

#include "course/network.hpp"
#include "day/day_record.hpp"
#include "day/leg_run.hpp"
#include "day/road_user.hpp"
#include "race/gate.hpp"
#include "scenario/day_spec.hpp"

namespace gineste {

/// Two flows that cross on one level, and the marshals who hold them. Gaps: the first flow is never
/// held; the second is let across while nobody of the first would be there within `gap_s`. Pulses:
/// one flow after the other, each for `pulse_s` if somebody of the other is held, with `clearing_s`
/// between them and no sooner than the crossing is clear.
class Crossing {
  public:
    /// A flow's way over the crossing, of one race: its chainages.
    struct Way {
        std::size_t race = 0;
        double at_m = 0.0;          ///< middle of the crossing
        double half_zone_m = 0.0;   ///< of the road that it crosses
        std::size_t gate = 0;       ///< index in the race's gates, which the Day fills in
        std::vector<float> held_s;  ///< by runner
    };

    Crossing(const CrossingSpec& spec, std::array<std::vector<Way>, 2> ways)
        : spec_(spec), ways_(std::move(ways)) {}

    std::array<std::vector<Way>, 2>& ways() { return ways_; }

    /// Decides who may cross in the next step, from where everybody is now.
    void decide(double time_s, double step_s, const std::vector<RoadUser>& users);
    bool is_closed(std::size_t flow) const { return !open_[flow]; }

    HoldNotes notes() const;

    /// The line before the crossing where a flow is held.
    static Gate gate_of(const Way& way) { return {way.at_m - way.half_zone_m - 1.0, false}; }

  private:
    bool has_gap(const std::vector<RoadUser>& users) const;
    bool is_clear(const std::vector<RoadUser>& users) const;
    bool is_held(std::size_t flow, const std::vector<RoadUser>& users) const;
    void pulse(double time_s, const std::vector<RoadUser>& users);
    void note_held(double step_s, const std::vector<RoadUser>& users);

    CrossingSpec spec_;
    std::array<std::vector<Way>, 2> ways_;
    std::array<bool, 2> open_{true, true};
    std::size_t turn_ = 0;      ///< pulses: the flow that goes, or goes next
    double since_s_ = 0.0;      ///< when it was let across, or the other one stopped
    std::size_t releases_ = 0;  ///< of the second flow
};

/// All of the day, with the ways of all races over them; without a rule nobody is ever held.
std::vector<Crossing> crossings_of(const DaySpec& day, const Network& network);

}  // namespace gineste
