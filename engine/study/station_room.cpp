// SPDX-License-Identifier: Apache-2.0
#include "study/station_room.hpp"

#include <algorithm>
#include <cmath>

namespace gineste {
namespace {

constexpr double kLongest = 2000.0;  // m, and ...
constexpr int kMostTables = 1000;    // ... tables a side, that a scenario may have
constexpr double kRounding = 1e-9;

// Of one side: the rows of a staggered station stand one behind the other.
double longest_m(const StationSpec& spec, double free_m) {
    const double road_m = free_m - spec.at_m;
    if (spec.side != StationSide::staggered) return road_m;
    return spec.stagger_m ? road_m - *spec.stagger_m : 0.5 * road_m;
}

}  // namespace

StationRoom::StationRoom(const StationSpec& planned, const Scenario& scenario, double free_m)
    : planned_m_(planned.length_m), table_m_(planned.table_length_m), pitch_m_(table_m_) {
    const bool after_line = planned.at_m >= free_m;
    if (!after_line) {
        const double standing_m = scenario.motion.body_depth_m + scenario.start.kept_gap_m;
        pitch_m_ += planned.places * standing_m;
    }
    most_m_ = after_line ? kLongest : std::min(kLongest, longest_m(planned, free_m));
    most_m_ = std::max(most_m_, planned_m_);
}

double StationRoom::length_m(int tables) const {
    return std::clamp(std::ceil(tables * pitch_m_ - kRounding), planned_m_, most_m_);
}

int StationRoom::most_tables() const {
    const double fitting = std::floor(most_m_ / table_m_ + kRounding);
    return static_cast<int>(std::clamp(fitting, 1.0, static_cast<double>(kMostTables)));
}

}  // namespace gineste
