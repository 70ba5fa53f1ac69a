// SPDX-License-Identifier: Apache-2.0
#include "motion/grade.hpp"

#include <algorithm>
#include <array>

namespace gineste {
namespace {

struct Node {
    double gradient = 0.0;
    double ratio = 1.0;
};

// Factors read off 60-second windows at equal heart rate, by gradient.
constexpr std::array<Node, 20> kEqualEffort{{
    {-0.30, 1.495}, {-0.25, 1.273}, {-0.20, 1.081}, {-0.15, 0.941}, {-0.10, 0.876},
    {-0.08, 0.876}, {-0.06, 0.891}, {-0.04, 0.918}, {-0.02, 0.960}, {0.00, 1.000},
    {0.02, 1.055},  {0.04, 1.135},  {0.06, 1.228},  {0.08, 1.337},  {0.10, 1.459},
    {0.15, 1.846},  {0.20, 2.297},  {0.25, 2.727},  {0.30, 3.158},  {0.45, 4.286},
}};

}  // namespace

double minetti_running_cost(double gradient) {
    const double i = std::clamp(gradient, -0.45, 0.45);
    return ((((155.4 * i - 30.4) * i - 43.3) * i + 46.3) * i + 19.5) * i + 3.6;
}

double minetti_walking_cost(double gradient) {
    const double i = std::clamp(gradient, -0.45, 0.45);
    return ((((280.5 * i - 58.7) * i - 76.8) * i + 51.9) * i + 19.6) * i + 2.5;
}

double kay_pace_ratio(double gradient) {
    const double g = std::clamp(gradient, -0.30, 0.30);
    return 1.0 + (((-43635.0 * g - 3211.0) * g + 32209.0) * g + 5656.0) * g / 1707.0;
}

double equal_effort_ratio(double gradient) {
    const auto after = std::find_if(kEqualEffort.begin(), kEqualEffort.end(),
                                    [&](const Node& node) { return node.gradient >= gradient; });
    if (after == kEqualEffort.begin()) return kEqualEffort.front().ratio;
    if (after == kEqualEffort.end()) return kEqualEffort.back().ratio;
    const Node& before = *(after - 1);
    const double part = (gradient - before.gradient) / (after->gradient - before.gradient);
    return before.ratio + part * (after->ratio - before.ratio);
}

double grade_ratio(GradeLaw law, double gradient) {
    switch (law) {
        case GradeLaw::table:
            return equal_effort_ratio(gradient);
        case GradeLaw::kay:
            return kay_pace_ratio(gradient);
        case GradeLaw::minetti:
            return minetti_running_cost(gradient) / minetti_running_cost(0.0);
        case GradeLaw::minetti_walking:
            return minetti_walking_cost(gradient) / minetti_walking_cost(0.0);
    }
    return 1.0;
}

}  // namespace gineste
