// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <vector>

#include "field/field.hpp"
#include "motion/road.hpp"
#include "race/state.hpp"
#include "scenario/scenario.hpp"

namespace gineste {

/// Metres of road behind the line that all pens together can fill.
double pens_length_m(const Scenario& scenario, std::size_t runners);

/// Lets the waves go, in their order, each when its turn has come.
class Starts {
  public:
    Starts(const Scenario& scenario, const Field& field);

    /// Puts every wave whose gun falls at or before `time_s` on the road, in its pen behind the
    /// line or behind those still standing there, and behind `free_before_m`, where those of other
    /// races stand or run past. Returns the slots filled.
    std::size_t release(double time_s, double free_before_m, const Field& field, const Road& road,
                        Race::State& state);

    /// A runner of this wave is over the line.
    void note_over_line(WaveId wave, double time_s);

    bool all_released() const { return next_ == waves_.size() && head_ == by_line_.size(); }
    /// Latest gun so far or by the clock still to come, s after the first.
    double last_gun_s() const;
    /// Gun of a wave; none while it waits. A rolling wave's is the time its first runner starts.
    std::optional<double> gun_s(WaveId wave) const { return waves_[wave.value].gun_s; }
    /// As planned, before delays; none where it depends on the wave before.
    std::optional<double> due_s(WaveId wave) const { return waves_[wave.value].due_s; }

  private:
    struct Wave {
        WaveSpec spec;
        std::vector<RunnerId> by_rank;  ///< front of the pen first
        std::size_t over_line = 0;
        double last_over_s = 0.0;
        std::optional<double> due_s;
        std::optional<double> gun_s;
    };
    std::optional<double> gun_by_now(const Wave& wave, double time_s) const;
    void place(const Wave& wave, double free_before_m, const Field& field, const Road& road,
               Race::State& state) const;

    void let_go(double time_s, double free_before_m, const Field& field, const Road& road,
                Race::State& state);
    void append(RunnerId id, double chainage_m, double offset_m, const Field& field,
                const Road& road, Race::State& state) const;

    const Scenario* scenario_ = nullptr;
    std::vector<RunnerId> by_line_;  ///< those due at the line, in that order
    std::size_t head_ = 0;           ///< of those still waiting
    std::vector<Wave> waves_;
    std::size_t next_ = 0;     ///< the first wave still waiting
    double last_gun_s_ = 0.0;  ///< of those that have gone
};

}  // namespace gineste
