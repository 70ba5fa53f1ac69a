// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <vector>

#include "observers/record.hpp"

namespace gineste {

/// When the runners of one race came over any chainage, in seconds after the first gun of the day;
/// NaN: never. Known are the start line, the marks of its record and the finish; between two of
/// them it is in proportion. Whoever withdrew is known up to the last mark before that.
class RunnerTimes {
  public:
    /// A chainage among the marks: on one, or the part of the way from it to the next.
    struct Place {
        std::size_t mark = 0;
        double part = 0.0;  ///< 0 to 1
    };

    /// `start_s`: first gun of the race after that of the day. The record must outlive this.
    RunnerTimes(const Record& record, double start_s);

    std::size_t runners() const { return record_->runners.start_s.size(); }
    /// Chainage below the start line or beyond the finish is answered with that line.
    Place place(double chainage_m) const;
    double at_s(std::size_t runner, Place place) const;
    /// The last mark that the runner is known to have come over.
    double last_s(std::size_t runner) const;
    /// Times of all who came over a chainage, in order.
    std::vector<double> all_s(double chainage_m) const;

  private:
    double mark_m(std::size_t mark) const;
    double mark_s(std::size_t runner, std::size_t mark) const;

    const Record* record_;
    double start_s_ = 0.0;
    std::size_t finish_ = 0;  ///< the mark that is the finish
};

}  // namespace gineste
