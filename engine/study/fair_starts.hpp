// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "scenario/scenario.hpp"
#include "study/size_stations.hpp"

namespace gineste {

/// One wave before a pursuer, as planned and as found.
struct FairWave {
    std::string name;
    double gun_s = 0.0;  ///< local clock, s after midnight
    double fair_gun_s = 0.0;
    double share = 0.0;  ///< of its starters at the finish before the pursuer
    double fair_share = 0.0;
    bool is_pursuer = false;  ///< the wave the pursuer starts in, if alone in it
};

struct FairStarts {
    double goal = 0.0;  ///< share wanted of every wave
    int runs = 0;
    bool is_settled = false;  ///< every wave is within a point of it
    std::vector<FairWave> waves;
};

/// Searches the guns that give every wave the same share of runners ahead of the pursuer: each wave
/// needs as long a start on the pursuer's finish as that share of it takes to be there. Runs the
/// race, moves the guns, and runs it again, since waves in one another's way change those times.
/// The first gun stays, and so does their order: where a faster wave is held up so long by those
/// before it that it would have to start ahead of them, the search does not settle. `share`: none:
/// of the whole field as planned.
/// @throws InputError where the scenario has no pursuer in a wave of their own or starts a wave
/// otherwise than by the clock
FairStarts fair_starts(const Scenario& scenario, std::optional<double> share, int most_runs,
                       const RunRace& run);

/// The lines that make the guns found a scenario of their own, beside the file of this one.
std::string fair_patch(const FairStarts& fair, const Scenario& scenario);

/// A table, and below it that patch.
std::string fair_text(const FairStarts& fair, const Scenario& scenario);

}  // namespace gineste
