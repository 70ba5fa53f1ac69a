// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <optional>
#include <vector>

#include "motion/road.hpp"
#include "scenario/scenario.hpp"

namespace gineste {

/// Where the tables of a station stand. Running goes to the right:
///
///     approach_m     at_m                                                     zone_end_m
///     |--- notice ---|-- left row --|- - - right row - - -|-- drink --|-- discard --|
///                    |<- length   ->|<- only where staggered
///
/// Tables of one side are counted from the first; those of the right follow the left's.
class StationLayout {
  public:
    StationLayout(const StationSpec& spec, double course_m);

    int sides() const { return sides_; }
    std::size_t tables() const { return static_cast<std::size_t>(sides_ * tables_); }
    /// Middle of a table. `side`: −1 right, +1 left.
    double table_m(int side, int table) const;
    /// The table beside which one is; none before the first and after the last.
    std::optional<int> table_beside(int side, double chainage_m) const;
    std::size_t index(int side, int table) const;
    /// Chainage at which runners decide; the zone of the station begins there.
    double approach_m() const { return approach_m_; }
    /// End of the tables, of the drinking zone and of the discard zone, none beyond the finish.
    double tables_end_m() const { return tables_end_m_; }
    double drink_end_m() const { return drink_end_m_; }
    double zone_end_m() const { return zone_end_m_; }
    bool is_after_line() const { return after_line_; }

  private:
    double at_m_ = 0.0;
    double pitch_m_ = 0.0;
    double stagger_m_ = 0.0;
    int tables_ = 0;
    int sides_ = 1;
    bool after_line_ = false;
    double approach_m_ = 0.0;
    double tables_end_m_ = 0.0;
    double drink_end_m_ = 0.0;
    double zone_end_m_ = 0.0;
};

/// The discard zones on the road, narrowed by what nobody runs on: along the right edge where that
/// is the only side used, else along the left. The loss of two sides is taken from one: the width
/// that is left is what bears on the crowd.
std::vector<Closure> discard_zones(const Scenario& scenario, const Road& road);

}  // namespace gineste
