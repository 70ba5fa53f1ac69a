// SPDX-License-Identifier: Apache-2.0
#include "study/study_cells.hpp"

#include <algorithm>

#include "core/contract.hpp"

namespace gineste {
namespace {

double density_at(const RaceOutcome& race, std::size_t segment, std::size_t interval) {
    const std::size_t intervals = race.on_road.size();
    if (interval >= intervals) return 0.0;
    return static_cast<double>(race.cells_per_m2[segment * intervals + interval]);
}

template <class Value>
std::vector<double> over(CellGrid grid, const Value& value) {
    std::vector<double> values;
    values.reserve(grid.segments * grid.intervals);
    for (std::size_t segment = 0; segment < grid.segments; ++segment) {
        for (std::size_t interval = 0; interval < grid.intervals; ++interval) {
            values.push_back(value(segment, interval));
        }
    }
    return values;
}

}  // namespace

CellGrid grid_of(const std::vector<RaceOutcome>& races, std::size_t segments) {
    CellGrid grid{segments, 0};
    for (const RaceOutcome& race : races) {
        EXPECT(race.cells_per_m2.size() == segments * race.on_road.size());
        const auto last = std::find_if(race.on_road.rbegin(), race.on_road.rend(),
                                       [](double runners) { return runners > 0.0; });
        grid.intervals = std::max<std::size_t>(grid.intervals, race.on_road.rend() - last);
    }
    return grid;
}

std::vector<double> mean_cells(const std::vector<RaceOutcome>& races, CellGrid grid) {
    return over(grid, [&](std::size_t segment, std::size_t interval) {
        double sum = 0.0;
        for (const RaceOutcome& race : races) sum += density_at(race, segment, interval);
        return sum / static_cast<double>(races.size());
    });
}

std::vector<double> shown_differences(const std::vector<RaceOutcome>& first,
                                      const std::vector<RaceOutcome>& plan, CellGrid grid,
                                      double confidence) {
    EXPECT(first.size() == plan.size());
    std::vector<double> paired(first.size());
    return over(grid, [&](std::size_t segment, std::size_t interval) {
        for (std::size_t k = 0; k < paired.size(); ++k) {
            paired[k] =
                density_at(plan[k], segment, interval) - density_at(first[k], segment, interval);
        }
        if (std::all_of(paired.begin(), paired.end(), [](double d) { return d == 0.0; }))
            return 0.0;
        const Sample sample = sample_of(paired);
        return mean_interval(sample, confidence).holds(0.0) ? 0.0 : sample.mean;
    });
}

}  // namespace gineste
