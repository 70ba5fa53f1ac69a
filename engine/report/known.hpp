// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <optional>
#include <vector>

#include "observers/record.hpp"

namespace gineste {

// What became of the runners a scenario names, and who was ahead of the pursuer among them.

struct NamedFindings {
    double start_s = 0.0;   ///< over the start line, s after the first gun; NaN: never
    double finish_s = 0.0;  ///< over the finish line, the same
    double gun_s = 0.0;     ///< from the gun of the runner's wave; NaN: not there
    double net_s = 0.0;     ///< from line to line
    std::size_t place = 0;  ///< by gun time among all; 0: not there
};

/// One wave before a pursuer.
struct PursuedWave {
    std::size_t started = 0;
    std::size_t ahead = 0;  ///< finished before the pursuer
    std::size_t caught = 0;
    double first_caught_m = 0.0;   ///< the soonest; NaN: nobody
    double median_caught_m = 0.0;  ///< of those who were caught
    double share() const {
        return started > 0 ? static_cast<double>(ahead) / static_cast<double>(started) : 0.0;
    }
};

struct PursuitFindings {
    std::size_t pursuer = 0;         ///< index in Record::named
    double takes_s = 0.0;            ///< from gun to finish, by pace
    std::size_t ahead = 0;           ///< of all
    std::size_t started = 0;         ///< all but the pursuer
    std::vector<PursuedWave> waves;  ///< in the order of Record::waves; the pursuer is in none
};

std::vector<NamedFindings> named_findings(const Record& record);
/// The pursuer is timed by pace, evenly from the gun of their wave, as on a road kept clear: who
/// runs through the crowd behind them is held up by it, and that is in NamedFindings.
std::optional<PursuitFindings> pursuit_findings(const Record& record);

}  // namespace gineste
