// SPDX-License-Identifier: Apache-2.0
#include "day/counterflow.hpp"

#include <algorithm>
#include <cmath>

#include "day/crowd.hpp"

namespace gineste {
namespace {

constexpr double kPiece = 20.0;        // m of a leg with one place of the line
constexpr double kLineSpeed = 0.3;     // m/s: runners step aside faster than cones are carried
constexpr double kLeastPassage = 1.2;  // m for whoever comes: a body, and room on both sides
constexpr double kFile = 0.6;          // m for either direction even where nobody of it is near
constexpr double kBefore = 60.0;    // m before the leg, from which those are seen who come onto it
constexpr std::size_t kComing = 2;  // pieces from which runners come towards one

// Runners in each piece and those whom the next pieces bring, against their direction.
std::size_t near(const std::vector<std::size_t>& counts, std::size_t piece, Direction direction) {
    const std::size_t before = direction == Direction::forward ? kComing : 1;
    const std::size_t after = direction == Direction::forward ? 1 : kComing;
    std::size_t sum = 0;
    const std::size_t last = std::min(piece + after, counts.size() - 1);
    for (std::size_t k = piece - std::min(piece, before); k <= last; ++k) sum += counts[k];
    return sum;
}

}  // namespace

Counterflow::Counterflow(const Leg& leg, std::vector<LegRun> runs,
                         const std::vector<RoadUser>& users)
    : leg_(&leg), runs_(std::move(runs)) {
    const auto pieces = static_cast<std::size_t>(std::max(1.0, std::ceil(leg.length_m / kPiece)));
    share_.assign(pieces, 0.5);
    lay_out(users);
}

double Counterflow::width_m(std::size_t piece) const {
    return leg_width_m(*leg_, kPiece * (static_cast<double>(piece) + 0.5));
}

// Straight between the middles of pieces.
double Counterflow::forward_share(double at_m) const {
    const double last = static_cast<double>(share_.size() - 1);
    const double at = std::clamp(at_m / kPiece - 0.5, 0.0, last);
    const auto piece = static_cast<std::size_t>(at);
    const double part = at - std::floor(at);
    return share_[piece] + part * (share_[std::min(piece + 1, share_.size() - 1)] - share_[piece]);
}

std::vector<std::size_t> Counterflow::counted(Direction direction,
                                              const std::vector<RoadUser>& users) const {
    std::vector<std::size_t> counts(share_.size(), 0);
    for (const LegRun& run : runs_) {
        if (run.direction != direction) continue;
        const Race::State& state = *users[run.race].state;
        const std::size_t entry = run.direction == Direction::forward ? 0 : counts.size() - 1;
        counts[entry] += count_between(state, run.begin_m - kBefore, run.begin_m);
        if (count_between(state, run.begin_m, run.end_m) == 0) continue;
        for (std::size_t piece = 0; piece < counts.size(); ++piece) {
            const double near_m = run.chainage_m(kPiece * static_cast<double>(piece));
            const double far_m =
                run.chainage_m(std::min(leg_->length_m, kPiece * static_cast<double>(piece + 1)));
            counts[piece] += count_between(state, std::min(near_m, far_m), std::max(near_m, far_m));
        }
    }
    return counts;
}

// Where nobody is, the line stays; a direction that is alone leaves a single file to the other one.
double Counterflow::wanted_share(std::size_t piece, const std::vector<std::size_t>& forward,
                                 const std::vector<std::size_t>& back) const {
    const std::size_t on = near(forward, piece, Direction::forward);
    const std::size_t against = near(back, piece, Direction::back);
    if (on + against == 0) return share_[piece];
    const bool both = on > 0 && against > 0;
    const double least = std::min(0.5, (both ? kLeastPassage : kFile) / width_m(piece));
    const double share = static_cast<double>(on) / static_cast<double>(on + against);
    return std::clamp(share, least, 1.0 - least);
}

bool Counterflow::move_line(double step_s, const std::vector<RoadUser>& users) {
    const std::vector<std::size_t> forward = counted(Direction::forward, users);
    const std::vector<std::size_t> back = counted(Direction::back, users);
    bool moved = false;
    for (std::size_t piece = 0; piece < share_.size(); ++piece) {
        const double most = kLineSpeed * step_s / width_m(piece);
        const double way = wanted_share(piece, forward, back) - share_[piece];
        share_[piece] += std::clamp(way, -most, most);
        moved = moved || way != 0.0;
    }
    if (moved) lay_out(users);
    return moved;
}

void Counterflow::lay_out(const std::vector<RoadUser>& users) const {
    for (const LegRun& run : runs_) {
        Road& road = *users[run.race].road;
        const std::size_t first = road.node_at(run.begin_m);
        std::vector<float> half_widths_m;
        for (std::size_t node = first; road.node_m(node) < run.end_m; ++node) {
            const double at_m = run.on_leg_m(road.node_m(node));
            const double forward = forward_share(at_m);
            const double share = run.direction == Direction::forward ? forward : 1.0 - forward;
            half_widths_m.push_back(static_cast<float>(0.5 * share * leg_width_m(*leg_, at_m)));
        }
        road.leave(first, half_widths_m);
    }
}

std::vector<Counterflow> counterflows_of(const Network& network,
                                         const std::vector<RoadUser>& users) {
    std::vector<std::vector<LegRun>> by_leg(network.legs.size());
    for (const std::vector<LegRun>& runs : leg_runs(network)) {
        for (const LegRun& run : runs) by_leg[run.leg.value].push_back(run);
    }
    std::vector<Counterflow> all;
    for (std::size_t leg = 0; leg < by_leg.size(); ++leg) {
        const auto runs_back = [](const LegRun& run) { return run.direction == Direction::back; };
        const auto back = std::count_if(by_leg[leg].begin(), by_leg[leg].end(), runs_back);
        const bool both = back > 0 && back < static_cast<std::ptrdiff_t>(by_leg[leg].size());
        if (!both || network.traffic[leg] != Traffic::shared) continue;
        all.emplace_back(network.legs[leg], by_leg[leg], users);
    }
    return all;
}

}  // namespace gineste
