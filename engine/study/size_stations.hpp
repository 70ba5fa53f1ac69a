// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "course/course.hpp"
#include "race/race.hpp"
#include "scenario/scenario.hpp"

namespace gineste {

/// What is asked of every station.
struct SizeGoal {
    double wait_p95_s = 5.0;  ///< of those who want something; who goes without waits for ever
    int most_runs = 8;        ///< races at most, the plan's own and the last one included
};

inline constexpr std::int64_t kWithoutEnd = -1;

/// How a station was equipped in one race, and how it did.
struct StationTrial {
    int tables = 0;  ///< on all sides
    int volunteers = 0;
    double length_m = 0.0;
    std::int64_t stock = kWithoutEnd;  ///< pieces of all goods, refills included
    std::int64_t used = 0;             ///< pieces handed out
    double wait_p95_s = 0.0;           ///< infinity where more than 5 % go without
    bool ran_out = false;
    bool is_enough = false;  ///< the goal is met
};

/// One station: what the plan has, and the least that was found to do.
struct StationSize {
    std::string name;
    double at_m = 0.0;
    int by_rate = 0;      ///< volunteers for the busiest minute, by their rate alone
    StationTrial plan;    ///< in the race as planned
    StationTrial enough;  ///< in the last race; the goal is met only where it says so
};

struct SizeStudy {
    SizeGoal goal;
    int runs = 0;
    bool is_settled = false;  ///< every station meets the goal, and the last step down did not
    std::vector<StationSize> stations;  ///< in running order
};

/// Runs one whole race of a scenario.
using RunRace = std::function<Record(const Scenario&)>;

/// Searches each station's number of tables, all stations at once: begins with the plan, then with
/// the tables that the rate alone asks for, then closes in from both sides. Volunteers per table
/// stay the plan's; a station whose tables outgrow it becomes longer. Stock is without end in the
/// search, so what the last race hands out is what is enough. That race has every station as found:
/// it confirms them together.
SizeStudy size_stations(const Scenario& scenario, const SizeGoal& goal, const RunRace& run);

/// 95th percentile of the time standing over all who wanted something; infinity for the unserved.
double wait_p95_of_all_s(const StationRecord& station);

}  // namespace gineste
