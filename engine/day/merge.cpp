// SPDX-License-Identifier: Apache-2.0
#include "day/merge.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "day/crowd.hpp"
#include "day/divide.hpp"
#include "day/merge_rule.hpp"
#include "day/sight.hpp"

namespace gineste {
namespace {

constexpr double kApproach = 60.0;  // m, over which a road's edges move to those of its part
constexpr double kLeastApproach = 8.0;
constexpr double kLook = 75.0;           // m before the seam, where those are counted who come
constexpr double kMergeLineSpeed = 0.2;  // m/s: runners on both sides have to go along
constexpr double kPast = 4.0;            // m beyond the seam, where the road they run into begins
constexpr double kLeastLine = 2.0;       // m of a start line from which somebody may still come
constexpr double kAtLine = 0.5;  // m before a start line, which is wider or narrower than pens

double width_at(const RoadUser& user, double chainage_m) {
    return 2.0 * static_cast<double>(user.road->passage_half_width_m(chainage_m));
}

/// The edges of one stream's part at the seam, from the middle of its own road.
struct Part {
    float right_m = 0.0F;
    float left_m = 0.0F;
};

float passed_over(float from, float to, double share) {
    return from + static_cast<float>(share) * (to - from);
}

// From the road's own edges to those of the part, and over the last metres, where both roads see
// each other, to those of the road they run into.
void lay_out_inlet(const RoadUser& user, double seam_m, double approach_m, const Part& part,
                   const Part& into) {
    Road& road = *user.road;
    const double side_m = seam_m - kSideBySide;
    const std::size_t first = road.node_at(side_m - approach_m);
    std::vector<Edges> nodes;
    for (std::size_t node = first; node <= road.node_at(seam_m); ++node) {
        const double at_m = road.node_m(node);
        const double before = std::clamp((side_m - at_m) / approach_m, 0.0, 1.0);
        const double beyond = std::clamp((at_m - side_m) / kSideBySide, 0.0, 1.0);
        const float half_m = road.passage_half_width_m(at_m);
        const float right_m = passed_over(part.right_m, -half_m, before);
        const float left_m = passed_over(part.left_m, half_m, before);
        nodes.push_back(
            {passed_over(right_m, into.right_m, beyond), passed_over(left_m, into.left_m, beyond)});
    }
    road.divide(first, nodes);
}

}  // namespace

Merge::Merge(double into_m, MergeRule rule, std::size_t first, std::vector<Stream> streams,
             const std::vector<RoadUser>& users)
    : into_m_(into_m), rule_(rule), first_(first), streams_(std::move(streams)) {
    measure_widths(users);
    const std::vector<double> parts_m = wanted_parts_m(coming(users), users);
    for (std::size_t k = 0; k < streams_.size(); ++k) streams_[k].part_m = parts_m[k];
    const std::vector<double> middles_m = middles_of_parts_m();
    for (std::size_t k = 0; k < streams_.size(); ++k) {
        streams_[k].left_m = middles_m[k];
        for (const Inlet& inlet : streams_[k].inlets) {
            Road& road = *users[inlet.race].road;
            road.move_centre(road.node_at(inlet.seam_m) + 1, -middles_m[k]);
        }
    }
    lay_out(users);
}

// Of those roads that lead up to the seam, and of the one beyond it as who comes along one sees it:
// at a start line it has still the line's width.
void Merge::measure_widths(const std::vector<RoadUser>& users) {
    width_m_ = 0.0;
    for (Stream& stream : streams_) {
        const Inlet& inlet = stream.inlets.front();
        const double before_m =
            stream.from ? std::min(kSideBySide + 2.0, 0.5 * stream.length_m) : kAtLine;
        stream.width_m = width_at(users[inlet.race], inlet.seam_m - before_m);
        if (!stream.from) continue;
        const double beyond_m = std::min(kPast, 0.5 * into_m_);
        width_m_ = std::max(width_m_, width_at(users[inlet.race], inlet.seam_m + beyond_m));
    }
}

// From left to right between the edges of the road they run into; what nobody has lies between.
std::vector<double> Merge::middles_of_parts_m() const {
    double unused_m = width_m_;
    for (const Stream& stream : streams_) unused_m -= stream.part_m;
    const double gap_m = unused_m / static_cast<double>(streams_.size() - 1);
    std::vector<double> middles_m;
    double left_m = 0.5 * width_m_;
    for (const Stream& stream : streams_) {
        middles_m.push_back(left_m - 0.5 * stream.part_m);
        left_m -= stream.part_m + gap_m;
    }
    return middles_m;
}

std::vector<std::size_t> Merge::coming(const std::vector<RoadUser>& users) const {
    std::vector<std::size_t> counts;
    for (const Stream& stream : streams_) {
        std::size_t& count = counts.emplace_back(0);
        for (const Inlet& inlet : stream.inlets) {
            count += count_between(*users[inlet.race].state, inlet.seam_m - kLook, inlet.seam_m);
        }
    }
    return counts;
}

// A gun puts a whole wave before the seam at once: until the last has gone there is some room.
bool Merge::may_start(const Stream& stream, const std::vector<RoadUser>& users) {
    return !stream.from &&
           std::any_of(stream.inlets.begin(), stream.inlets.end(),
                       [&](const Inlet& inlet) { return users[inlet.race].starts; });
}

// Before anybody comes each road has what it would get if all of them were full.
std::vector<double> Merge::wanted_parts_m(const std::vector<std::size_t>& counts,
                                          const std::vector<RoadUser>& users) const {
    const bool nobody = std::all_of(counts.begin(), counts.end(), [](auto n) { return n == 0; });
    std::vector<Claim> claims;
    for (std::size_t k = 0; k < streams_.size(); ++k) {
        const Stream& stream = streams_[k];
        double need_m = needed_width_m(counts[k], kLook, stream.width_m);
        if (nobody) need_m = stream.width_m;
        if (may_start(stream, users)) {
            need_m = std::max(need_m, std::min(kLeastLine, stream.width_m));
        }
        claims.push_back({stream.width_m, need_m});
    }
    return divided_width_m(rule_, first_, claims, width_m_);
}

// The line waits for nobody where only one road brings runners.
void Merge::move_lines(double step_s, const std::vector<RoadUser>& users) {
    const std::vector<std::size_t> counts = coming(users);
    measure_widths(users);
    const std::vector<double> wanted_m = wanted_parts_m(counts, users);
    const auto empty = std::count(counts.begin(), counts.end(), std::size_t{0});
    const bool alone = counts.size() - static_cast<std::size_t>(empty) < 2;
    const double most_m = alone ? width_m_ : kMergeLineSpeed * step_s;
    bool moved = false;
    for (std::size_t k = 0; k < streams_.size(); ++k) {
        const double way_m = std::clamp(wanted_m[k] - streams_[k].part_m, -most_m, most_m);
        streams_[k].part_m += way_m;
        moved = moved || way_m != 0.0;
    }
    if (moved) lay_out(users);
}

void Merge::lay_out(const std::vector<RoadUser>& users) const {
    const std::vector<double> middles_m = middles_of_parts_m();
    for (std::size_t k = 0; k < streams_.size(); ++k) {
        const Stream& stream = streams_[k];
        const double aside_m = middles_m[k] - stream.left_m;
        const double half_m = 0.5 * stream.part_m;
        const Part part{static_cast<float>(aside_m - half_m), static_cast<float>(aside_m + half_m)};
        const Part into{static_cast<float>(-0.5 * width_m_ - stream.left_m),
                        static_cast<float>(0.5 * width_m_ - stream.left_m)};
        double approach_m = kApproach;
        if (stream.from) {
            approach_m = std::clamp(stream.length_m - kSideBySide, kLeastApproach, kApproach);
        }
        for (const Inlet& inlet : stream.inlets) {
            lay_out_inlet(users[inlet.race], inlet.seam_m, approach_m, part, into);
        }
    }
}

namespace {

/// Ways into one leg, those from start lines last.
struct StartersLast {
    bool operator()(const std::optional<LegWay>& a, const std::optional<LegWay>& b) const {
        return a && b ? *a < *b : a.has_value() && !b.has_value();
    }
};
using Streams = std::map<std::optional<LegWay>, Merge::Stream, StartersLast>;

std::map<LegWay, Streams> streams_by_leg(const Network& network) {
    std::map<LegWay, Streams> legs;
    for (const std::vector<LegRun>& runs : leg_runs(network)) {
        for (const LegRun& run : runs) {
            const LegRun* before = run.is_first() ? nullptr : &runs[run.step - 1];
            std::optional<LegWay> from;
            if (before != nullptr) from = LegWay{before->leg, before->direction};
            Merge::Stream& stream = legs[{run.leg, run.direction}][from];
            stream.inlets.push_back({run.race, run.begin_m});
            if (before == nullptr) continue;
            stream.from = before->leg;
            stream.length_m = before->end_m - before->begin_m;
        }
    }
    return legs;
}

Merge merge_of(const DaySpec& day, const Network& network, LegWay into, Streams streams,
               const std::vector<RoadUser>& users) {
    const MergeSpec* spec = merge_spec(day, network, into);
    std::vector<Merge::Stream> in_order;
    std::size_t first = 0;
    for (auto& [from, stream] : streams) {
        if (goes_first(spec, network, from)) first = in_order.size();
        in_order.push_back(std::move(stream));
    }
    return Merge(network.legs[into.leg.value].length_m,
                 spec != nullptr ? spec->rule : MergeRule::zip, first, std::move(in_order), users);
}

}  // namespace

std::vector<Merge> merges_of(const DaySpec& day, const Network& network,
                             const std::vector<RoadUser>& users) {
    std::vector<Merge> merges;
    for (auto& [into, streams] : streams_by_leg(network)) {
        if (streams.size() > 1) merges.push_back(merge_of(day, network, into, streams, users));
    }
    return merges;
}

}  // namespace gineste
