// SPDX-License-Identifier: Apache-2.0
#include "course/joints.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <utility>

namespace gineste {
namespace {

using Branches = std::map<RunLeg, std::vector<JointBranch>>;

RunLeg run_leg(const RouteStep& step) { return {step.leg, step.direction}; }

void note(std::vector<JointBranch>& branches, RunLeg leg, std::size_t race) {
    auto branch = std::find_if(branches.begin(), branches.end(),
                               [&](const JointBranch& known) { return known.leg == leg; });
    if (branch == branches.end()) branch = branches.insert(branches.end(), {leg, {}});
    if (branch->races.empty() || branch->races.back() != race) branch->races.push_back(race);
}

void append(Joint::Kind kind, const Branches& from, std::size_t least, std::vector<Joint>& joints) {
    for (const auto& [leg, branches] : from) {
        if (branches.size() >= least) joints.push_back({kind, leg, branches});
    }
}

// Ends of legs, two to a leg, joined to one set where a route passes from one to the other.
class EndSets {
  public:
    explicit EndSets(std::size_t legs) : parent_(2 * legs) {
        std::iota(parent_.begin(), parent_.end(), std::size_t{0});
    }
    static std::size_t last_end(const RouteStep& step) {
        return 2 * step.leg.value + (step.direction == Direction::forward ? 1 : 0);
    }
    static std::size_t first_end(const RouteStep& step) {
        return 2 * step.leg.value + (step.direction == Direction::forward ? 0 : 1);
    }
    std::size_t root(std::size_t end) const {
        while (parent_[end] != end) end = parent_[end];
        return end;
    }
    void join(std::size_t a, std::size_t b) {
        const std::size_t a_root = root(a);
        const std::size_t b_root = root(b);
        parent_[std::max(a_root, b_root)] = std::min(a_root, b_root);
    }

  private:
    std::vector<std::size_t> parent_;
};

}  // namespace

std::vector<Joint> joints_of(const Network& network) {
    Branches into;
    Branches out_of;
    Branches turned;
    for (std::size_t race = 0; race < network.routes.size(); ++race) {
        const std::vector<RouteStep>& steps = network.routes[race].steps;
        for (std::size_t k = 1; k < steps.size(); ++k) {
            const RunLeg from = run_leg(steps[k - 1]);
            const RunLeg to = run_leg(steps[k]);
            note(into[to], from, race);
            note(out_of[from], to, race);
            if (from.leg == to.leg && from.direction != to.direction) {
                note(turned[from], to, race);
            }
        }
    }
    std::vector<Joint> joints;
    append(Joint::Kind::merge, into, 2, joints);
    append(Joint::Kind::split, out_of, 2, joints);
    append(Joint::Kind::turn_back, turned, 1, joints);
    return joints;
}

Junctions junctions_of(const Network& network) {
    EndSets ends(network.legs.size());
    for (const Route& route : network.routes) {
        for (std::size_t k = 1; k < route.steps.size(); ++k) {
            ends.join(EndSets::last_end(route.steps[k - 1]), EndSets::first_end(route.steps[k]));
        }
    }
    Junctions junctions;
    std::map<std::size_t, std::size_t> number;
    const auto numbered = [&](std::size_t end) {
        return number.try_emplace(ends.root(end), number.size()).first->second;
    };
    for (std::size_t leg = 0; leg < network.legs.size(); ++leg) {
        junctions.begin.push_back(numbered(2 * leg));
        junctions.end.push_back(numbered(2 * leg + 1));
    }
    junctions.count = number.size();
    return junctions;
}

}  // namespace gineste
