// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <cmath>

#include "forecast/release.hpp"
#include "support/plain_field.hpp"

namespace gineste {
namespace {

constexpr double kHeadway = 0.1;  // s of the line for each

// As many waves as there are counts, each of so many runners.
struct Starting {
    Scenario scenario = test::plain_start(10.0);
    Field field;

    explicit Starting(const std::vector<int>& counts) {
        int all = 0;
        for (const int count : counts) all += count;
        field = test::plain_field(std::vector<double>(static_cast<std::size_t>(all), 3.0), 1000.0);
        std::size_t i = 0;
        for (std::size_t w = 0; w < counts.size(); ++w) {
            if (w > 0) scenario.waves.push_back(scenario.waves.front());
            for (int k = 0; k < counts[w]; ++k, ++i) {
                field.wave[i] = static_cast<std::uint16_t>(w);
                field.pen_rank[i] = static_cast<std::uint32_t>(k);
            }
        }
    }
    Release release() const {
        return release_waves(scenario, field, std::vector<double>(field.size(), kHeadway),
                             std::vector<double>(field.size(), 3.0));
    }
};

TEST(Release, LineTakesRunnersOneHeadwayApartInTheOrderOfThePen) {
    Starting starting({5});
    starting.field.pen_rank = {4, 3, 2, 1, 0};
    const Release release = starting.release();
    for (std::size_t i = 0; i < 5; ++i) {
        EXPECT_NEAR(release.over_line_s[i], kHeadway * static_cast<double>(4 - i), 1e-12);
    }
}

TEST(Release, RunUpIsCoveredBeforeTheFirstIsOverTheLine) {
    Starting starting({3});
    starting.scenario.start.run_up_m = 60.0;
    EXPECT_DOUBLE_EQ(starting.release().waves[0].first_over_s, 20.0);
}

TEST(Release, ClockWaveWaitsForItsGunAndForThoseStillAtTheLine) {
    Starting starting({100, 100, 100});
    starting.scenario.waves[1].gun_s = *starting.scenario.waves[0].gun_s + 5.0;
    starting.scenario.waves[2].gun_s = *starting.scenario.waves[0].gun_s + 300.0;
    starting.scenario.waves[2].delay_s = 20.0;
    const Release release = starting.release();
    EXPECT_DOUBLE_EQ(release.waves[1].gun_s, 5.0);
    EXPECT_NEAR(release.waves[1].first_over_s, 100 * kHeadway, 1e-9);
    EXPECT_DOUBLE_EQ(release.waves[2].gun_s, 320.0);
    EXPECT_DOUBLE_EQ(release.waves[2].first_over_s, 320.0);
}

TEST(Release, AfterPreviousWaitsForTheLastOfTheWaveBefore) {
    Starting starting({100, 50, 0, 50});
    for (std::size_t w = 1; w < 4; ++w) {
        starting.scenario.waves[w].start = WaveStart::after_previous;
        starting.scenario.waves[w].delay_s = 30.0;
    }
    const Release release = starting.release();
    EXPECT_NEAR(release.waves[1].gun_s, release.waves[0].last_over_s + 30.0, 1e-9);
    EXPECT_NEAR(release.waves[2].gun_s, release.waves[1].last_over_s + 30.0, 1e-9);
    EXPECT_TRUE(std::isnan(release.waves[2].first_over_s));
    EXPECT_NEAR(release.waves[3].gun_s, release.waves[2].gun_s + 30.0, 1e-9);
}

TEST(Release, RollingWaveFollowsWithoutAHold) {
    Starting starting({100, 50});
    starting.scenario.waves[1].start = WaveStart::rolling;
    const Release release = starting.release();
    EXPECT_NEAR(release.waves[1].first_over_s, release.waves[0].last_over_s + kHeadway, 1e-9);
    EXPECT_DOUBLE_EQ(release.waves[1].gun_s, release.waves[1].first_over_s);
}

TEST(Release, AbsentRunnersTakeNoTimeOfTheLine) {
    Starting starting({4});
    starting.field.present[1] = 0;
    const Release release = starting.release();
    EXPECT_TRUE(std::isnan(release.over_line_s[1]));
    EXPECT_EQ(release.waves[0].started, 3U);
    EXPECT_NEAR(release.waves[0].last_over_s, 2 * kHeadway, 1e-12);
}

}  // namespace
}  // namespace gineste
