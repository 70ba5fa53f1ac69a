// SPDX-License-Identifier: Apache-2.0
// Two flows that cross, and marshals who hold them.
#include <gtest/gtest.h>

#include "day/crossing.hpp"
#include "day_scene.hpp"
#include "race/state.hpp"
#include "support/figures.hpp"

namespace gineste {
namespace {

using test::DayScene;
using test::RunDay;

Scenario flow(int runners, double line_m, std::uint64_t seed) {
    Scenario scenario = test::plain_scenario(runners, 2.9);
    scenario.field.speed_mps = {2.9, 0.29, 1.5, 5.0};
    scenario.start.line_width_m = line_m;
    scenario.start.pen_width_m = 5.0;
    scenario.seed = scenario.behaviour_seed = seed;
    return scenario;
}

DayScene crossroads(CrossingRule rule, int first, int second) {
    DayScene scene;
    scene.leg("east", 1000.0, 6.0);
    scene.leg("north", 1000.0, 6.0);
    scene.race("east", flow(first, 3.0, 1), {"east"});
    scene.race("north", flow(second, 3.0, 2), {"north"});
    CrossingSpec crossing;
    crossing.name = "market";
    crossing.leg = "east";
    crossing.at_m = 500.0;
    crossing.other_leg = "north";
    crossing.other_at_m = 500.0;
    crossing.rule = rule;
    scene.spec.crossings = {crossing};
    return scene;
}

/// Whether anybody is on the crossing, on a road of 6 m across one of 6 m.
bool is_on_crossing(const Race::State& state) {
    for (std::size_t slot = 0; slot < state.size(); ++slot) {
        if (std::abs(state.chainage_m(slot) - 500.0) < 3.0) return true;
    }
    return false;
}

/// Steps in which both flows are on the crossing at once.
long both_at_once(RunDay& run) {
    long steps = 0;
    run.run([&] {
        steps +=
            is_on_crossing(run.day().race(0).state()) && is_on_crossing(run.day().race(1).state());
    });
    return steps;
}

TEST(Crossings, WithoutARuleTheFlowsRunThroughOneAnother) {
    RunDay run(crossroads(CrossingRule::none, 300, 300));
    EXPECT_GT(both_at_once(run), 10);
    EXPECT_EQ(run.record(1).state_hash, run.alone(1).state_hash);
}

TEST(Crossings, InGapsTheFirstFlowIsNeverHeldAndNobodyMeetsIt) {
    RunDay run(crossroads(CrossingRule::gaps, 150, 300));
    EXPECT_EQ(both_at_once(run), 0);
    EXPECT_EQ(run.record(0).state_hash, run.alone(0).state_hash);
    const HoldNotes notes = run.day().holds()[0];
    EXPECT_EQ(notes.flows[0].held, 0U);
    EXPECT_GT(notes.flows[1].held, 20U);
    EXPECT_GT(notes.releases, 0U);
    EXPECT_EQ(run.record(1).runners.finish_s.size(), 300U);
    for (const double finish_s : run.record(1).runners.finish_s) EXPECT_FALSE(std::isnan(finish_s));
}

TEST(Crossings, InPulsesBothFlowsGetAcrossAndNeverTogether) {
    RunDay run(crossroads(CrossingRule::pulses, 600, 600));
    EXPECT_EQ(both_at_once(run), 0);
    const HoldNotes notes = run.day().holds()[0];
    for (const std::size_t flow : {0U, 1U}) {
        EXPECT_GT(notes.flows[flow].held, 50U);
        EXPECT_LT(notes.flows[flow].held_most_s, 300.0);
    }
    EXPECT_GT(notes.releases, 2U);
    for (const std::size_t k : {0U, 1U}) {
        for (const double finish_s : run.record(k).runners.finish_s) {
            EXPECT_FALSE(std::isnan(finish_s));
        }
    }
    test::tell(
        "600 and 600 across one another in pulses of 30 s: %zu and %zu held, at most %.0f s "
        "and %.0f s",
        notes.flows[0].held, notes.flows[1].held, notes.flows[0].held_most_s,
        notes.flows[1].held_most_s);
}

TEST(Crossings, AGateIsNoObstacleWhileItIsOpen) {
    DayScene later = crossroads(CrossingRule::gaps, 1, 200);
    *later.scenarios[0].waves[0].gun_s += 7200.0;
    RunDay nobody_crosses(later);
    nobody_crosses.run();
    EXPECT_EQ(nobody_crosses.record(1).state_hash, nobody_crosses.alone(1).state_hash);
}

}  // namespace
}  // namespace gineste
