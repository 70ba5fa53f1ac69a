// SPDX-License-Identifier: Apache-2.0
#include "study/pareto.hpp"

#include <algorithm>
#include <limits>

#include "core/contract.hpp"

namespace gineste {
namespace {

using Points = std::vector<std::vector<double>>;

double distance(const std::vector<double>& a, const std::vector<double>& b,
                const std::vector<double>& range) {
    double sum = 0.0;
    for (std::size_t k = 0; k < a.size(); ++k) {
        const double part = range[k] > 0.0 ? (a[k] - b[k]) / range[k] : 0.0;
        sum += part * part;
    }
    return sum;
}

std::vector<double> ranges(const Points& points) {
    std::vector<double> range;
    for (std::size_t k = 0; k < points.front().size(); ++k) {
        double least = points.front()[k];
        double most = least;
        for (const auto& point : points) {
            least = std::min(least, point[k]);
            most = std::max(most, point[k]);
        }
        range.push_back(most - least);
    }
    return range;
}

// Of a staircase of points ascending in the first objective.
double area(Points points, const std::vector<double>& reference) {
    std::sort(points.begin(), points.end());
    double sum = 0.0;
    double lowest = reference[1];
    for (const auto& point : points) {
        if (point[0] >= reference[0] || point[1] >= lowest) continue;
        sum += (reference[0] - point[0]) * (lowest - point[1]);
        lowest = point[1];
    }
    return sum;
}

}  // namespace

bool dominates(const std::vector<double>& a, const std::vector<double>& b) {
    EXPECT(a.size() == b.size());
    bool better = false;
    for (std::size_t k = 0; k < a.size(); ++k) {
        if (a[k] > b[k]) return false;
        better = better || a[k] < b[k];
    }
    return better;
}

std::vector<std::size_t> pareto_front(const Points& points) {
    std::vector<std::size_t> front;
    for (std::size_t i = 0; i < points.size(); ++i) {
        bool beaten = false;
        for (std::size_t j = 0; j < points.size() && !beaten; ++j) {
            beaten = dominates(points[j], points[i]) || (j < i && points[j] == points[i]);
        }
        if (!beaten) front.push_back(i);
    }
    return front;
}

std::vector<std::size_t> spread_out(const Points& points, std::size_t count) {
    std::vector<std::size_t> taken;
    if (points.empty()) return taken;
    const std::vector<double> range = ranges(points);
    const auto take = [&](std::size_t index) {
        if (taken.size() >= count) return;
        if (std::find(taken.begin(), taken.end(), index) == taken.end()) taken.push_back(index);
    };
    for (std::size_t k = 0; k < range.size(); ++k) {
        const auto least =
            std::min_element(points.begin(), points.end(),
                             [k](const auto& a, const auto& b) { return a[k] < b[k]; });
        take(static_cast<std::size_t>(least - points.begin()));
    }
    while (taken.size() < std::min(count, points.size())) {
        std::size_t farthest = 0;
        double most = -1.0;
        for (std::size_t i = 0; i < points.size(); ++i) {
            double nearest = std::numeric_limits<double>::infinity();
            for (const std::size_t t : taken) {
                nearest = std::min(nearest, i == t ? -1.0 : distance(points[i], points[t], range));
            }
            if (nearest > most) {
                most = nearest;
                farthest = i;
            }
        }
        taken.push_back(farthest);
    }
    std::sort(taken.begin(), taken.end());
    return taken;
}

double hypervolume(const Points& points, const std::vector<double>& reference) {
    EXPECT(reference.size() == 2 || reference.size() == 3);
    if (reference.size() == 2) return area(points, reference);
    Points sorted = points;
    std::sort(sorted.begin(), sorted.end(),
              [](const auto& a, const auto& b) { return a[2] < b[2]; });
    double volume = 0.0;
    for (std::size_t k = 0; k < sorted.size(); ++k) {
        const double from = std::min(sorted[k][2], reference[2]);
        const double to =
            k + 1 < sorted.size() ? std::min(sorted[k + 1][2], reference[2]) : reference[2];
        const Points below(sorted.begin(), sorted.begin() + static_cast<std::ptrdiff_t>(k + 1));
        volume += (to - from) * area(below, reference);
    }
    return volume;
}

}  // namespace gineste
