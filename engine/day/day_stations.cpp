// SPDX-License-Identifier: Apache-2.0
#include "day/day_stations.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "day/leg_run.hpp"

namespace gineste {
namespace {

StationSide seen_from(Direction direction, StationSide side) {
    if (direction == Direction::forward) return side;
    if (side == StationSide::left) return StationSide::right;
    if (side == StationSide::right) return StationSide::left;
    return side;
}

// From the first table to the end of the last row.
double rows_m(const StationSpec& spec) {
    if (spec.side != StationSide::staggered) return spec.length_m;
    return spec.length_m + spec.stagger_m.value_or(spec.length_m);
}

StationSpec as_passed(const StationSpec& spec, const LegRun& run, std::size_t times_before) {
    StationSpec own = spec;
    own.at_m = run.chainage_m(spec.at_m);
    if (run.direction == Direction::back) own.at_m -= rows_m(spec);
    own.side = seen_from(run.direction, spec.side);
    if (times_before > 0) own.name = fmt::format("{} ({})", spec.name, times_before + 1);
    return own;
}

// The race's stations are kept in running order, those at one place in the order of the file.
std::size_t place_in_order(const Scenario& race, std::size_t index) {
    const auto& stations = race.stations;
    std::size_t before = 0;
    for (std::size_t k = 0; k < stations.size(); ++k) {
        const bool earlier = stations[k].at_m < stations[index].at_m;
        const bool level = stations[k].at_m == stations[index].at_m && k < index;
        before += earlier || level ? 1 : 0;
    }
    return before;
}

struct Added {
    StationPass pass;
    std::size_t index = 0;  ///< in Scenario::stations
};

void add_station(const Network& network, const DayStationSpec& spec, std::size_t station,
                 const std::vector<LegRun>& runs, Scenario& race, std::vector<Added>& added) {
    std::size_t times = 0;
    for (const LegRun& run : runs) {
        if (network.legs[run.leg.value].name != spec.leg) continue;
        const StationSpec own = as_passed(spec.station, run, times++);
        added.push_back({{station, run.race, run.direction, own.at_m, 0}, race.stations.size()});
        race.stations.push_back(own);
    }
}

}  // namespace

std::vector<StationPass> place_stations(const DaySpec& day, const Network& network,
                                        std::vector<Scenario>& races) {
    const std::vector<std::vector<LegRun>> runs = leg_runs(network);
    std::vector<Added> added;
    for (std::size_t station = 0; station < day.stations.size(); ++station) {
        for (std::size_t race = 0; race < races.size(); ++race) {
            add_station(network, day.stations[station], station, runs[race], races[race], added);
        }
    }
    std::vector<StationPass> passes;
    for (Added& one : added) {
        one.pass.own = place_in_order(races[one.pass.race], one.index);
        passes.push_back(one.pass);
    }
    return passes;
}

}  // namespace gineste
