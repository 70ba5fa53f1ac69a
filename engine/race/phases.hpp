// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <vector>

#include "core/random.hpp"
#include "motion/crowd.hpp"
#include "motion/pacing.hpp"
#include "motion/road.hpp"
#include "observers/congestion.hpp"
#include "observers/passages.hpp"
#include "race/starts.hpp"
#include "race/state.hpp"
#include "stations/stations.hpp"

namespace gineste {

/// What happens to a runner once in a race; dealt with in slot order after the parallel phase.
struct LineEvent {
    enum class Kind : std::uint8_t { started, finished, withdrew };
    Kind kind = Kind::started;
    RunnerId runner;
    std::uint16_t wave = 0;
    double time_s = 0.0;
    float lost_s = 0.0F;
    float at_stations_s = 0.0F;
};

/// The clock, the state and everything a step works with. `Race::advance` calls the phases.
struct Race::Parts {
    Parts(const Scenario& scenario, const Course& course, Field field, RaceOptions options);

    void release();  ///< waves whose gun has gone take their place behind the line
    void intend();   ///< each runner's own pace, what a station asks of it, and the frozen view
    void move();     ///< where the crowd lets each come to stand; lines, marks, time lost
    void serve();    ///< tables serve, finishers and withdrawals are counted
    void reorder();  ///< the new generation becomes the old one, in slot order
    void tick();     ///< the clock
    bool over() const;

    Record record() const;

    const Scenario& scenario;
    const Course& course;
    Field field;
    int threads = 1;
    Road road;
    PacingLaw pacing;
    PacingLaw::Lag lag;
    CrowdLaw crowd;
    InstructionSet instructions;
    Random behaviour;

    State state;
    FrozenCrowd frozen;  ///< what a step reads of the others
    Starts starts;
    Stations stations;
    PassageObserver passages;
    CongestionObserver congestion;
    RunnerRecord runners;

    std::uint64_t step = 0;
    double time_s = 0.0;
    std::size_t present = 0;
    std::size_t started = 0;
    std::size_t finished = 0;
    std::size_t withdrawn = 0;
    bool someone_withdrew = false;  ///< in this step
    std::uint64_t runner_steps = 0;
    double began_wall_s = 0.0;
    std::vector<std::uint64_t> hashes;  ///< of the state at every full minute

    // By block of runners, joined in block order: slot order on any number of threads.
    std::vector<std::vector<StationEvent>> station_events;
    std::vector<std::vector<LineEvent>> line_events;

  private:
    void intend_slot(std::size_t slot, std::vector<StationEvent>& events);
    float pace_noise(std::size_t slot, double chainage_m);
    void observe_slot(std::size_t slot, int thread, std::vector<LineEvent>& events);
    void pass_marks(std::size_t slot, const Stride& stride, int thread,
                    std::vector<LineEvent>& events);
    void leave_segment(std::size_t slot, const Stride& stride, int thread);
    void count(const LineEvent& event);
    void clear_road();
    void withdraw_everyone();
};

}  // namespace gineste
