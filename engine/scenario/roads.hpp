// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/error.hpp"

namespace gineste {

// What a scenario says of the road on the day: incidents, vehicles, the sweeper, closures. As in
// scenario.hpp, every field is one row of the table of keys.

enum class KeptSide { left, right };

/// A stretch of road that is partly closed for a while.
struct IncidentSpec {
    SourcePlace where;
    std::string name;
    double from_m = 0.0;
    double to_m = 0.0;
    double begin_s = 0.0;  ///< seconds after local midnight of Scenario::date
    double end_s = 0.0;
    double width_m = 0.0;  ///< left to the runners
    KeptSide side = KeptSide::left;
    double closing_s = 60.0;  ///< over which the road narrows
};

/// A vehicle that drives on the course while runners are on it.
struct VehicleSpec {
    SourcePlace where;
    std::string name;
    std::optional<double> from_m;     ///< where it comes on the course
    std::optional<double> to_m;       ///< where it is going; before `from_m`: against the runners
    std::optional<double> crosses_m;  ///< where it goes from one side to the other, instead
    double at_s = 0.0;                ///< seconds after local midnight of Scenario::date
    double speed_mps = 5.0;
    double lane_m = 3.0;             ///< of the road's width that it takes; across: of its length
    double length_m = 6.0;           ///< of the vehicle
    KeptSide side = KeptSide::left;  ///< left to the runners; across: to which it goes
    double stays_s = 600.0;          ///< at its goal, before it is off the road
};

/// At which place runners must be by when.
struct CutOffSpec {
    SourcePlace where;
    double at_m = 0.0;
    double time_s = 0.0;  ///< seconds after local midnight of Scenario::date
};

/// The vehicle behind the last runners. Whom it overtakes gets in.
struct SweeperSpec {
    double after_s = 300.0;  ///< the last runner is over the start line
    double pace_s_per_km = 540.0;
    std::vector<CutOffSpec> cut_offs;
};

/// A stretch of road that is closed to traffic.
struct RoadClosureSpec {
    SourcePlace where;
    std::string name;
    double from_m = 0.0;
    double to_m = 0.0;
    double closes_s = 0.0;          ///< seconds after local midnight
    int days_before = 0;            ///< the race day on which it closes
    std::optional<double> opens_s;  ///< as announced, on the race day
};

struct JunctionSpec {
    SourcePlace where;
    std::string name;
    double at_m = 0.0;
};

/// When roads are closed to traffic, for the road timetable.
struct RoadsSpec {
    double clearing_s = 900.0;  ///< from the last of the race to the first car
    std::vector<RoadClosureSpec> closures;
    std::vector<JunctionSpec> junctions;
};

}  // namespace gineste
