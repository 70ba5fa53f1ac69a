// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <vector>

#include "motion/road.hpp"
#include "observers/road_record.hpp"
#include "race/state.hpp"
#include "scenario/scenario.hpp"

namespace gineste {

/// Vehicles among the runners. Each closes its lane some way ahead of it, so that runners have time
/// to leave it, and where it is; it drives at its speed while the lane just ahead is clear, and at
/// a walk while somebody is still there.
///
/// One that crosses the course closes as much of the width as it has reached, and waits while
/// somebody is still there; runners pass before it, then behind it.
///
///     against the runners:   to_m <── [ahead 40 m │ vehicle │ 10 m behind] <── from_m
class Vehicles {
  public:
    explicit Vehicles(const Scenario& scenario);

    /// Moves every vehicle on by one step and measures what it leaves behind.
    void drive(double time_s, double step_s, const Road& road, const Race::State& state);

    /// The lanes that are closed now.
    std::vector<Closure> closures(const Road& road) const;
    const std::vector<VehicleRecord>& records() const { return records_; }

  private:
    struct Driven {
        VehicleSpec spec;
        double way = 1.0;   ///< 1 with the runners or across, -1 against them
        double at_m = 0.0;  ///< of its front: chainage, or across from the edge it comes from
        double speed_mps = 0.0;
        bool on_course = false;
    };
    Closure closed_along(const Driven& vehicle, const Road& road) const;
    Closure closed_across(const Driven& vehicle, const Road& road) const;
    static double goal_m(const Driven& vehicle, const Road& road);
    static bool is_clear(const Driven& vehicle, const Road& road, const Race::State& state);
    static double density_behind(const Driven& vehicle, const Road& road, const Race::State& state);

    double taper_m_ = 30.0;
    std::vector<Driven> vehicles_;
    std::vector<VehicleRecord> records_;
};

}  // namespace gineste
