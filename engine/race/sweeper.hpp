// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <vector>

#include "observers/road_record.hpp"
#include "scenario/scenario.hpp"

namespace gineste {

/// The vehicle behind the last runners, and the places that must be reached by a time.
class Sweeper {
  public:
    explicit Sweeper(const Scenario& scenario);

    /// The chainage behind which nobody may be at `time_s`, and why; none: everybody may go on.
    struct Limit {
        double behind_m = 0.0;
        std::size_t* taken_off = nullptr;  ///< counts those whom it stops
    };
    /// All limits that come into force after `before_s` and at or before `time_s`. `all_started`:
    /// nobody is left before the start line. The sweeper looks round once a minute.
    std::vector<Limit> limits(double before_s, double time_s, bool all_started);

    const std::optional<SweeperRecord>& record() const { return record_; }

  private:
    double after_s_ = 0.0;
    std::optional<SweeperRecord> record_;
};

}  // namespace gineste
