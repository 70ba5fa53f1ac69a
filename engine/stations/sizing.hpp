// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cmath>

namespace gineste {

/// Pieces asked for a minute: runners a minute · share who take something · pieces each.
inline double demand_per_minute(double runners_per_minute, double take_share, double cups) {
    return runners_per_minute * take_share * cups;
}

/// Fewest hands that pass so many pieces a minute, each `hand_per_minute` at most (model notes,
/// § 4.3: 400 runners a minute, 0.9 of them 1.3 cups each, 20 a minute and hand are 24 hands). What
/// the rate gives before any waiting is thought of: more are needed to keep waits short.
inline int hands_for(double demand_per_minute, double hand_per_minute) {
    constexpr double rounding = 1e-9;  // 0.9 · 1.3 is not exact
    return static_cast<int>(std::ceil(demand_per_minute / hand_per_minute - rounding));
}

}  // namespace gineste
