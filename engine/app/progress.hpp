// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <chrono>
#include <string>

#include "field/field.hpp"
#include "race/race.hpp"
#include "scenario/scenario.hpp"

namespace gineste {

inline constexpr const char* kWipe = "\r\x1b[K";  ///< empties the line of a terminal

/// Runner-seconds that a race will take if nobody is held up: what "time left" is measured by.
double expected_runner_s(const Field& field);

/// One line on standard error, five times a second, and only where that is a terminal: clock,
/// runners on the course, time left. The line is wiped when the race is over.
class Progress {
  public:
    enum class Wish { show, hide };
    Progress(const Scenario& scenario, double expected_runner_s, Wish wish);
    ~Progress();
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    void after_step(const Race& race);
    double elapsed_s() const;  ///< wall time since construction

  private:
    using Clock = std::chrono::steady_clock;
    std::string line(const Race& race) const;

    Zone zone_;
    double first_gun_instant_s_ = 0.0;
    double step_s_ = 0.0;
    double expected_runner_s_ = 0.0;
    double done_runner_s_ = 0.0;
    bool shown_ = false;
    Clock::time_point begin_ = Clock::now();
    Clock::time_point next_ = begin_;
};

}  // namespace gineste
