// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <map>

#include "support/small_race.hpp"

namespace gineste {
namespace {

// 300 runners on 8 m of road, of which only the left 3 m are open from 400 m to 500 m.
Record half_closed_race(const TrajectoryWindow& window) {
    Scenario scenario = test::plain_scenario(300, 3.0);
    IncidentSpec incident;
    incident.from_m = 400.0;
    incident.to_m = 500.0;
    incident.begin_s = 9.0 * 3600.0;
    incident.end_s = 10.0 * 3600.0;
    incident.width_m = 3.0;
    incident.side = KeptSide::left;
    scenario.incidents = {incident};
    RaceOptions options{2, best_instruction_set(), window};
    return test::run(scenario, straight_course(1000.0, 0.0, 8.0), options);
}

TEST(Trajectories, StayOnTheOpenSideOfAHalfClosedRoad) {
    const TrajectoryRecord seen = half_closed_race({420.0, 480.0, 100.0, 400.0, 0.5}).trajectories;
    ASSERT_GT(seen.bib.size(), 1000U);
    for (std::size_t k = 0; k < seen.bib.size(); ++k) {
        ASSERT_GE(seen.along_m[k], 420.0);
        ASSERT_LE(seen.along_m[k], 480.0);
        ASSERT_GT(seen.across_m[k], 1.0) << seen.bib[k] << " at " << seen.along_m[k];
        ASSERT_LT(seen.across_m[k], 4.0) << seen.bib[k] << " at " << seen.along_m[k];
    }
}

TEST(Trajectories, AreThereForEveryoneAndNobodyTwiceInAFrame) {
    const TrajectoryRecord seen = half_closed_race({0.0, 1000.0, 0.0, 900.0, 1.0}).trajectories;
    std::map<std::uint32_t, double> last_m;
    for (std::size_t frame = 0; frame + 1 < seen.begin.size(); ++frame) {
        std::map<std::uint32_t, int> times;
        for (std::size_t k = seen.begin[frame]; k < seen.begin[frame + 1]; ++k) {
            EXPECT_EQ(++times[seen.bib[k]], 1);
            EXPECT_GE(seen.along_m[k], last_m[seen.bib[k]]);
            last_m[seen.bib[k]] = seen.along_m[k];
        }
    }
    EXPECT_EQ(last_m.size(), 300U);
}

TEST(Trajectories, ChangeNothingOfTheRace) {
    EXPECT_EQ(half_closed_race({0.0, 1000.0, 0.0, 900.0, 0.5}).state_hash,
              half_closed_race({}).state_hash);
}

}  // namespace
}  // namespace gineste
