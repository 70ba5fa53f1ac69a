// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <vector>

#include "motion/crowd.hpp"

namespace gineste {
namespace {

constexpr float kNowhere = std::numeric_limits<float>::quiet_NaN();

/// A few runners on a straight road, foremost first.
class Crowd : public ::testing::Test {
  protected:
    struct Runner {
        double chainage_m = 0.0;
        float offset_m = 0.0F;
        float speed_mps = 0.0F;
        float wanted_mps = 3.0F;
    };

    void step(std::vector<Runner>& runners, double width_m) {
        const Course course = straight_course(1000.0, 0.0, width_m);
        StartSpec start;
        start.line_width_m = start.pen_width_m = width_m;
        const Road road(course, start, GradeLaw::table, 0.0);
        Generation now;
        Generation next;
        Intent intent;
        now.resize(runners.size());
        next.resize(runners.size());
        intent.resize(runners.size());
        footing_.part.resize(runners.size());
        footing_.drift_side.resize(runners.size());
        for (std::size_t k = 0; k < runners.size(); ++k) {
            now.place[k] = place_of(runners[k].chainage_m);
            now.offset_m[k] = runners[k].offset_m;
            now.speed_mps[k] = runners[k].speed_mps;
            intent.wanted_mps[k] = runners[k].wanted_mps;
            intent.goal_m[k] = kNowhere;
            intent.time_gap_s[k] = headway_.time_gap_s;
            intent.standstill_gap_m[k] = headway_.standstill_gap_m;
            intent.braking_share[k] = headway_.braking_share;
            footing_.part[k] = 0.0F;
        }
        jostle(InstructionSet::v2, law_, road, now, intent, {}, next, footing_, 0, runners.size());
        for (std::size_t k = 0; k < runners.size(); ++k) {
            runners[k] = {chainage_of(next.place[k], footing_.part[k]), next.offset_m[k],
                          next.speed_mps[k], runners[k].wanted_mps};
        }
    }

    CrowdLaw law_;
    Headway headway_;
    Footing footing_;
};

TEST_F(Crowd, SafeSpeedBehindAnEqualIsThatSpeedAtItsEquilibriumGap) {
    const float harder = (1.0F - headway_.braking_share) / law_.braking_mps2;
    for (const float speed_mps : {0.5F, 1.5F, 3.0F}) {
        const float gap_m = headway_.standstill_gap_m + speed_mps * headway_.time_gap_s +
                            0.5F * speed_mps * speed_mps * harder;
        EXPECT_NEAR(
            law_.safe_speed_mps(law_.brake_score(gap_m, headway_, speed_mps), headway_, speed_mps),
            speed_mps, 1e-5F);
    }
}

TEST_F(Crowd, BrakesFromFourMetresASecondWithoutTouching) {
    std::vector<Runner> runners{{60.0, 0.0F, 0.0F, 0.0F}, {0.0, 0.0F, 4.0F, 4.0F}};
    for (int k = 0; k < 100; ++k) {
        const float before_mps = runners[1].speed_mps;
        step(runners, 0.6);  // no room to pass
        EXPECT_GE(runners[0].chainage_m - runners[1].chainage_m, law_.depth_m);
        EXPECT_GE(runners[1].speed_mps, before_mps - 2.0F * law_.braking_mps2 * law_.step_s);
    }
    EXPECT_LT(runners[1].speed_mps, 0.05F);
    EXPECT_NEAR(runners[0].chainage_m - runners[1].chainage_m,
                law_.depth_m + headway_.standstill_gap_m, 0.2);
}

TEST_F(Crowd, OvertakesOnEitherSideWhereThereIsRoom) {
    for (const float blocked_side : {-1.0F, 1.0F}) {
        // The slow runner stands off the middle, so that one side is the shorter way round.
        std::vector<Runner> runners{{20.0, 0.15F * blocked_side, 1.5F, 1.5F},
                                    {0.0, 0.0F, 3.5F, 3.5F}};
        bool passed = false;
        float passing_offset_m = 0.0F;
        for (int k = 0; k < 80 && !passed; ++k) {
            step(runners, 6.0);
            passed = runners[1].chainage_m > runners[0].chainage_m;
            passing_offset_m = runners[1].offset_m - runners[0].offset_m;
            if (passed) break;
        }
        EXPECT_TRUE(passed);
        EXPECT_LT(passing_offset_m * blocked_side, 0.0F);
    }
}

TEST_F(Crowd, StaysBehindWherePassingIsImpossible) {
    std::vector<Runner> runners{{10.0, 0.0F, 1.5F, 1.5F}, {0.0, 0.0F, 3.0F, 3.0F}};
    for (int k = 0; k < 200; ++k) step(runners, 0.9);
    EXPECT_LT(runners[1].chainage_m, runners[0].chainage_m);
    EXPECT_NEAR(runners[1].speed_mps, 1.5F, 0.05F);
}

TEST_F(Crowd, RunnersAbreastWhoMoveTogetherDoNotTouch) {
    // Both want the free strip between them, in the same step.
    std::vector<Runner> runners{{12.0, 0.75F, 0.0F, 0.0F},
                                {12.0, -0.75F, 0.0F, 0.0F},
                                {10.0, 0.75F, 2.0F, 3.0F},
                                {10.0, -0.75F, 2.0F, 3.0F}};
    for (int k = 0; k < 6; ++k) {
        step(runners, 2.0);
        const double along_m = std::abs(runners[2].chainage_m - runners[3].chainage_m);
        const float across_m = std::abs(runners[2].offset_m - runners[3].offset_m);
        EXPECT_TRUE(along_m >= law_.depth_m || across_m >= law_.width_m) << "step " << k;
        if (runners[2].chainage_m > runners[0].chainage_m) break;
        if (runners[3].chainage_m > runners[2].chainage_m) std::swap(runners[2], runners[3]);
    }
}

}  // namespace
}  // namespace gineste
