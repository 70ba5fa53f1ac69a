// SPDX-License-Identifier: Apache-2.0
#include "stations/sizing.hpp"

#include <cmath>

namespace gineste {

int hands_for(double demand_per_minute, double hand_per_minute) {
    constexpr double rounding = 1e-9;  // 0.9 · 1.3 is not exact
    return static_cast<int>(std::ceil(demand_per_minute / hand_per_minute - rounding));
}

}  // namespace gineste
