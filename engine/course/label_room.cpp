// SPDX-License-Identifier: Apache-2.0
#include "course/label_room.hpp"

#include <algorithm>
#include <cmath>

#include "core/text.hpp"

namespace gineste {
namespace {

constexpr double kStep = 4.0;             // between points that stand for a line
constexpr double kOffSheetCost = 1000.0;  // a word cut off is worse than one over lines
constexpr double kWordCost = 30.0;        // over another word, in points of a line
constexpr double kLetterShare = 0.56;     // mean width of a letter, of its size

bool overlap(const SheetBox& a, const SheetBox& b) {
    return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

}  // namespace

void LabelRoom::block(const SheetLine& line) {
    const double length = length_of(line);
    const int steps = std::max(1, static_cast<int>(std::ceil(length / kStep)));
    for (int k = 0; k <= steps; ++k) {
        points_.push_back(spot_on(line, static_cast<double>(k) / steps).at);
    }
}

double LabelRoom::cost(const SheetBox& box) const {
    double cost = 0.0;
    if (box.left < sheet_.left || box.right > sheet_.right || box.top < sheet_.top ||
        box.bottom > sheet_.bottom) {
        cost += kOffSheetCost;
    }
    for (const SheetBox& taken : taken_) cost += overlap(box, taken) ? kWordCost : 0.0;
    for (const SheetPoint& point : points_) {
        const SheetBox dot{point.x, point.y, point.x + 1e-9, point.y + 1e-9};
        cost += overlap(box, dot) ? 1.0 : 0.0;
    }
    return cost;
}

SheetBox LabelRoom::take(const std::vector<SheetBox>& offered) {
    SheetBox best = offered.front();
    double least = cost(best);
    for (const SheetBox& box : offered) {
        const double here = cost(box);
        if (here >= least) continue;
        least = here;
        best = box;
    }
    taken_.push_back(best);
    return best;
}

double text_width(std::string_view text, double size) {
    return kLetterShare * size * static_cast<double>(count_characters(text));
}

}  // namespace gineste
