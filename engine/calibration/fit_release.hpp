// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <vector>

namespace gineste {

/// A wave at the start line: who came over it when, s after its gun, rising, and how fast each
/// would run on the flat, m/s.
struct LineCrossings {
    std::vector<double> after_gun_s;
    std::vector<double> flat_speed_mps;

    /// Those two in rising order, speeds smoothed over `kNeighbours`: who comes to the line in
    /// which order is chance, how fast the pen is there is not.
    void settle();
};
inline constexpr std::size_t kNeighbours = 600;

/// The release of `start.release` (scenario.hpp), fitted.
struct ReleaseFit {
    double density_per_m2 = 0.0;      ///< of all waves together
    double decay = 0.0;               ///< of all waves
    std::vector<double> flow_share;   ///< by wave, over the density of all
    std::vector<double> first_s;      ///< by wave: from its gun to the first over the line
    std::vector<double> share_error;  ///< by wave: mean absolute error of the share over the line
};

/// What a wave did at the line, without any law.
struct LineUse {
    double flow_per_s_per_m = 0.0;  ///< mean from the first to where the stragglers begin
    int gaps = 0;                   ///< between pens: 10 s and more with nobody on the line
    double gaps_s = 0.0;            ///< all together
};
LineUse line_use(const std::vector<double>& sorted_s, double line_width_m);

/// Fits one density and one decay to all waves; the share of each wave says how far it is off.
ReleaseFit fit_release(const std::vector<LineCrossings>& waves, double line_width_m);

/// When each is over the line by that law, s after the gun: for wave `w` of the fit.
std::vector<double> released_s(const ReleaseFit& fit, const LineCrossings& wave, std::size_t w,
                               double line_width_m);

}  // namespace gineste
