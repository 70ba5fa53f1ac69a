// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <chrono>
#include <cstddef>

namespace gineste {

/// Says how long one piece of work after the other takes.
class Stopwatch {
  public:
    Stopwatch() = default;

    /// For work so short that looking at the clock would be felt: runs one turn in sixteen, which
    /// then stands for all of them, and costs nothing in the others.
    static Stopwatch for_turn(std::size_t turn) {
        constexpr std::size_t one_in = 16;
        return Stopwatch(turn % one_in == 0 ? static_cast<double>(one_in) : 0.0);
    }

    /// Adds the seconds since the last lap to what this work took before.
    void lap(double& sum_s) {
        if (weight_ == 0.0) return;
        const Clock::time_point now = Clock::now();
        sum_s += weight_ * std::chrono::duration<double>(now - since_).count();
        since_ = now;
    }

  private:
    using Clock = std::chrono::steady_clock;
    explicit Stopwatch(double weight)
        : weight_(weight), since_(weight == 0.0 ? Clock::time_point() : Clock::now()) {}

    double weight_ = 1.0;  ///< turns that this one stands for; 0: stands still
    Clock::time_point since_ = Clock::now();
};

}  // namespace gineste
