// SPDX-License-Identifier: Apache-2.0
#include "course/cut_roads.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "course/line_tolerances.hpp"

namespace gineste {
namespace {

constexpr std::size_t kOneCut = 4;       // samples, 20 m
constexpr double kShortestLeg_m = 10.0;  // leg that is left where a start is moved

/// A stretch of a line that is a road of its own, and where it is cut, its ends included.
struct OwnRoad {
    std::size_t line = 0;
    std::size_t begin = 0;
    std::size_t end = 0;
    std::vector<std::size_t> own_cuts{};  // samples, by the race whose line it is
    std::vector<std::size_t> cuts{};      // by all, ascending once all are known
    std::size_t first_leg = 0;

    bool holds(std::size_t from, std::size_t to) const {
        return from + kOneCut >= begin && to <= end + kOneCut;
    }
    std::size_t nearest_cut(std::size_t sample) const {
        const auto apart = [&](std::size_t cut) {
            return cut > sample ? cut - sample : sample - cut;
        };
        const auto nearest = std::min_element(cuts.begin(), cuts.end(),
                                              [&](auto a, auto b) { return apart(a) < apart(b); });
        return static_cast<std::size_t>(nearest - cuts.begin());
    }
};

bool is_own(const LineMatch& part, std::size_t race) {
    return part.line == race && part.road_begin == part.begin && part.road_end == part.end;
}

std::vector<OwnRoad> own_roads(const std::vector<std::vector<LineMatch>>& ways) {
    std::vector<OwnRoad> roads;
    for (std::size_t race = 0; race < ways.size(); ++race) {
        for (const LineMatch& part : ways[race]) {
            if (is_own(part, race)) roads.push_back({race, part.begin, part.end});
        }
    }
    return roads;
}

OwnRoad* road_of(const LineMatch& part, std::vector<OwnRoad>& roads) {
    const auto [begin, end] = std::minmax(part.road_begin, part.road_end);
    for (OwnRoad& road : roads) {
        if (road.line == part.line && road.holds(begin, end)) return &road;
    }
    return nullptr;
}

// Several figures for one junction are their mean, or what the line's own race says; near an end of
// the road, that end.
void join_cuts(OwnRoad& road) {
    std::vector<std::size_t> cuts = std::move(road.cuts);
    std::sort(cuts.begin(), cuts.end());
    road.cuts = {road.begin};
    for (std::size_t k = 0; k < cuts.size();) {
        std::size_t sum = 0;
        const std::size_t from = k;
        while (k < cuts.size() && cuts[k] <= cuts[from] + kOneCut) sum += cuts[k++];
        std::size_t cut = sum / (k - from);
        for (const std::size_t own : road.own_cuts) {
            if (own >= cuts[from] && own <= cuts[k - 1]) cut = own;
        }
        if (cut > road.begin + kOneCut && cut + kOneCut < road.end) road.cuts.push_back(cut);
    }
    road.cuts.push_back(road.end);
}

void append_steps(const OwnRoad& road, const LineMatch& part, std::vector<RouteStep>& way) {
    const std::size_t from = road.nearest_cut(part.road_begin);
    const std::size_t to = road.nearest_cut(part.road_end);
    for (std::size_t k = from; k < to; ++k) {
        way.push_back({LegId(road.first_leg + k), Direction::forward, 0.0});
    }
    for (std::size_t k = from; k > to; --k) {
        way.push_back({LegId(road.first_leg + k - 1), Direction::back, 0.0});
    }
}

}  // namespace

CutRoads::CutRoads(const std::vector<std::vector<LineMatch>>& ways,
                   const std::vector<double>& lengths_m) {
    std::vector<OwnRoad> roads = own_roads(ways);
    for (std::size_t race = 0; race < ways.size(); ++race) {
        for (const LineMatch& part : ways[race]) {
            OwnRoad* road = is_own(part, race) ? nullptr : road_of(part, roads);
            if (road == nullptr) continue;
            for (const std::size_t cut : {part.road_begin, part.road_end}) {
                road->cuts.push_back(std::clamp(cut, road->begin, road->end));
                if (road->line == race) road->own_cuts.push_back(road->cuts.back());
            }
        }
    }
    for (OwnRoad& road : roads) {
        join_cuts(road);
        road.first_leg = legs_.size();
        const double end_m = lengths_m[road.line];
        for (std::size_t k = 1; k < road.cuts.size(); ++k) {
            legs_.push_back({road.line, kSpacing_m * static_cast<double>(road.cuts[k - 1]),
                             std::min(end_m, kSpacing_m * static_cast<double>(road.cuts[k]))});
        }
    }
    for (const auto& parts : ways) {
        std::vector<RouteStep>& way = ways_.emplace_back();
        for (const LineMatch& part : parts) {
            const OwnRoad* road = road_of(part, roads);
            if (road != nullptr) append_steps(*road, part, way);
        }
    }
}

void CutRoads::reach(std::size_t race, double certified_m) {
    double own_m = 0.0;
    double missing_m = certified_m;
    for (const RouteStep& step : ways_[race]) {
        const RoadLeg& leg = legs_[step.leg.value];
        if (leg.line == race) own_m += leg.length_m();
        missing_m -= leg.length_m();
    }
    const double stretched_m = own_m > 0.0 ? own_m : certified_m;
    if (std::abs(missing_m) < kSameLength_m ||
        std::abs(missing_m) > kLengthTolerance * stretched_m) {
        return;
    }
    if (own_m == 0.0) return move_start(race, missing_m);
    for (RoadLeg& leg : legs_) {
        if (leg.line == race) leg.stretch = 1.0 + missing_m / own_m;
    }
}

// Whether everybody else who runs one of the two legs runs both, one after the other.
bool CutRoads::is_start_alone(std::size_t race, std::size_t before, std::size_t first) const {
    for (std::size_t other = 0; other < ways_.size(); ++other) {
        const std::vector<RouteStep>& way = ways_[other];
        for (std::size_t k = 0; k < way.size(); ++k) {
            const bool is_first = way[k].leg == LegId(first);
            if (!is_first && way[k].leg != LegId(before)) continue;
            if (is_first && other == race && k == 0) continue;
            const bool comes = is_first == (way[k].direction == ways_[race][0].direction);
            const std::size_t beside = comes ? k - 1 : k + 1;
            if (beside >= way.size()) return false;
            if (way[beside].leg != LegId(is_first ? before : first)) return false;
        }
    }
    return true;
}

void CutRoads::move_start(std::size_t race, double missing_m) {
    const RouteStep& start = ways_[race].front();
    const bool is_forward = start.direction == Direction::forward;
    const std::size_t first = start.leg.value;
    const std::size_t before = is_forward ? first - 1 : first + 1;
    if (before >= legs_.size()) return;
    RoadLeg& here = legs_[first];
    RoadLeg& there = legs_[before];
    double& cut_m = is_forward ? here.from_m : here.to_m;
    double& other_cut_m = is_forward ? there.to_m : there.from_m;
    const bool is_one_road = here.line == there.line && cut_m == other_cut_m;
    if (!is_one_road || !is_start_alone(race, before, first)) return;
    const double by_m = missing_m / here.stretch;
    const double moved_m = cut_m + (is_forward ? -by_m : by_m);
    const double left_m = is_forward ? moved_m - there.from_m : there.to_m - moved_m;
    const double kept_m = is_forward ? here.to_m - moved_m : moved_m - here.from_m;
    if (left_m < kShortestLeg_m || kept_m < kShortestLeg_m) return;
    cut_m = other_cut_m = moved_m;
}

}  // namespace gineste
