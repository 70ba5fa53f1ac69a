// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <compare>
#include <cstddef>
#include <vector>

#include "course/network.hpp"

namespace gineste {

/// A leg as it is run.
struct RunLeg {
    LegId leg;
    Direction direction = Direction::forward;
    friend auto operator<=>(const RunLeg&, const RunLeg&) = default;
};

/// A leg as it is run, and the races that come from it or go on along it.
struct JointBranch {
    RunLeg leg;
    std::vector<std::size_t> races;  ///< each once
};

/// Where ways come together or part.
struct Joint {
    enum class Kind {
        merge,      ///< several legs run into this one
        split,      ///< this one runs into several legs
        turn_back,  ///< this one is run back at once
    };
    Kind kind = Kind::merge;
    RunLeg leg;
    std::vector<JointBranch> branches;  ///< of a turn-back one: itself
};

/// Every joint of the routes: merges, then splits, then turn-backs, each by leg.
std::vector<Joint> joints_of(const Network& network);

/// The junctions of a network: two ends of legs are one where a route passes from one to the other.
struct Junctions {
    std::vector<std::size_t> begin;  ///< by leg: junction at its beginning as run forward
    std::vector<std::size_t> end;    ///< by leg: at its end
    std::size_t count = 0;
};
Junctions junctions_of(const Network& network);

}  // namespace gineste
