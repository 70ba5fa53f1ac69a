// SPDX-License-Identifier: Apache-2.0
#include "day/leg_run.hpp"

#include <algorithm>
#include <cmath>

namespace gineste {

double leg_width_m(const Leg& leg, double at_m) {
    const auto sample = static_cast<std::size_t>(std::lround(at_m / leg.spacing_m));
    return leg.width_m[std::min(sample, leg.width_m.size() - 1)];
}

std::vector<std::vector<LegRun>> leg_runs(const Network& network) {
    std::vector<std::vector<LegRun>> runs(network.routes.size());
    for (std::size_t race = 0; race < runs.size(); ++race) {
        const Route& route = network.routes[race];
        for (std::size_t step = 0; step < route.steps.size(); ++step) {
            const RouteStep& leg = route.steps[step];
            runs[race].push_back({race, step, leg.leg, leg.direction, leg.begin_m,
                                  route.end_m(step), step + 1 == route.steps.size()});
        }
    }
    return runs;
}

}  // namespace gineste
