// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include "course/network.hpp"

namespace gineste {

/// How often a race runs a leg in one direction.
struct LegUser {
    std::size_t race = 0;
    Direction direction = Direction::forward;
    int times = 0;
};

/// Who runs each leg: by leg, then by race, forward before back.
std::vector<std::vector<LegUser>> leg_users(const Network& network);

/// "marathon 2×, half marathon back"
std::string users_text(const std::vector<LegUser>& users, const DaySpec& day);

/// "one way", "separated", "shared"
std::string traffic_word(Traffic traffic);

/// The name of a leg as it is run: "bridge back".
std::string run_leg_name(const Network& network, LegId leg, Direction direction);

}  // namespace gineste
