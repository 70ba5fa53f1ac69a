// SPDX-License-Identifier: Apache-2.0
// Speed lost to density, running and walking: model notes, § 2.3 (Ren, Zhang & Song 2021) and
// § 3.5 (Jülich, open corridor, one direction, 571 points).
#include <gtest/gtest.h>

#include <algorithm>

#include "support/corridor.hpp"
#include "support/figures.hpp"

namespace gineste {
namespace {

/// Steady flow of walkers as the Jülich free bins have them, and of runners at the free speed that
/// Ren's difference implies.
test::LongPen walkers() { return {5.0, {1.43, 0.14, 0.9, 2.0}}; }
test::LongPen runners() { return {5.0, {2.8, 0.28, 1.8, 4.0}}; }

test::CorridorFlow mean_of(const test::LongPen& pen, double density_per_m2, std::uint64_t seeds) {
    test::CorridorFlow sum;
    const double share = 1.0 / static_cast<double>(seeds);
    for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
        const test::CorridorFlow seen = pen.measure(density_per_m2, seed);
        sum.density_per_m2 += share * seen.density_per_m2;
        sum.speed_mps += share * seen.speed_mps;
        sum.flow_per_s_per_m += share * seen.flow_per_s_per_m;
    }
    return sum;
}

TEST(Densities, RunnersLoseTheirLeadOverWalkersAtPointSevenSevenForEachRunnerASquareMetre) {
    std::vector<double> density_per_m2;
    std::vector<double> lead_mps;
    for (const double set_per_m2 : {0.3, 0.6, 0.9, 1.2, 1.5, 1.65}) {
        const test::CorridorFlow run = mean_of(runners(), set_per_m2, 2);
        const test::CorridorFlow walk = mean_of(walkers(), set_per_m2, 2);
        density_per_m2.push_back(0.5 * (run.density_per_m2 + walk.density_per_m2));
        lead_mps.push_back(run.speed_mps - walk.speed_mps);
        test::tell("%.2f /m2: running %.2f m/s (%.2f /s/m), walking %.2f m/s, lead %.2f m/s",
                   density_per_m2.back(), run.speed_mps, run.flow_per_s_per_m, walk.speed_mps,
                   lead_mps.back());
    }
    const test::Line line = test::fit_line(density_per_m2, lead_mps);
    test::tell("run-walk speed difference: slope %.2f (law: -0.77 +- 25 %%)", line.slope);
    EXPECT_GE(line.slope, -0.77 * 1.25);
    EXPECT_LE(line.slope, -0.77 * 0.75);
}

struct Bin {
    double density_per_m2;
    double speed_mps;
    double sd_mps;
};
constexpr Bin kOpenCorridor[] = {
    {0.16, 1.428, .193}, {0.39, 1.493, .148}, {0.61, 1.431, .115}, {0.84, 1.378, .125},
    {1.13, 1.218, .071}, {1.36, 1.187, .076}, {1.62, 1.084, .106}, {1.84, 0.949, .116},
    {2.14, 0.691, .178}, {2.41, 0.475, .094}, {2.61, 0.408, .093}, {2.85, 0.341, .075},
    {3.12, 0.249, .070}, {3.40, 0.182, .016}, {3.59, 0.164, .017}, {3.87, 0.135, .016}};

TEST(Densities, WalkersAreAsFastAsInTheOpenCorridorOfJuelich) {
    double capacity = 0.0;
    for (const Bin& bin : kOpenCorridor) {
        const test::CorridorFlow walk = mean_of(walkers(), bin.density_per_m2, 2);
        capacity = std::max(capacity, walk.flow_per_s_per_m);
        const double off_sd = (walk.speed_mps - bin.speed_mps) / bin.sd_mps;
        test::tell("walking at %.2f /m2 (measured %.2f): %.3f m/s (law: %.3f +- %.3f), %+.1f sd",
                   bin.density_per_m2, walk.density_per_m2, walk.speed_mps, bin.speed_mps,
                   bin.sd_mps, off_sd);
        EXPECT_NEAR(walk.speed_mps, bin.speed_mps, bin.sd_mps) << bin.density_per_m2 << " /m2";
    }
    test::tell("walking capacity: %.2f /s/m (law: 1.75 +- 0.2)", capacity);
    EXPECT_NEAR(capacity, 1.75, 0.2);
}

}  // namespace
}  // namespace gineste
