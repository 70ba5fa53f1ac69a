// SPDX-License-Identifier: Apache-2.0
#include "day/nodes.hpp"

#include <algorithm>
#include <utility>

#include "day/leg_run.hpp"

namespace gineste {
namespace {

LegWay way_of(const LegRun& run) { return {run.leg, run.direction}; }

// Ends of legs have numbers: the beginning of leg k, as run forward, is 2k, its end 2k + 1.
std::size_t entry_end(LegWay way) {
    return 2 * std::size_t{way.leg.value} + (way.direction == Direction::forward ? 0U : 1U);
}
std::size_t exit_end(LegWay way) { return entry_end(way) ^ 1U; }

/// Ends that are one place, as routes go on from one to the other: disjoint sets.
class JoinedEnds {
  public:
    explicit JoinedEnds(const Network& network) : same_as_(2 * network.legs.size()) {
        for (std::size_t k = 0; k < same_as_.size(); ++k) same_as_[k] = k;
        for (const std::vector<LegRun>& runs : leg_runs(network)) {
            for (std::size_t k = 1; k < runs.size(); ++k) {
                join(exit_end(way_of(runs[k - 1])), entry_end(way_of(runs[k])));
            }
        }
    }
    std::size_t place_of(std::size_t end) const {
        while (same_as_[end] != end) end = same_as_[end];
        return end;
    }

  private:
    void join(std::size_t a, std::size_t b) {
        const std::size_t one = place_of(a);
        const std::size_t two = place_of(b);
        same_as_[std::max(one, two)] = std::min(one, two);
    }
    std::vector<std::size_t> same_as_;
};

template <class Thing>
std::vector<Thing> each_once(std::vector<Thing> things) {
    std::sort(things.begin(), things.end());
    things.erase(std::unique(things.begin(), things.end()), things.end());
    return things;
}

/// Gathers passes by the place of their ends.
class NodeList {
  public:
    explicit NodeList(const Network& network) : ends_(network) {}

    void add(std::size_t end, const NodePass& pass) {
        const std::size_t place = ends_.place_of(end);
        const auto known = std::find(places_.begin(), places_.end(), place);
        const auto at = static_cast<std::size_t>(known - places_.begin());
        if (known == places_.end()) {
            places_.push_back(place);
            nodes_.emplace_back();
        }
        nodes_[at].passes.push_back(pass);
    }
    std::vector<DayNode> take() { return std::move(nodes_); }

  private:
    JoinedEnds ends_;
    std::vector<std::size_t> places_;
    std::vector<DayNode> nodes_;
};

}  // namespace

std::string way_text(const Network& network, LegWay way) {
    const std::string& name = network.legs[way.leg.value].name;
    return way.direction == Direction::forward ? name : name + " back";
}

std::vector<LegWay> DayNode::ways_in(std::optional<LegWay> out) const {
    std::vector<LegWay> ways;
    for (const NodePass& pass : passes) {
        if (pass.in && (!out || pass.out == out)) ways.push_back(*pass.in);
    }
    return each_once(std::move(ways));
}

std::vector<LegWay> DayNode::ways_out(std::optional<LegWay> in) const {
    std::vector<LegWay> ways;
    for (const NodePass& pass : passes) {
        if (pass.out && (!in || pass.in == in)) ways.push_back(*pass.out);
    }
    return each_once(std::move(ways));
}

std::vector<std::size_t> DayNode::starters(std::optional<LegWay> out) const {
    std::vector<std::size_t> races;
    for (const NodePass& pass : passes) {
        if (!pass.in && (!out || pass.out == out)) races.push_back(pass.race);
    }
    return each_once(std::move(races));
}

std::vector<std::size_t> DayNode::finishers() const {
    std::vector<std::size_t> races;
    for (const NodePass& pass : passes) {
        if (!pass.out) races.push_back(pass.race);
    }
    return each_once(std::move(races));
}

std::vector<DayNode> day_nodes(const Network& network) {
    NodeList nodes(network);
    for (const std::vector<LegRun>& runs : leg_runs(network)) {
        std::optional<LegWay> in;
        for (const LegRun& run : runs) {
            nodes.add(entry_end(way_of(run)), {run.race, run.begin_m, in, way_of(run)});
            in = way_of(run);
            if (run.is_last) nodes.add(exit_end(*in), {run.race, run.end_m, in, std::nullopt});
        }
    }
    return nodes.take();
}

}  // namespace gineste
