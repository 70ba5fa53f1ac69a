// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "course/course.hpp"
#include "race/race.hpp"
#include "scenario/scenario.hpp"

namespace gineste {

/// What is asked of every station.
struct SizeGoal {
    double wait_p95_s = 5.0;  ///< of those who want something; who goes without waits for ever
    int most_runs = 14;       ///< races at most, the plan's own included
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

/// How the search ended.
enum class SizeOutcome {
    met,          ///< the goal is, at all stations in one race, and a step fewer was too few
    not_settled,  ///< the races were used up before that
    impossible    ///< not with all the tables that the road holds
};

/// What rules of thumb ask for, without any search.
struct SizeRules {
    int tables = 0;                ///< one for 200 runners
    int volunteers_by_rate = 0;    ///< for the busiest minute, by their rate alone
    int volunteers_by_erlang = 0;  ///< for the goal in the busiest quarter of an hour, one line
};

/// One station: what the plan has, and the least that was found to do. Tables are on all sides.
struct StationSize {
    std::string name;
    double at_m = 0.0;
    SizeRules rules;
    StationTrial plan;  ///< in the race as planned
    SizeOutcome outcome = SizeOutcome::not_settled;
    std::optional<StationTrial> enough;  ///< there where the outcome is `met`, else never
    int too_few = 0;                     ///< the most tables that were tried in vain; 0: none
    std::optional<int> enough_once;      ///< the fewest above those that were enough in some race
    int most_tables = 0;                 ///< that the road holds
};

struct SizeStudy {
    SizeGoal goal;
    int runs = 0;
    std::vector<StationSize> stations;  ///< in running order
};

/// Of all stations: not settled where one is, else impossible where one is.
SizeOutcome outcome_of(const SizeStudy& study);

/// Runs one whole race of a scenario.
using RunRace = std::function<Record(const Scenario&)>;

/// Searches each station's number of tables, all stations at once (`TableSearch`), from a table for
/// 200 runners on. The plan's own numbers of tables are raced once, to be shown; the search knows
/// nothing of them, so that its answer hangs on everything else in the scenario alone. Volunteers
/// per table stay the plan's; a station grows with its tables (`StationRoom`). Stock is without end
/// in the search, so what is handed out is what is enough. The answer is met by all stations in one
/// and the same race.
SizeStudy size_stations(const Scenario& scenario, const SizeGoal& goal, const RunRace& run);

/// 95th percentile of the time standing over all who wanted something; infinity for the unserved.
double wait_p95_of_all_s(const StationRecord& station);

}  // namespace gineste
