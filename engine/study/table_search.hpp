// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <optional>

namespace gineste {

/// The search for the fewest tables that are enough at one station. Where it begins and how far it
/// may go is given; whatever was tried is kept, and what was too few once stays too few. So waits
/// that do not fall with every table (one day's chance) leave one answer: the fewest above all that
/// were too few.
class TableSearch {
  public:
    TableSearch(int first, int most);

    void note(int tables, bool is_enough);
    /// What to try next: twice what was too few, half of what was enough, or the middle of both;
    /// the answer once there is one.
    int next() const;
    /// The most that were too few; 0: none was.
    int too_few() const;
    /// The fewest that were enough, and above all that were too few.
    std::optional<int> enough() const;
    /// Even the most that there may be are too few.
    bool is_impossible() const { return too_few() == most_; }
    /// Whether there is an answer: impossible, or as near to too few as is searched for, a
    /// twentieth of the tables or one.
    bool is_closed() const;

  private:
    int first_ = 1;
    int most_ = 1;
    std::map<int, bool> tried_;  ///< tables → enough
};

}  // namespace gineste
