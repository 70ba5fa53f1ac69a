// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/error.hpp"

namespace gineste {

// A search for wave plans: what may vary, what has to be kept, what is to be little. Every field is
// a row of the table of keys in optimise_spec.cpp. Clock times are seconds after local midnight.

/// From the least to the greatest value that may be tried.
struct RangeSpec {
    std::optional<double> from;
    std::optional<double> to;
    double step = 0.0;  ///< values lie so far apart; 0: the finest that is written
};

/// A station of the scenario, by name.
struct VaryStationSpec {
    SourcePlace where;
    std::string name;
    std::optional<RangeSpec> at_m;
    std::optional<RangeSpec> tables;
};

enum class WaveOrder { fastest_first, slowest_first, either };

/// What varies; what is not given stays as the scenario has it.
struct VarySpec {
    std::optional<RangeSpec> waves;      ///< how many, beside those that are kept
    std::optional<RangeSpec> wave_size;  ///< runners
    std::optional<RangeSpec> gap_s;      ///< from one gun to the next
    std::optional<RangeSpec> line_width_m;
    WaveOrder order = WaveOrder::fastest_first;
    bool order_given = false;
    std::vector<VaryStationSpec> stations;
};

/// A place and the time by which the last runner has to be past it.
struct ReopenSpec {
    SourcePlace where;
    double at_m = 0.0;  ///< infinity: the finish
    double by_s = 0.0;
};

/// What every plan has to keep to.
struct KeepSpec {
    std::optional<double> last_gun_s;    ///< the last gun, at the latest
    std::optional<double> last_start_s;  ///< the last runner over the start line
    std::optional<double> pen_density_per_m2;
    std::optional<double> pen_length_m;  ///< that there is for one wave, pens.pen_width wide
    std::optional<double> wait_p95_s;    ///< at any station; known to the agents alone
    std::vector<ReopenSpec> roads;
};

enum class Goal { peak_density, crowded_time, time_lost, start_duration };

/// What is to be as little as can be.
struct ObjectiveSpec {
    SourcePlace where;
    Goal goal = Goal::time_lost;
    std::optional<double> from_m;  ///< of the first two: the stretch of road; none: all of it
    std::optional<double> to_m;
    double threshold_per_m2 = 0.6;  ///< of crowded_time
};

/// How many races the agents run.
struct AgentsSpec {
    int finalists = 8;           ///< plans of the forecast's front that the agents judge
    int first_races = 3;         ///< of each, before any is given up
    int races = 56;              ///< at most, those of the scenario's own plan included
    double indifference = 0.01;  ///< less of a mean than this share is no difference
    int confirm = 20;            ///< fresh seeds for the best plan and the scenario's own
};

struct OptimiseSpec {
    std::filesystem::path file;
    std::string name;
    std::filesystem::path scenario;
    std::uint64_t search_seed = 1;
    int population = 40;  ///< a multiple of 4
    int generations = 50;
    int one_in = 8;      ///< runners of the forecast: every so many-th
    int kept_waves = 0;  ///< the first so many stay as the scenario has them
    VarySpec vary;
    KeepSpec keep;
    std::vector<ObjectiveSpec> objectives;
    AgentsSpec agents;
    SourcePlace vary_place;
    SourcePlace keep_place;
};

/// Reads and checks a search, its scenario's path made relative to the folder of the file. What it
/// asks of the scenario is checked by PlanSpace. @throws InputError, MissingInput
OptimiseSpec load_optimise(const std::filesystem::path& file);

}  // namespace gineste
