// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <vector>

#include "observers/record.hpp"

namespace gineste {

/// What one runner did to one cell in one step.
struct CongestionSample {
    double chainage_m = 0.0;
    double distance_m = 0.0;
    double free_distance_m = 0.0;  ///< that would have been covered with nobody else on the road
    std::uint16_t wave = 0;
};

/// Time spent and distance covered by segment and interval (Edie 1963, generalised definitions of
/// flow, density and speed). Sums are of integers, so that they do not depend on who added when.
class CongestionObserver {
  public:
    CongestionObserver(double length_m, double segment_m, double interval_s, double step_s,
                       int threads);

    void see(int thread, const CongestionSample& sample) {
        if (sample.chainage_m < 0.0) return;
        const std::size_t k = segment(sample.chainage_m);
        if (k >= segments_) return;
        Cell& cell = open_[static_cast<std::size_t>(thread)][k];
        ++cell.runner_steps;
        cell.distance += units(sample.distance_m);
        cell.free_distance += units(sample.free_distance_m);
        cell.wave_mask |= 1U << (sample.wave % 32U);
    }
    /// A runner leaves a segment.
    enum class Leaving : std::uint8_t { freely, delayed };
    void see_leave(int thread, double segment_end_m, Leaving leaving);
    /// Ends a step: what was seen belongs to the interval that holds `time_s`.
    void end_step(double time_s);

    double segment_m() const { return segment_m_; }
    CongestionRecord record() const;

  private:
    struct Cell {
        std::int64_t runner_steps = 0;
        std::int64_t distance = 0;       ///< in units of kUnit
        std::int64_t free_distance = 0;  ///< likewise
        std::uint32_t wave_mask = 0;
        std::uint32_t delayed = 0;
        std::uint32_t left = 0;
        void add(const Cell& other);
    };
    static constexpr double kUnit = 1e-4;  ///< m; sums of whole units do not depend on their order
    static std::int64_t units(double distance_m) {
        return static_cast<std::int64_t>(distance_m * (1.0 / kUnit) + 0.5);
    }
    std::size_t segment(double chainage_m) const {
        return static_cast<std::size_t>(chainage_m * segments_per_m_);
    }
    void close_interval();
    std::vector<Cell> summed() const;

    double segment_m_ = 100.0;
    double segments_per_m_ = 0.01;
    double interval_s_ = 60.0;
    double step_s_ = 0.5;
    std::size_t segments_ = 0;
    std::size_t interval_ = 0;
    std::vector<std::vector<Cell>> open_;    ///< by thread: the interval under way
    std::vector<std::vector<Cell>> closed_;  ///< by interval
};

}  // namespace gineste
