// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <cmath>

#include "core/random.hpp"
#include "study/plan_space.hpp"

namespace gineste {
namespace {

constexpr double kNine = 9 * 3600.0;

Scenario base_plan() {
    Scenario scenario;
    const std::vector<std::pair<int, double>> waves = {
        {100, 0}, {500, 300}, {700, 900}, {300, 1500}};
    for (const auto& [entrants, gun_s] : waves) {
        WaveSpec wave;
        wave.name = "Wave " + std::to_string(scenario.waves.size());
        wave.entrants = entrants;
        wave.gun_s = kNine + gun_s;
        scenario.waves.push_back(wave);
    }
    return scenario;
}

OptimiseSpec spec_of(int kept) {
    OptimiseSpec spec;
    spec.kept_waves = kept;
    spec.vary.waves = RangeSpec{2.0, 6.0};
    spec.vary.wave_size = RangeSpec{100.0, 900.0, 50.0};
    spec.vary.gap_s = RangeSpec{60.0, 600.0, 30.0};
    spec.keep.last_gun_s = kNine + 1500.0;
    return spec;
}

TEST(PlanSpace, EveryPointIsAPlanWithinTheRangesAndInTime) {
    for (const int kept : {0, 1}) {
        const PlanSpace space(spec_of(kept), base_plan());
        for (std::size_t trial = 0; trial < 200; ++trial) {
            std::vector<double> point;
            for (std::size_t d = 0; d < space.dimension(); ++d) {
                point.push_back(Random(trial).uniform(RunnerId(d), Purpose::search_point));
            }
            const Scenario plan = space.plan(point);
            int runners = 0;
            for (std::size_t w = 0; w < plan.waves.size(); ++w) {
                runners += plan.waves[w].entrants;
                if (w < static_cast<std::size_t>(kept)) continue;
                EXPECT_GE(plan.waves[w].entrants, 100);
                EXPECT_LE(plan.waves[w].entrants, 900);
                if (w == 0) continue;
                const double gap_s = *plan.waves[w].gun_s - *plan.waves[w - 1].gun_s;
                EXPECT_GE(gap_s, 60.0 - 30.0);  // a step is whole
                EXPECT_EQ(std::fmod(gap_s, 30.0), 0.0);
            }
            EXPECT_EQ(runners, 1600);
            EXPECT_LE(*plan.waves.back().gun_s, kNine + 1500.0);
        }
    }
}

TEST(PlanSpace, TheBaseHasAPoint) {
    const PlanSpace space(spec_of(1), base_plan());
    const Scenario plan = space.plan(space.base_point());
    ASSERT_EQ(plan.waves.size(), 4U);
    for (std::size_t w = 0; w < 4; ++w) {
        EXPECT_EQ(plan.waves[w].entrants, base_plan().waves[w].entrants);
        EXPECT_DOUBLE_EQ(*plan.waves[w].gun_s, *base_plan().waves[w].gun_s);
    }
    EXPECT_EQ(space.changes_text(plan), "");
}

TEST(PlanSpace, SaysOnlyWhatDiffersFromTheBase) {
    const PlanSpace space(spec_of(1), base_plan());
    Scenario plan = base_plan();
    plan.waves[1].gun_s = kNine + 330.0;
    plan.waves.pop_back();
    plan.waves[2].entrants = 1000;
    EXPECT_EQ(space.changes_text(plan),
              "waves:\n  \"Wave 1\": {gun: \"09:05:30\"}\n  \"Wave 2\": {entrants: 1000}\n"
              "  \"Wave 3\":\n");
}

TEST(PlanSpace, TheShiftIsTheNearestPointOfThatSum) {
    // Known: {1, 5, 9} within [2, 8] to a sum of 18 is {3, 7, 8}: shifted by 2, cut at 8.
    const auto shifted = shifted_to_sum({1.0, 5.0, 9.0}, 2.0, 8.0, 18.0);
    EXPECT_NEAR(shifted[0], 3.0, 1e-9);
    EXPECT_NEAR(shifted[1], 7.0, 1e-9);
    EXPECT_NEAR(shifted[2], 8.0, 1e-9);
}

TEST(PlanSpace, RefusesWhatNoPlanCanKeep) {
    OptimiseSpec spec = spec_of(1);
    spec.keep.last_gun_s = kNine + 100.0;
    EXPECT_THROW(PlanSpace(spec, base_plan()), InputError);
    spec = spec_of(1);
    spec.vary.wave_size->to = 200.0;  // 6 of 200 do not hold 1,500
    EXPECT_THROW(PlanSpace(spec, base_plan()), InputError);
    spec = spec_of(4);
    EXPECT_THROW(PlanSpace(spec, base_plan()), InputError);  // nothing left to vary
}

}  // namespace
}  // namespace gineste
