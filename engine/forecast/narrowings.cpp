// SPDX-License-Identifier: Apache-2.0
#include "forecast/narrowings.hpp"

#include <algorithm>
#include <cmath>

namespace gineste {
namespace {

constexpr double kCell = 50.0;
constexpr double kNarrower = 0.95;  // of the width, and
constexpr double kTighter = 0.90;   // of the capacity: less is no narrowing. Assumption
constexpr double kStillFalling = 0.98;

struct Cell {
    double at_m = 0.0;  // where it is narrowest, else where it begins
    double width_m = 0.0;
    double capacity_per_s = 0.0;
};

// Widths are linear between nodes of the road, every kSpacing from the line on.
double first_node_m(double from_m) {
    return Road::kSpacing * (std::floor(from_m / Road::kSpacing) + 1.0);
}

// Where the road of [from_m, to_m] is first as narrow as anywhere in it, to a hundredth.
Cell narrowest(const Road& road, double from_m, double to_m) {
    Cell least{from_m, 2.0 * static_cast<double>(road.half_width_m(from_m)), 0.0};
    const auto look = [&](double at_m) {
        const double width_m = 2.0 * static_cast<double>(road.half_width_m(at_m));
        if (width_m < 0.99 * least.width_m) least.at_m = at_m;
        least.width_m = std::min(least.width_m, width_m);
    };
    for (double at_m = first_node_m(from_m); at_m < to_m; at_m += Road::kSpacing) look(at_m);
    look(to_m);
    return least;
}

std::vector<Cell> cells(const Road& road, const HeadwayLaw& law,
                        const std::function<double(double)>& free_mps) {
    std::vector<Cell> cells;
    for (double from_m = 0.0; from_m < road.length_m(); from_m += kCell) {
        const double to_m = std::min(from_m + kCell, road.length_m());
        Cell cell = narrowest(road, from_m, to_m);
        const double usual_mps = free_mps(0.5 * (from_m + to_m));
        cell.capacity_per_s = cell.width_m * capacity_per_s_per_m(law, usual_mps);
        cells.push_back(cell);
    }
    return cells;
}

// Where the width goes on falling the narrowing lies farther on.
bool has_settled(const std::vector<Cell>& cells, std::size_t k) {
    return k + 1 == cells.size() || cells[k + 1].width_m > kStillFalling * cells[k].width_m;
}

}  // namespace

std::vector<Narrowing> find_narrowings(const Road& road, const HeadwayLaw& law,
                                       const std::function<double(double)>& free_mps) {
    const std::vector<Cell> along = cells(road, law, free_mps);
    std::vector<Narrowing> found;
    Cell widest = along.front();  // width and capacity, each the most since the last narrowing
    for (std::size_t k = 1; k < along.size(); ++k) {
        const Cell& cell = along[k];
        const bool merges = cell.width_m < kNarrower * widest.width_m;
        const bool tight = merges || cell.capacity_per_s < kTighter * widest.capacity_per_s;
        if (tight && has_settled(along, k)) {
            found.push_back({cell.at_m, cell.width_m, merges ? kDischargeShare : 1.0});
            widest = cell;
        } else {
            widest.width_m = std::max(widest.width_m, cell.width_m);
            widest.capacity_per_s = std::max(widest.capacity_per_s, cell.capacity_per_s);
        }
    }
    return found;
}

}  // namespace gineste
