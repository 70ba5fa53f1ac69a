// SPDX-License-Identifier: Apache-2.0
#include "day/stays.hpp"

namespace gineste {

Stays::Stays(const RunnerTimes& race, const PassTimes& pass, const LegGrid& grid)
    : race_(&race), grid_(grid) {
    const double begin_m = pass.pass.begin_m;
    const double step_m = (pass.end_m - begin_m) / static_cast<double>(grid.segments);
    for (std::size_t k = 0; k <= grid.segments; ++k) {
        const bool ends = k == grid.segments;
        bounds_.push_back(
            race.place(ends ? pass.end_m : begin_m + static_cast<double>(k) * step_m));
        if (ends) break;
        const bool forward = pass.pass.direction == Direction::forward;
        segments_.push_back(forward ? k : grid.segments - 1 - k);
    }
}

}  // namespace gineste
