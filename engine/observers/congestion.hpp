// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <vector>

#include "observers/record.hpp"
#include "observers/strides.hpp"

namespace gineste {

/// Time spent and distance covered by segment and interval (Edie 1963, generalised definitions of
/// flow, density and speed). Sums are of integers, so that they do not depend on who added when.
class CongestionObserver {
  public:
    CongestionObserver(double length_m, double segment_m, double interval_s, double step_s,
                       int threads);

    /// What a block of runners did in one step. Safe for different threads at a time.
    void see(int thread, const std::vector<SegmentStride>& strides);
    /// Somebody of a wave comes to a segment, or is there when an interval begins.
    void see_wave(int thread, std::size_t segment, std::uint16_t wave) {
        open_[static_cast<std::size_t>(thread)][segment].wave_mask |= 1U << (wave % 32U);
    }
    /// A runner leaves a segment.
    enum class Leaving : std::uint8_t { freely, delayed };
    void see_leave(int thread, std::size_t segment, Leaving leaving);
    /// Ends a step: what is seen next belongs to the interval that holds `time_s`. True where that
    /// is another one.
    bool end_step(double time_s);

    const Segments& segments() const { return segments_; }
    CongestionRecord record() const;

  private:
    struct Cell {
        std::int64_t runner_steps = 0;
        std::int64_t distance = 0;       ///< in places
        std::int64_t free_distance = 0;  ///< likewise
        std::uint32_t wave_mask = 0;
        std::uint32_t delayed = 0;
        std::uint32_t left = 0;
        void add(const Cell& other);
    };
    void close_interval();
    std::vector<Cell> summed() const;

    Segments segments_;
    double interval_s_ = 60.0;
    double step_s_ = 0.5;
    std::size_t interval_ = 0;
    std::vector<std::vector<Cell>> open_;    ///< by thread: the interval under way
    std::vector<std::vector<Cell>> closed_;  ///< by interval
};

}  // namespace gineste
