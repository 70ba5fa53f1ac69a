// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <cmath>

#include "calibration/crowd_loss.hpp"
#include "calibration/estimate.hpp"
#include "calibration/fit_times.hpp"
#include "calibration/nelder_mead.hpp"
#include "core/random.hpp"

namespace gineste {
namespace {

std::vector<double> drawn(const TimeDistribution& law, int count) {
    std::vector<double> times_s;
    for (int k = 0; k < count; ++k) {
        const double z = normal_quantile((k + 0.5) / count);
        times_s.push_back(law.median_s *
                          (law.shift + (1.0 - law.shift) * std::exp(law.spread * z)));
    }
    return times_s;
}

TEST(FitTimes, FindsTheLawThatTimesWereDrawnFrom) {
    for (const TimeDistribution& law : {TimeDistribution{6752.0, 0.395, 0.52, {}},
                                        {15000.0, 0.18, 0.0, {}},
                                        {13100.0, 0.13, -0.3, {}}}) {
        const TimeDistribution found = fit_times(drawn(law, 5000));
        EXPECT_NEAR(found.median_s, law.median_s, 0.002 * law.median_s);
        EXPECT_NEAR(found.shift, law.shift, 0.05);
        EXPECT_NEAR(found.spread * (1.0 - found.shift), law.spread * (1.0 - law.shift), 0.003);
        EXPECT_LT(kolmogorov_distance(drawn(law, 5000), found), 0.002);
    }
}

TEST(FitTimes, TellsTheShareUnderATime) {
    const TimeDistribution law{6000.0, 0.2, 0.1, {}};
    EXPECT_DOUBLE_EQ(share_under(law, 6000.0), 0.5);
    EXPECT_EQ(share_under(law, 600.0), 0.0);
    EXPECT_NEAR(share_under(law, 6000.0 * (0.1 + 0.9 * std::exp(0.2))), normal_cdf(1.0), 1e-12);
}

// A race that adds a tenth to every time was run with times that had a tenth in them already.
TEST(CrowdLoss, IsTakenOutByAsMuchAsARaceAdds) {
    const std::vector<double> observed_s = drawn({6000.0, 0.2, 0.0, {}}, 2000);
    std::vector<double> simulated_s = observed_s;
    for (double& time_s : simulated_s) time_s *= 1.1;
    const CrowdLoss loss(observed_s, simulated_s);
    for (const double time_s : {3000.0, 5000.0, 6100.0, 12000.0}) {
        EXPECT_NEAR(loss.undisturbed_s(time_s), time_s / 1.1, 2.0);
    }
}

// Rosenbrock's valley, whose floor is least at (1, 1).
TEST(NelderMead, FindsTheEndOfACurvedValley) {
    const auto valley = [](const std::vector<double>& x) {
        const double across = x[1] - x[0] * x[0];
        return 100.0 * across * across + (1.0 - x[0]) * (1.0 - x[0]);
    };
    const std::vector<double> found = nelder_mead(valley, {-1.2, 1.0}, {0.5, 0.5}, 400);
    EXPECT_NEAR(found[0], 1.0, 1e-4);
    EXPECT_NEAR(found[1], 1.0, 1e-4);
}

// The standard error of a mean is sd / √n.
TEST(Bootstrap, GivesAMeanItsStandardError) {
    std::vector<double> values;
    for (int k = 0; k < 2000; ++k) values.push_back(normal_quantile((k + 0.5) / 2000));
    const auto mean = bootstrap(values.size(), 7, [&](const std::vector<std::size_t>& sample) {
        double sum = 0.0;
        for (const std::size_t i : sample) sum += values[i];
        return std::vector<double>{sum / static_cast<double>(sample.size())};
    });
    const double expected = 1.0 / std::sqrt(2000.0);
    EXPECT_NEAR(mean[0].error, expected, 4.0 * expected / std::sqrt(2.0 * kResamples));
}

}  // namespace
}  // namespace gineste
