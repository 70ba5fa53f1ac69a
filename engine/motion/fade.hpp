// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <algorithm>

namespace gineste {

/// How speed falls along the course: even at first, then straight down by the runner's drift, then
/// even, and up again over the last tenth. Who loses more begins sooner. As it stands here:
/// straight down from start to finish (Nikolaidis 2019, half marathon: each fifth slower than the
/// one before). All in shares of the course's length and of the mean speed.
struct Fade {
    static constexpr double kSpurtFrom = 0.9;
    double from = 0.0;    ///< where speed begins to fall, of who hardly loses any
    double length = 1.0;  ///< over which it falls
    double sooner = 0.0;  ///< for each unit of drift
    double spurt = 0.0;   ///< share of the drift that is regained

    /// Speed over its mean (over distance) at a part of the course in [0, 1].
    float factor(float drift, double part) const {
        const double begin = from - sooner * static_cast<double>(drift);
        const double fallen = std::clamp((part - begin) / length, 0.0, 1.0);
        const double spurted = std::max(0.0, part - kSpurtFrom) / (1.0 - kSpurtFrom);
        const double share =
            mean_fallen(begin) - fallen + spurt * (spurted - 0.5 * (1.0 - kSpurtFrom));
        return 1.0F + drift * static_cast<float>(share);
    }
    /// Mean over the course of the part of the fall that is behind a runner.
    double mean_fallen(double begin) const {
        const double first = std::clamp(begin, 0.0, 1.0) - begin;
        const double end = std::clamp(begin + length, 0.0, 1.0);
        const double last = end - begin;
        return (last * last - first * first) / (2.0 * length) + (1.0 - end);
    }
};

}  // namespace gineste
