// SPDX-License-Identifier: Apache-2.0
#include "day/divide.hpp"

#include <algorithm>
#include <numeric>

namespace gineste {
namespace {

constexpr double kUncrowded = 0.4;  // runners per m²: beyond it they no longer choose their pace
constexpr double kLeastLane = 1.0;  // m: a body, and room beside it

// Gives each as much of `left_m` as he lacks of his goal, the small wants first.
void fill(std::vector<double>& given_m, const std::vector<double>& goal_m, double& left_m) {
    std::vector<std::size_t> order(goal_m.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return goal_m[a] - given_m[a] < goal_m[b] - given_m[b];
    });
    for (std::size_t k = 0; k < order.size(); ++k) {
        const double fair_m = left_m / static_cast<double>(order.size() - k);
        const std::size_t who = order[k];
        const double more_m = std::clamp(goal_m[who] - given_m[who], 0.0, fair_m);
        given_m[who] += more_m;
        left_m -= more_m;
    }
}

}  // namespace

std::vector<double> divided_width_m(MergeRule rule, std::size_t first,
                                    const std::vector<Claim>& claims, double total_m) {
    std::vector<double> given_m(claims.size(), 0.0);
    std::vector<double> need_m;
    std::vector<double> width_m;
    for (const Claim& claim : claims) {
        need_m.push_back(claim.need_m);
        width_m.push_back(claim.need_m > 0.0 ? claim.width_m : 0.0);
    }
    double left_m = total_m;
    if (rule == MergeRule::priority) {
        given_m[first] = std::min(need_m[first], left_m);
        left_m -= given_m[first];
    }
    fill(given_m, need_m, left_m);
    fill(given_m, width_m, left_m);
    return given_m;
}

double needed_width_m(std::size_t runners, double length_m, double width_m) {
    if (runners == 0) return 0.0;
    const double needed_m = static_cast<double>(runners) / (kUncrowded * length_m);
    return std::min(width_m, std::max(kLeastLane, needed_m));
}

}  // namespace gineste
