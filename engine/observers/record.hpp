// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/ids.hpp"
#include "course/relief.hpp"
#include "observers/road_record.hpp"
#include "services/medical_record.hpp"
#include "services/roster_record.hpp"
#include "services/service_record.hpp"
#include "stations/station_record.hpp"

namespace gineste {

/// Times are seconds after the first gun of the race.
inline constexpr std::int32_t kNeverMs = -1;  ///< a passage that did not happen

enum class RunnerStatus : std::uint8_t { absent, waiting, running, finished, withdrawn };

/// One entry per entrant, in the order of the Field.
struct RunnerRecord {
    std::vector<std::uint32_t> bib;
    std::vector<std::uint8_t> woman;  ///< 1: results are kept with those of women
    std::vector<std::uint16_t> wave;
    std::vector<RunnerStatus> status;
    std::vector<double> gun_s;     ///< of the runner's wave; NaN: never
    std::vector<double> start_s;   ///< over the start line; NaN: never
    std::vector<double> finish_s;  ///< over the finish line; NaN: never
    std::vector<float> lost_s;     ///< to other runners, between the lines
    std::vector<float>
        at_stations_s;           ///< by their own choice and in queues, beyond running through
    std::vector<float> ideal_s;  ///< net time alone on the road, without stations
};

/// Time at each mark, runner-major: passage_ms[runner · marks + k] is over chainage k · spacing_m.
struct PassageRecord {
    double spacing_m = 100.0;
    std::size_t marks = 0;  ///< the first on the start line, the last at or before the finish
    std::vector<std::int32_t> passage_ms;
    std::vector<double> lon_deg;  ///< of each mark; may be empty
    std::vector<double> lat_deg;
};

/// What a piece of road is, copied from the Course so that a report needs the Record alone.
struct SegmentRecord {
    double from_m = 0.0;
    double to_m = 0.0;
    double width_m = 0.0;  ///< mean
    double least_width_m = 0.0;
    double grade = 0.0;        ///< mean
    double elevation_m = 0.0;  ///< at the beginning
    double lon_deg = 0.0;      ///< at the beginning
    double lat_deg = 0.0;
    std::string place;
};

/// The road in finer steps than its segments, for pictures of it; entry k stands at chainage
/// k · spacing_m.
struct ProfileRecord {
    double spacing_m = 20.0;
    std::vector<float> elevation_m;
    std::vector<float> grade;
    std::vector<float> width_m;
    std::vector<double> lon_deg;
    std::vector<double> lat_deg;
};

/// Time spent on the road by segment and interval (Edie 1963), segment-major:
/// cell = segment · intervals + interval; interval k covers [k, k+1) · interval_s.
struct CongestionRecord {
    double segment_m = 100.0;
    double interval_s = 60.0;
    std::size_t segments = 0;
    std::size_t intervals = 0;
    std::vector<double> runner_s;          ///< time spent, runners · seconds
    std::vector<double> distance_m;        ///< distance covered, runners · metres
    std::vector<double> free_distance_m;   ///< that would have been covered without other runners
    std::vector<std::uint32_t> wave_mask;  ///< bit w mod 32: runners of wave w were there
    std::vector<std::uint32_t> delayed;  ///< runners who left the segment in this interval, delayed
    std::vector<std::uint32_t> left;     ///< runners who left the segment in this interval
};

struct WaveRecord {
    std::string name;
    std::size_t entrants = 0;
    std::size_t started = 0;
    std::size_t finished = 0;
    double gun_due_s = 0.0;  ///< as planned, before delays; NaN where it waits for another wave
    double gun_s = 0.0;      ///< as it went; NaN: never
    double first_over_s = 0.0;
    double last_over_s = 0.0;
    double line_width_m = 0.0;
    double flow_per_s_per_m = 0.0;       ///< between first and last
    double peak_flow_per_s_per_m = 0.0;  ///< best 10 s
};

/// A runner whom the scenario names.
struct NamedRecord {
    std::string name;
    RunnerId runner;
};

struct RoadRecord {
    double at_m = 0.0;
    double first_s = 0.0;  ///< NaN: nobody
    double last_s = 0.0;
};

/// Wall time of the phases of a step (`race`, `advance`), summed over steps; they do not overlap.
struct PhaseTimes {
    double release_s = 0.0;
    double move_s = 0.0;  ///< the one that runs on all threads
    double serve_s = 0.0;
    double reorder_s = 0.0;
    double tick_s = 0.0;
};

/// What `move` is made of, summed over threads and steps; estimated from one block in sixteen. What
/// is left of threads · PhaseTimes::move_s is waking threads and their waiting for the last one.
struct MoveTimes {
    double pace_s = 0.0;
    double steer_s = 0.0;
    double jostle_s = 0.0;
    double observe_s = 0.0;
    double order_s = 0.0;
};

struct EngineRecord {
    int threads = 1;
    double step_s = 0.0;
    std::uint64_t steps = 0;
    std::uint64_t runner_steps = 0;  ///< runners on the road, summed over steps
    double simulation_s = 0.0;       ///< wall time, which differs between runs; so do ...
    double simulated_s = 0.0;
    PhaseTimes phases;     ///< ... these
    MoveTimes move_parts;  ///< ... and these
};

/// A stretch of road and of time in which everybody's position is kept.
struct TrajectoryWindow {
    double from_m = 0.0;
    double to_m = 0.0;
    double from_s = 0.0;
    double to_s = 0.0;
    double every_s = 0.0;  ///< between frames, a multiple of the step; 0: nothing is kept
};

/// The edges of the road at a chainage: how far they are left of the course's centre line.
struct EdgeRecord {
    double at_m = 0.0;
    double left_m = 0.0;
    double right_m = 0.0;  ///< negative
};

/// Positions in a window, frame by frame: runners begin[k] to begin[k + 1] are those of frame k,
/// at first_s + k · every_s.
struct TrajectoryRecord {
    TrajectoryWindow window;
    double first_s = 0.0;
    std::vector<std::size_t> begin;  ///< empty where there is no frame, else one more than frames
    std::vector<std::uint32_t> bib;
    std::vector<double> along_m;    ///< chainage
    std::vector<double> across_m;   ///< left of the course's centre line
    std::vector<EdgeRecord> edges;  ///< the widest that the road was open in the window
};

/// What a scenario asks a plan to keep to.
enum class Threshold {
    peak_density_per_m2,
    lost_p95_s,
    wait_p95_s,
    unserved_share,
    finishers_per_min,
    last_start_s,   ///< after the first gun
    last_finish_s,  ///< after the first gun
};
struct ThresholdRecord {
    Threshold what = Threshold::peak_density_per_m2;
    double most = 0.0;
};

/// All that a race leaves behind.
struct Record {
    std::string scenario;
    std::string scenario_file;
    std::string zone;
    double first_gun_instant_s = 0.0;  ///< seconds since the epoch
    std::string input_sha256;
    std::uint64_t seed = 0;
    std::uint64_t behaviour_seed = 0;
    double course_length_m = 0.0;
    bool complete = true;  ///< false where the run was stopped before the last runner was in
    RunnerRecord runners;
    PassageRecord passages;
    std::vector<SegmentRecord> segments;
    ProfileRecord profile;
    Relief relief;  ///< empty where nobody drew it
    CongestionRecord congestion;
    std::vector<WaveRecord> waves;
    std::vector<StationRecord> stations;
    ServicesRecord services;  ///< empty where the scenario has none, as are the two below
    MedicalRecord medical;
    RosterRecord roster;
    std::vector<RoadRecord> road;   ///< one per kilometre and the finish
    TrajectoryRecord trajectories;  ///< empty where nobody asked for them
    std::vector<NamedRecord> named;
    std::optional<std::size_t> pursuer;    ///< index in `named`
    std::optional<SweeperRecord> sweeper;  ///< these where the scenario has them
    std::optional<RoadsRecord> roads;
    std::vector<VehicleRecord> vehicles;
    std::vector<ThresholdRecord> thresholds;  ///< in the order of `Threshold`
    EngineRecord engine;
    std::vector<std::uint64_t> state_hash_per_minute;
    std::uint64_t state_hash = 0;  ///< of those, and of every start and finish time
};

}  // namespace gineste
