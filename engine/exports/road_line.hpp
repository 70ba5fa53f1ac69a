// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <vector>

#include "observers/record.hpp"

namespace gineste {

/// A place on Earth, WGS 84.
struct RoadPoint {
    double lon_deg = 0.0;
    double lat_deg = 0.0;
    double elevation_m = 0.0;
};

/// The road of a record as points: its profile, linear between entries.
class RoadLine {
  public:
    explicit RoadLine(const Record& record);

    /// Whether the course has a position on Earth at all; nothing below may be asked otherwise.
    bool is_on_earth() const { return !profile_.lon_deg.empty(); }
    double length_m() const { return length_m_; }
    RoadPoint at(double chainage_m) const;
    /// Both ends and every entry of the profile between them.
    std::vector<RoadPoint> between(double from_m, double to_m) const;

  private:
    const ProfileRecord& profile_;
    double length_m_ = 0.0;
};

}  // namespace gineste
