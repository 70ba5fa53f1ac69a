// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <cmath>

#include "calibration/fit_release.hpp"
#include "field/field.hpp"
#include "support/small_race.hpp"

namespace gineste {
namespace {

// A wave let go by the engine's own release, as the fit is to see it.
LineCrossings released_wave(double density_per_m2, double decay, double speed_mps) {
    Scenario scenario = test::plain_scenario(4000, speed_mps);
    scenario.start.line_width_m = 10.0;
    scenario.start.release = ReleaseSpec{density_per_m2, decay, 0.0};
    const Field field = draw_field(scenario, straight_course(10000.0, 0.0, 10.0));
    LineCrossings wave;
    for (std::size_t i = 0; i < field.size(); ++i) {
        wave.after_gun_s.push_back(field.line_due_s[i]);
        wave.flat_speed_mps.push_back(static_cast<double>(field.flat_speed_mps[i]));
    }
    wave.settle();
    return wave;
}

TEST(FitRelease, FindsDensityAndDecayOfAReleaseOfTheEngine) {
    const ReleaseFit fit = fit_release({released_wave(0.5, 0.2, 3.0)}, 10.0);
    EXPECT_NEAR(fit.density_per_m2, 0.5, 0.01);
    EXPECT_NEAR(fit.decay, 0.2, 0.011);
    EXPECT_LT(fit.share_error[0], 0.002);
}

// Flow is density times speed: one density serves a fast wave and a slow one.
TEST(FitRelease, HoldsForWavesOfOtherSpeeds) {
    const ReleaseFit fit =
        fit_release({released_wave(0.5, 0.1, 4.0), released_wave(0.5, 0.1, 2.5)}, 10.0);
    EXPECT_NEAR(fit.flow_share[0], 1.0, 0.02);
    EXPECT_NEAR(fit.flow_share[1], 1.0, 0.02);
}

// 100 runners, two a second, with half a minute between two pens of 50, on a line of 4 m.
TEST(LineUse, TellsFlowAndGapsBetweenPens) {
    std::vector<double> times_s;
    for (int k = 0; k < 100; ++k) times_s.push_back(0.5 * k + (k < 50 ? 0.0 : 30.0));
    const LineUse use = line_use(times_s, 4.0);
    EXPECT_EQ(use.gaps, 1);
    EXPECT_NEAR(use.gaps_s, 30.5, 1e-9);
    EXPECT_NEAR(use.flow_per_s_per_m, 97.0 / 78.0 / 4.0, 1e-9);
}

// N = flow · t while the flow does not fall: 0.5 /m² · 10 m · 3 m/s.
TEST(Release, WithoutDecayPassesDensityTimesWidthTimesSpeed) {
    const LineCrossings wave = released_wave(0.5, 0.0, 3.0);
    EXPECT_NEAR(wave.after_gun_s.back(), 4000.0 / 15.0, 0.1);
}

}  // namespace
}  // namespace gineste
