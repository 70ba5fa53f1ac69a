// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace gineste {

// Times are seconds after the first gun, negative before it; NaN for what did not happen.

/// A place that had to be reached by a time.
struct CutOffRecord {
    double at_m = 0.0;
    double time_s = 0.0;
    std::size_t taken_off = 0;  ///< runners
};

/// The vehicle behind the last runners.
struct SweeperRecord {
    double sets_off_s = 0.0;  ///< from the start line; NaN: never
    double pace_s_per_km = 0.0;
    std::size_t taken_off = 0;  ///< runners it overtook
    std::vector<CutOffRecord> cut_offs;
};

/// A vehicle among the runners.
struct VehicleRecord {
    std::string name;
    double from_m = 0.0;
    double to_m = 0.0;       ///< as `from_m` where it crosses the course
    double speed_mps = 0.0;  ///< while its lane is clear
    double comes_s = 0.0;
    double arrives_s = 0.0;
    double held_up_s = 0.0;                   ///< behind or among runners
    double peak_density_behind_per_m2 = 0.0;  ///< in the 100 m just left; across: before
};

/// A stretch of road that is closed to traffic.
struct RoadClosureRecord {
    std::string name;
    double from_m = 0.0;
    double to_m = 0.0;
    double closes_s = 0.0;
    double announced_opening_s = 0.0;  ///< NaN: none announced
};

struct JunctionRecord {
    std::string name;
    double at_m = 0.0;
};

struct RoadsRecord {
    double clearing_s = 0.0;
    std::vector<RoadClosureRecord> closures;
    std::vector<JunctionRecord> junctions;
};

}  // namespace gineste
