// SPDX-License-Identifier: Apache-2.0
#include "course/leg_users.hpp"

#include <fmt/format.h>

#include <array>

#include "core/text.hpp"

namespace gineste {

std::vector<std::vector<LegUser>> leg_users(const Network& network) {
    std::vector<std::vector<LegUser>> users(network.legs.size());
    for (std::size_t race = 0; race < network.routes.size(); ++race) {
        for (const Direction direction : {Direction::forward, Direction::back}) {
            std::vector<int> times(network.legs.size(), 0);
            for (const RouteStep& step : network.routes[race].steps) {
                if (step.direction == direction) ++times[step.leg.value];
            }
            for (std::size_t leg = 0; leg < times.size(); ++leg) {
                if (times[leg] > 0) users[leg].push_back({race, direction, times[leg]});
            }
        }
    }
    return users;
}

std::string users_text(const std::vector<LegUser>& users, const DaySpec& day) {
    std::vector<std::string> words;
    for (const LegUser& user : users) {
        words.push_back(fmt::format("{}{}{}", day.races[user.race].name,
                                    user.direction == Direction::back ? " back" : "",
                                    user.times > 1 ? fmt::format(" {}×", user.times) : ""));
    }
    return joined(words, ", ");
}

std::string traffic_word(Traffic traffic) {
    static const std::array<const char*, 3> words{"one way", "separated", "shared"};
    return words[static_cast<std::size_t>(traffic)];
}

std::string run_leg_name(const Network& network, LegId leg, Direction direction) {
    return network.legs[leg.value].name + (direction == Direction::back ? " back" : "");
}

}  // namespace gineste
