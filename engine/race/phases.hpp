// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <limits>
#include <vector>

#include "core/random.hpp"
#include "motion/crowd.hpp"
#include "motion/pace.hpp"
#include "motion/pacing.hpp"
#include "motion/road.hpp"
#include "observers/congestion.hpp"
#include "observers/passages.hpp"
#include "observers/strides.hpp"
#include "observers/trajectories.hpp"
#include "race/gate.hpp"
#include "race/incidents.hpp"
#include "race/starts.hpp"
#include "race/state.hpp"
#include "race/sweeper.hpp"
#include "race/vehicles.hpp"
#include "stations/stations.hpp"

namespace gineste {

/// What happens to a runner once in a race; dealt with in slot order after the parallel phase.
struct LineEvent {
    enum class Kind : std::uint8_t { started, finished, withdrew };
    Kind kind = Kind::started;
    RunnerId runner;
    double time_s = 0.0;
    float lost_s = 0.0F;
};

/// What is noted of a runner now and then; by RunnerId, written by the runner's own step.
struct Notes {
    double segment_since_s = 0.0;  ///< when the segment under way was entered
    float lost_before_s = 0.0F;    ///< what had been lost by then
    float at_stations_s = 0.0F;    ///< slower than one would for a station's sake
};

/// The clock, the state and everything a step works with. `Race::advance` calls the phases.
struct Race::Parts {
    Parts(const Scenario& scenario, const Course& course, Field field, RaceOptions options);

    void release();  ///< waves whose gun has gone take their place behind the line
    void move();     ///< everybody, in parallel: own pace, stations, crowd, lines, order in blocks
    void prepare_move();                                  ///< of a move by blocks ...
    void move_block(std::size_t begin, std::size_t end);  ///< ... these two in place of it
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
    Incidents incidents;
    Vehicles vehicles;
    Sweeper sweeper;
    PacingLaw pacing;
    PaceStep pace_step;
    CrowdLaw crowd;
    InstructionSet instructions;
    Random behaviour;

    State state;
    std::vector<Company> company;  ///< other races on the same road, as they stand now
    std::vector<Gate> gates;       ///< at crossings, in running order
    double free_before_m = std::numeric_limits<double>::infinity();  ///< pens, of other races
    Starts starts;
    Stations stations;
    PassageObserver passages;
    CongestionObserver congestion;
    TrajectoryObserver trajectories;
    RunnerRecord runners;
    std::vector<Notes> notes;

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
    PhaseTimes phases;
    std::vector<MoveTimes> move_times;  ///< by thread

    // By block of slots, joined in block order: slot order on any number of threads.
    std::vector<std::vector<StationEvent>> station_events;
    std::vector<std::vector<LineEvent>> line_events;
    std::vector<BlockStrides> strides;  ///< by thread

  private:
    void steer_slot(std::size_t slot, std::vector<StationEvent>& events);
    void hold_at_gates(std::size_t begin, std::size_t end);
    void note_event(std::size_t slot, int thread, std::vector<LineEvent>& events);
    void note_segment(std::size_t slot, const Stride& stride, int thread);
    void draw_noise(std::size_t slot, double from_m, double to_m);
    Place next_event(std::size_t slot, double chainage_m) const;
    void note_waves();
    void note_positions();
    void count(const LineEvent& event);
    void clear_road();
    void sweep(double before_s);
    void withdraw_everyone();
    std::size_t withdraw_behind(double chainage_m);
};

}  // namespace gineste
