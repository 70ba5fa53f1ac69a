// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <cmath>

#include "core/random.hpp"
#include "stations/thirst.hpp"
#include "support/figures.hpp"

namespace gineste {
namespace {

const ThirstSpec kThirst;
const StationSpec kStation;

// In the middle of the field, the usual distance after the last drink.
double share_at(double wbgt_c) {
    const double heat = heat_share(kThirst, wbgt_c);
    return take_probability(kThirst, kStation.take_share, {heat, kThirst.spacing_m, 0.5});
}

TEST(Thirst, IsThatOfTheModelNotesWhenCoolAndAboveTwentyThreeDegrees) {
    EXPECT_NEAR(share_at(12.0), 0.75, 1e-12);  // model notes, § 4.3
    EXPECT_NEAR(share_at(23.0), 0.95, 1e-12);
    EXPECT_NEAR(share_at(28.0), 0.95, 1e-12);
    EXPECT_GT(share_at(19.0), share_at(17.0));
    EXPECT_EQ(heat_share(kThirst, std::nullopt), 0.0);
}

TEST(Thirst, GrowsByItsLogOddsWithTheDistanceSinceTheLastDrink) {
    const auto odds = [](double since_m) {
        const double p = take_probability(kThirst, 0.75, {0.0, since_m, 0.5});
        return std::log(p / (1.0 - p));
    };
    EXPECT_NEAR(odds(10'000.0) - odds(5'000.0), kThirst.distance_gain, 1e-12);
    EXPECT_NEAR(odds(5'000.0) - odds(2'500.0), 0.5 * kThirst.distance_gain, 1e-12);
    EXPECT_EQ(odds(10'000.0), odds(40'000.0));
}

TEST(Thirst, IsGreaterInSlowRunners) {
    EXPECT_GT(take_probability(kThirst, 0.75, {0.0, 5'000.0, 1.0}),
              take_probability(kThirst, 0.75, {0.0, 5'000.0, 0.0}));
}

TEST(Thirst, LeavesNobodyAndEverybodyAsTheyAre) {
    for (const double heat : {0.0, 0.5, 1.0}) {
        EXPECT_EQ(take_probability(kThirst, 0.0, {heat, 0.0, 0.0}), 0.0);
        EXPECT_EQ(take_probability(kThirst, 1.0, {heat, 0.0, 0.0}), 1.0);
    }
}

// Two uniform draws of correlation √habit · √habit agree as often as a bivariate normal says.
TEST(Thirst, HabitKeepsTheShareAndMakesTheSameRunnersDrink) {
    const Random random(7);
    const double share = 0.5;
    for (const double habit : {0.0, 0.5, 1.0}) {
        int first = 0;
        int both = 0;
        constexpr int runners = 40'000;
        for (int k = 0; k < runners; ++k) {
            const RunnerId id(k);
            const double own = random.normal(id, Purpose::habit);
            const auto takes = [&](std::uint32_t station) {
                const double z = random.normal(id, Purpose::thirst, station);
                return habitual_draw(habit, own, z) < share;
            };
            first += takes(0);
            both += takes(0) && takes(1);
        }
        EXPECT_NEAR(first / 40'000.0, share, 0.01) << habit;
        const double expected = 0.25 + std::asin(habit) / (2.0 * M_PI);  // Sheppard 1899
        EXPECT_NEAR(both / 40'000.0, expected, 0.01) << habit;
    }
}

TEST(Cups, AreOneToTwoWhenCoolAndThreeToSixInHeat) {
    const Random random(3);
    for (const double wbgt_c : {12.0, 24.0}) {
        const double mean = mean_extra(kThirst, kStation, heat_share(kThirst, wbgt_c));
        double sum = 0.0;
        for (int k = 0; k < 20'000; ++k) {
            sum += drawn_cups(mean, random.uniform(RunnerId(k), Purpose::cups));
        }
        test::tell("WBGT %.0f C: %.2f cups a taker", wbgt_c, sum / 20'000.0);
        EXPECT_NEAR(sum / 20'000.0, 1.0 + mean, 0.03);
        EXPECT_GE(sum / 20'000.0, wbgt_c < 15.0 ? 1.0 : 3.0);  // Chicago 2007: 3-6
        EXPECT_LE(sum / 20'000.0, wbgt_c < 15.0 ? 2.0 : 6.0);
    }
}

TEST(Cups, OfSpongesAreNoMoreInHeat) {
    StationSpec sponges;
    sponges.kind = StationKind::sponge;
    EXPECT_EQ(mean_extra(kThirst, sponges, 1.0), sponges.extra_cups);
}

TEST(DrinkModes, OfTheWholeFieldAreTheStationsWhateverThePace) {
    for (const double grab : {0.0, 0.4, 0.7, 1.0}) {
        for (const double walk : {0.0, 0.2, 0.3}) {
            if (grab + walk > 1.0) continue;
            StationSpec station;
            station.grab_share = grab;
            station.walk_share = walk;
            double grabs = 0.0;
            double walks = 0.0;
            for (int k = 0; k < 1000; ++k) {
                const ModeShares shares = mode_shares(kThirst, station, (k + 0.5) / 1000.0);
                EXPECT_GE(std::min(shares.grab, shares.walk), -1e-12);
                EXPECT_LE(shares.grab + shares.walk, 1.0 + 1e-12);
                grabs += shares.grab / 1000.0;
                walks += shares.walk / 1000.0;
            }
            EXPECT_NEAR(grabs, grab, 1e-9);
            EXPECT_NEAR(walks, walk, 1e-9);
        }
    }
}

TEST(DrinkModes, FastRunnersGrabAndSlowOnesStop) {
    const ModeShares fast = mode_shares(kThirst, kStation, 0.0);
    const ModeShares slow = mode_shares(kThirst, kStation, 1.0);
    EXPECT_GT(fast.grab, slow.grab);
    EXPECT_LT(1.0 - fast.grab - fast.walk, 1.0 - slow.grab - slow.walk);
}

TEST(DrinkModes, NobodyGrabsMoreThanTwoHandsHold) {
    const ModeShares all_grab{1.0, 0.0};
    EXPECT_EQ(drawn_mode(all_grab, 2, 0.5), DrinkMode::grab);
    EXPECT_EQ(drawn_mode(all_grab, 3, 0.5), DrinkMode::walk);
}

}  // namespace
}  // namespace gineste
