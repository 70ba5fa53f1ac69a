// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <compare>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "course/network.hpp"

namespace gineste {

/// A leg as it is run.
struct LegWay {
    LegId leg;
    Direction direction = Direction::forward;
    friend auto operator<=>(const LegWay&, const LegWay&) = default;
};

/// "bridge", or "bridge back" as in a route.
std::string way_text(const Network& network, LegWay way);

/// One time that a race comes by a node.
struct NodePass {
    std::size_t race = 0;
    double at_m = 0.0;          ///< of the race
    std::optional<LegWay> in;   ///< none: it starts there
    std::optional<LegWay> out;  ///< none: it finishes there
};

/// Ends of legs that routes join to one another, and the beginnings and ends of routes.
struct DayNode {
    std::vector<NodePass> passes;  ///< by race and chainage

    /// The ways that lead to it, or only those that `out` follows; each once, in order of legs.
    std::vector<LegWay> ways_in(std::optional<LegWay> out = std::nullopt) const;
    /// The ways that lead from it, or only those that follow `in`.
    std::vector<LegWay> ways_out(std::optional<LegWay> in = std::nullopt) const;
    /// Races that start there and go `out`, or any way; by number.
    std::vector<std::size_t> starters(std::optional<LegWay> out = std::nullopt) const;
    /// Races that finish there.
    std::vector<std::size_t> finishers() const;
};

/// In the order in which the routes, one after the other, first come by them.
std::vector<DayNode> day_nodes(const Network& network);

}  // namespace gineste
