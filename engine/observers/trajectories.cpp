// SPDX-License-Identifier: Apache-2.0
#include "observers/trajectories.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace gineste {
namespace {

// Both ends and the road's own nodes between them: its edges are straight from node to node.
std::vector<EdgeRecord> closed_edges(const TrajectoryWindow& window, const Road& road) {
    constexpr double wide = std::numeric_limits<double>::infinity();
    std::vector<EdgeRecord> edges{{window.from_m, -wide, wide}};
    const double first = std::floor((window.from_m - road.begin_m()) / Road::kSpacing) + 1.0;
    for (double at_m = road.begin_m() + first * Road::kSpacing; at_m < window.to_m;
         at_m += Road::kSpacing) {
        edges.push_back({at_m, -wide, wide});
    }
    edges.push_back({window.to_m, -wide, wide});
    return edges;
}

}  // namespace

TrajectoryObserver::TrajectoryObserver(const TrajectoryWindow& window)
    : window_(window), next_s_(window.from_s) {
    record_.window = window;
}

void TrajectoryObserver::begin_frame(double time_s, const Road& road) {
    constexpr double rounding_s = 1e-6;
    if (record_.begin.empty()) record_.first_s = time_s;
    record_.begin.push_back(record_.bib.size());
    next_s_ = time_s + window_.every_s - rounding_s;
    widen_edges(road);
}

void TrajectoryObserver::widen_edges(const Road& road) {
    if (record_.edges.empty()) record_.edges = closed_edges(window_, road);
    for (EdgeRecord& edge : record_.edges) {
        const auto middle_m = static_cast<double>(road.middle_m(edge.at_m));
        const auto half_m = static_cast<double>(road.half_width_m(edge.at_m));
        edge.left_m = std::max(edge.left_m, middle_m + half_m);
        edge.right_m = std::min(edge.right_m, middle_m - half_m);
    }
}

void TrajectoryObserver::see(std::uint32_t bib, double along_m, double across_m) {
    record_.bib.push_back(bib);
    record_.along_m.push_back(along_m);
    record_.across_m.push_back(across_m);
}

TrajectoryRecord TrajectoryObserver::record() const {
    TrajectoryRecord record = record_;
    if (!record.begin.empty()) record.begin.push_back(record.bib.size());
    return record;
}

}  // namespace gineste
