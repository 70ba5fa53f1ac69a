// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "scenario/scenario.hpp"

namespace gineste {

/// The road that a station may take. It is as long as planned, and longer where its tables would
/// stand in one another's lines: each wants its own length and that of the places before it, in
/// single file, so that no line reaches the table before. Where the road ends sooner tables move
/// together, at closest end to end.
class StationRoom {
  public:
    /// @param scenario  whose standing runners are that deep and far apart
    /// @param free_m    chainage up to which the road is free: the next station or the finish
    StationRoom(const StationSpec& planned, const Scenario& scenario, double free_m);

    double length_m(int tables) const;
    int most_tables() const;
    double most_m() const { return most_m_; }

  private:
    double planned_m_ = 0.0;
    double table_m_ = 0.0;  ///< of one table
    double pitch_m_ = 0.0;  ///< wanted from one table to the next
    double most_m_ = 0.0;
};

}  // namespace gineste
