// SPDX-License-Identifier: Apache-2.0
#include "course/sheet_line.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>

namespace gineste {
namespace {

double apart(SheetPoint a, SheetPoint b) { return std::hypot(b.x - a.x, b.y - a.y); }

SheetPoint unit(SheetPoint from, SheetPoint to) {
    const double length = apart(from, to);
    if (length == 0.0) return {0.0, 0.0};
    return {(to.x - from.x) / length, (to.y - from.y) / length};
}

double off_line(SheetPoint p, SheetPoint from, SheetPoint to) {
    const SheetPoint along = unit(from, to);
    if (along.x == 0.0 && along.y == 0.0) return apart(p, from);
    const double share =
        std::clamp((p.x - from.x) * along.x + (p.y - from.y) * along.y, 0.0, apart(from, to));
    return apart(p, {from.x + along.x * share, from.y + along.y * share});
}

}  // namespace

double length_of(const SheetLine& line) {
    double length = 0.0;
    for (std::size_t k = 1; k < line.size(); ++k) length += apart(line[k - 1], line[k]);
    return length;
}

SheetSpot spot_on(const SheetLine& line, double share) {
    double left = share * length_of(line);
    std::size_t k = 1;
    while (k + 1 < line.size() && left > apart(line[k - 1], line[k])) {
        left -= apart(line[k - 1], line[k]);
        ++k;
    }
    const SheetPoint along = unit(line[k - 1], line[k]);
    return {{line[k - 1].x + along.x * left, line[k - 1].y + along.y * left}, along};
}

SheetLine simplified(const SheetLine& line, double tolerance) {
    std::vector<bool> is_kept(line.size(), false);
    is_kept.front() = is_kept.back() = true;
    std::vector<std::pair<std::size_t, std::size_t>> open{{0, line.size() - 1}};
    while (!open.empty()) {
        const auto [first, last] = open.back();
        open.pop_back();
        std::size_t farthest = first;
        double most = tolerance;
        for (std::size_t k = first + 1; k < last; ++k) {
            const double off = off_line(line[k], line[first], line[last]);
            if (off <= most) continue;
            most = off;
            farthest = k;
        }
        if (farthest == first) continue;
        is_kept[farthest] = true;
        open.push_back({first, farthest});
        open.push_back({farthest, last});
    }
    SheetLine kept;
    for (std::size_t k = 0; k < line.size(); ++k) {
        if (is_kept[k]) kept.push_back(line[k]);
    }
    return kept;
}

SheetLine beside(const SheetLine& line, double right) {
    SheetLine moved;
    for (std::size_t k = 0; k < line.size(); ++k) {
        const SheetPoint in = unit(line[k == 0 ? 0 : k - 1], line[k == 0 ? 1 : k]);
        const std::size_t after = std::min(k + 1, line.size() - 1);
        const SheetPoint out = unit(line[after - 1], line[after]);
        const SheetPoint normal{-(in.y + out.y) / 2.0, (in.x + out.x) / 2.0};  // y goes down
        const double squared = normal.x * normal.x + normal.y * normal.y;
        const double by = right / std::max(squared, 0.5);
        moved.push_back({line[k].x + normal.x * by, line[k].y + normal.y * by});
    }
    return moved;
}

std::string path_data(const SheetLine& line) {
    std::string text;
    for (const SheetPoint& point : line) {
        text += fmt::format("{}{:.1f} {:.1f}", text.empty() ? "M" : "L", point.x, point.y);
    }
    return text;
}

}  // namespace gineste
