// SPDX-License-Identifier: Apache-2.0
#include "day/day_record.hpp"

#include <algorithm>
#include <cmath>

#include "core/contract.hpp"
#include "day/crossing_flows.hpp"
#include "day/leg_cells.hpp"
#include "day/meetings.hpp"
#include "day/merge_flows.hpp"
#include "day/places_of_day.hpp"
#include "day/sorted_times.hpp"

namespace gineste {
namespace {

struct Finishers {
    std::vector<double> finish_s;  // in order, as is
    std::vector<double> lost_s;
};

Finishers finishers_of(const RunnerRecord& runners) {
    Finishers finishers;
    for (std::size_t k = 0; k < runners.finish_s.size(); ++k) {
        if (std::isnan(runners.finish_s[k])) continue;
        finishers.finish_s.push_back(runners.finish_s[k]);
        if (!std::isnan(runners.lost_s[k])) {
            finishers.lost_s.push_back(static_cast<double>(runners.lost_s[k]));
        }
    }
    std::sort(finishers.finish_s.begin(), finishers.finish_s.end());
    std::sort(finishers.lost_s.begin(), finishers.lost_s.end());
    return finishers;
}

DayRaceRecord race_record(const DayRaceSpec& spec, const Record& race, double start_s) {
    const Finishers finishers = finishers_of(race.runners);
    const auto started = [](double time_s) { return !std::isnan(time_s); };
    const auto& starts_s = race.runners.start_s;
    DayRaceRecord record;
    record.name = spec.name;
    record.colour = spec.colour;
    record.first_gun_s = start_s;
    record.length_m = race.course_length_m;
    record.entrants = starts_s.size();
    record.started =
        static_cast<std::size_t>(std::count_if(starts_s.begin(), starts_s.end(), started));
    record.finished = finishers.finish_s.size();
    record.first_finish_s = start_s + quantile_of_sorted(finishers.finish_s, 0.0);
    record.median_finish_s = start_s + quantile_of_sorted(finishers.finish_s, 0.5);
    record.last_finish_s = start_s + quantile_of_sorted(finishers.finish_s, 1.0);
    record.lost_median_s = quantile_of_sorted(finishers.lost_s, 0.5);
    record.lost_p95_s = quantile_of_sorted(finishers.lost_s, 0.95);
    return record;
}

void add_legs(DayRecord& record, const Network& network, const std::vector<RunnerTimes>& races) {
    for (std::size_t k = 0; k < network.legs.size(); ++k) {
        const LegCells cells = leg_cells(network, races, LegId{k});
        record.legs.push_back(leg_record(network, LegId{k}, cells));
        const std::vector<MeetingRecord> meetings = meetings_on(LegId{k}, cells);
        record.meetings.insert(record.meetings.end(), meetings.begin(), meetings.end());
    }
    std::stable_sort(record.meetings.begin(), record.meetings.end(),
                     [](const auto& a, const auto& b) { return a.first_s < b.first_s; });
}

// What the races' own records say of the day; `day` knows its name and file.
DayRecord heads(const DaySpec& day, const std::vector<Record>& races,
                const std::vector<double>& starts_s) {
    DayRecord record;
    record.name = day.name;
    record.file = day.file.string();
    record.zone = races.front().zone;
    record.first_gun_instant_s = races.front().first_gun_instant_s - starts_s.front();
    for (std::size_t k = 0; k < races.size(); ++k) {
        record.complete = record.complete && races[k].complete;
        record.races.push_back(race_record(day.races[k], races[k], starts_s[k]));
        record.state_hashes.push_back(races[k].state_hash);
    }
    return record;
}

}  // namespace

DayRecord day_record(const DaySpec& day, const Network& network, const std::vector<Record>& races,
                     const std::vector<double>& starts_s, const std::vector<HoldNotes>& holds) {
    EXPECT(!races.empty() && races.size() == day.races.size());
    EXPECT(races.size() == network.routes.size() && races.size() == starts_s.size());
    std::vector<RunnerTimes> times;
    for (std::size_t k = 0; k < races.size(); ++k) times.emplace_back(races[k], starts_s[k]);

    DayRecord record = heads(day, races, starts_s);
    add_legs(record, network, times);
    record.places = places_of_day(day, network, times);
    record.merges = merge_flows(day, network, times);
    record.crossings = crossing_flows(day, network, times, holds);
    record.remarks = network.remarks;
    const auto remarks = crossing_remarks(network, times, record.crossings);
    record.remarks.insert(record.remarks.end(), remarks.begin(), remarks.end());
    return record;
}

}  // namespace gineste
