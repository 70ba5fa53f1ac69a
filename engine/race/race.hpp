// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <cstdint>
#include <memory>

#include "core/instruction_set.hpp"
#include "course/course.hpp"
#include "field/field.hpp"
#include "observers/record.hpp"
#include "scenario/scenario.hpp"

namespace gineste {

/// How to run; no result depends on any of it.
struct RaceOptions {
    int threads = 0;  ///< 0: as many as the machine has
    InstructionSet instructions = best_instruction_set();
    TrajectoryWindow trajectories = {};  ///< where and when to keep everybody's position
    double more_pens_m =
        0.0;  ///< of road behind the pens, where others may keep them from the line
};

/// The clock and the only moving state. Scenario and Course must outlive the race.
class Race {
  public:
    Race(const Scenario& scenario, const Course& course, Field field, RaceOptions options = {});
    ~Race();
    Race(Race&&) noexcept;

    /// One step of scenario.step_s. False once nobody is left to start or on the road.
    bool advance();

    double time_s() const;          ///< after the first gun
    std::size_t on_course() const;  ///< started, neither finished nor withdrawn
    std::size_t waiting() const;    ///< present and not yet over the start line
    std::size_t finished() const;
    std::size_t withdrawn() const;

    /// What has been observed so far; complete where `advance` has returned false.
    Record record() const;

    class State;  ///< race/state.hpp, for observers and tests
    const State& state() const;

  private:
    friend class Day;  // steps several races together, phase by phase
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace gineste
