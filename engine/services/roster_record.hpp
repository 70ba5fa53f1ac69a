// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace gineste {

/// Hands that one post, or all posts of one role, need in each slot of time.
struct HandsRecord {
    std::string name;  ///< of the post; of a role's total, the role
    std::string role;
    std::vector<int> hands;  ///< by slot
    int most = 0;            ///< in one slot
    int posted = 0;          ///< of a role: sum of the most of each post, nobody changes post
};

/// The roster: slot k covers [begin_s + k·slot_s, …), seconds after the first gun.
struct RosterRecord {
    bool asked = false;  ///< false: the scenario has no `volunteers`
    std::optional<int> available;
    double service_level = 0.9;
    double longest_wait_s = 60.0;
    double slot_s = 900.0;
    double begin_s = 0.0;
    std::size_t slots = 0;
    std::vector<HandsRecord> posts;
    std::vector<HandsRecord> roles;  ///< in order of first appearance
    HandsRecord all;
};

}  // namespace gineste
