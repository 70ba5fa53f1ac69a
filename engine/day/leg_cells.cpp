// SPDX-License-Identifier: Apache-2.0
#include "day/leg_cells.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/no_value.hpp"

namespace gineste {
namespace {

constexpr double kSegmentM = 100.0;

LegGrid grid_of(const Leg& leg, const std::vector<PassTimes>& passes) {
    LegGrid grid;
    grid.length_m = leg.length_m;
    grid.segments = static_cast<std::size_t>(std::max(1.0, std::round(leg.length_m / kSegmentM)));
    double gone_s = 0.0;
    for (const PassTimes& pass : passes) gone_s = std::max(gone_s, pass.gone_s);
    grid.intervals = static_cast<std::size_t>(std::ceil(gone_s / grid.interval_s));
    return grid;
}

// Mean widths by trapezoids, as those of a race's own segments.
std::vector<double> areas_m2(const Leg& leg, const LegGrid& grid) {
    constexpr int samples = 20;
    const Course road({leg}, {LegId{0}}, {}, {});
    const double step_m = grid.segment_m() / samples;
    std::vector<double> areas;
    for (std::size_t segment = 0; segment < grid.segments; ++segment) {
        double area_m2 = 0.0;
        for (int k = 0; k <= samples; ++k) {
            const double at_m = static_cast<double>(segment) * grid.segment_m() + k * step_m;
            const double weight = k == 0 || k == samples ? 0.5 : 1.0;
            area_m2 += weight * step_m * road.width_m(at_m);
        }
        areas.push_back(area_m2);
    }
    return areas;
}

PassCells cells_of(const Stays& stays, const LegGrid& grid) {
    PassCells cells;
    cells.runner_s.assign(grid.cells(), 0.0);
    cells.who.assign(grid.cells(), PassCells::kNobody);
    for (std::size_t runner = 0; runner < stays.runners(); ++runner) {
        stays.walk(runner, [&](std::size_t cell, double stay_s) {
            const bool alone = cells.who[cell] == PassCells::kNobody;
            cells.runner_s[cell] += stay_s;
            cells.who[cell] = alone ? static_cast<std::uint32_t>(runner) : PassCells::kSeveral;
            return true;
        });
    }
    return cells;
}

void find_peak(LegRecord& record, const LegCells& leg) {
    record.peak_at_m = record.peak_s = kNaN;
    for (std::size_t cell = 0; cell < leg.grid.cells(); ++cell) {
        double runner_s = 0.0;
        for (const PassCells& pass : leg.cells) runner_s += pass.runner_s[cell];
        const std::size_t segment = cell / leg.grid.intervals;
        const double density_per_m2 = leg.density_per_m2(runner_s, segment);
        if (density_per_m2 <= record.peak_density_per_m2) continue;
        record.peak_density_per_m2 = density_per_m2;
        record.peak_at_m = leg.grid.middle_m(segment);
        record.peak_s = static_cast<double>(cell % leg.grid.intervals) * leg.grid.interval_s;
    }
}

}  // namespace

LegCells leg_cells(const Network& network, const std::vector<RunnerTimes>& races, LegId leg) {
    LegCells cells;
    cells.passes = pass_times(network, races, leg);
    cells.grid = grid_of(network.legs[leg.value], cells.passes);
    cells.area_m2 = areas_m2(network.legs[leg.value], cells.grid);
    for (const PassTimes& pass : cells.passes) {
        cells.stays.emplace_back(races[pass.pass.race], pass, cells.grid);
        cells.cells.push_back(cells_of(cells.stays.back(), cells.grid));
    }
    return cells;
}

LegRecord leg_record(const Network& network, LegId leg, const LegCells& cells) {
    LegRecord record;
    record.name = network.legs[leg.value].name;
    record.length_m = network.legs[leg.value].length_m;
    record.traffic = network.traffic[leg.value];
    record.segment_m = cells.grid.segment_m();
    record.interval_s = cells.grid.interval_s;
    for (const PassTimes& pass : cells.passes) record.passes.push_back(pass.pass);
    find_peak(record, cells);
    if (cells.passes.size() < 2) return record;
    record.segments = cells.grid.segments;
    record.intervals = cells.grid.intervals;
    for (const PassCells& pass : cells.cells) {
        for (const double spent_s : pass.runner_s) {
            record.runner_s.push_back(static_cast<float>(spent_s));
        }
    }
    for (const double area_m2 : cells.area_m2) {
        record.area_m2.push_back(static_cast<float>(area_m2));
    }
    return record;
}

}  // namespace gineste
