// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <vector>

#include "day/day_record.hpp"
#include "day/pass_times.hpp"
#include "day/stays.hpp"

namespace gineste {

/// Who was in each cell of a leg in one pass.
struct PassCells {
    static constexpr std::uint32_t kNobody = UINT32_MAX;
    static constexpr std::uint32_t kSeveral = UINT32_MAX - 1;

    std::vector<double> runner_s;    ///< time spent, runners · seconds
    std::vector<std::uint32_t> who;  ///< kNobody, the one runner who was there, or kSeveral
};

/// The passes of a leg and who was on it where and when.
struct LegCells {
    LegGrid grid;
    std::vector<PassTimes> passes;
    std::vector<Stays> stays;  ///< by pass, as are
    std::vector<PassCells> cells;
    std::vector<double> area_m2;  ///< by segment

    /// Runners of some passes per m², in one cell.
    double density_per_m2(double runner_s, std::size_t segment) const {
        return runner_s / (grid.interval_s * area_m2[segment]);
    }
};

/// Segments are the leg in equal parts of about 100 m, at least one.
LegCells leg_cells(const Network& network, const std::vector<RunnerTimes>& races, LegId leg);

LegRecord leg_record(const Network& network, LegId leg, const LegCells& cells);

}  // namespace gineste
