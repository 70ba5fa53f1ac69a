// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>
#include <cstddef>
#include <vector>

#include "motion/pacing.hpp"

namespace gineste {

/// What sets a runner's undisturbed speed; units as in the Field.
struct Pace {
    double flat_speed_mps = 3.0;
    double hill_response = 1.0;
    double drift = 0.0;
};

/// Undisturbed passage of any runner over any stretch of one road, by the pacing law without noise
/// and without shelter: hills and their lag, gait and wind.
///
/// A stretch takes as long as so many metres on the level: by hill response, and by speed, through
/// who walks where. These metres are marched once for a grid of both and interpolated; drift is
/// taken at the middle of the stretch. Over a whole hilly road within 0.03 % of `ideal_time_s` for
/// who runs all the way. On a long climb the law goes from running to walking at one speed, the
/// table over one step of speed: within 2 % for one who just walks or just does not.
class FreeTimes {
    static constexpr int kResponses = 13;  // 0.4, 0.5 ... 1.6
    static constexpr int kSpeeds = 31;     // 1, 1.2 ... 7 m/s
    static constexpr double kResponseStep = 0.1;
    static constexpr double kSpeedStep = 0.2;
    static constexpr std::size_t kNodes = kResponses * kSpeeds;

  public:
    FreeTimes(const Road& road, const PacingLaw& law);

    /// Between two chainages, from_m < to_m, by node of the table.
    struct Stretch {
        double length_m = 0.0;
        double middle_m = 0.0;
        std::array<double, kNodes> level_m{};
    };
    /// Cut the road into stretches of a kilometre at most: drift changes along them.
    Stretch stretch(double from_m, double to_m) const;

    double time_s(const Stretch& stretch, const Pace& pace) const {
        const double level_mps =
            pace.flat_speed_mps * static_cast<double>(law_.drift_factor(
                                      static_cast<float>(pace.drift), stretch.middle_m));
        return level_m(stretch, pace.hill_response, level_mps) / level_mps;
    }
    /// Mean over the stretch.
    double speed_mps(const Stretch& stretch, const Pace& pace) const {
        return stretch.length_m / time_s(stretch, pace);
    }

  private:
    static constexpr double kCell = 50.0;
    static constexpr double response(int k) { return 0.4 + kResponseStep * k; }
    static constexpr double speed_mps(int k) { return 1.0 + kSpeedStep * k; }

    struct Node {
        int below = 0;
        double part = 0.0;
    };
    static Node node(double at, int nodes) {
        const int below = std::clamp(static_cast<int>(at), 0, nodes - 2);
        return {below, at - below};
    }
    static double level_m(const Stretch& stretch, double response, double level_mps) {
        const Node a = node((response - 0.4) / kResponseStep, kResponses);
        const Node b = node((level_mps - 1.0) / kSpeedStep, kSpeeds);
        const double* at = stretch.level_m.data() + a.below * kSpeeds + b.below;
        const double low = at[0] + b.part * (at[1] - at[0]);
        const double high = at[kSpeeds] + b.part * (at[kSpeeds + 1] - at[kSpeeds]);
        return low + a.part * (high - low);
    }
    void march(const Road& road, int row);
    double level_to_m(std::size_t node, double chainage_m) const;

    PacingLaw law_;
    double length_m_ = 0.0;
    std::size_t borders_ = 0;      ///< of cells; the first at 0, the last at the finish
    std::vector<double> level_m_;  ///< from the line to each border, node-major
};

}  // namespace gineste
