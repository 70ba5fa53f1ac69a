// SPDX-License-Identifier: Apache-2.0
// What a day must not change: a race on legs, and races that never meet.
#include <gtest/gtest.h>

#include "day_scene.hpp"

namespace gineste {
namespace {

using test::DayScene;
using test::RunDay;

/// Drawn runners in two waves, over half the default distance.
Scenario drawn_waves(std::uint64_t seed, int runners) {
    Scenario scenario = test::plain_scenario(runners, 2.9);
    scenario.field = FieldSpec{};
    scenario.field.men.median_s *= 0.25;
    scenario.field.women.median_s *= 0.25;
    scenario.seed = scenario.behaviour_seed = seed;
    test::add_wave(scenario, runners, 180.0);
    return scenario;
}

TEST(Day, ARaceOnSevenLegsIsTheRaceOnOneToTheLastBit) {
    DayScene cut;
    std::vector<std::string> route;
    for (int k = 1; k <= 7; ++k) {
        route.push_back("leg " + std::to_string(k));
        cut.leg(route.back(), 700.0, 7.0, Traffic::one_way, 0.01);
    }
    cut.race("cut", drawn_waves(3, 400), route);
    DayScene whole;
    whole.leg("whole", 4900.0, 7.0, Traffic::one_way, 0.01);
    whole.race("whole", drawn_waves(3, 400), {"whole"});
    RunDay in_pieces(cut);
    RunDay in_one(whole);
    in_pieces.run();
    in_one.run();
    EXPECT_EQ(in_pieces.record(0).state_hash, in_one.record(0).state_hash);
    EXPECT_EQ(in_one.record(0).state_hash, in_one.alone(0).state_hash);
}

TEST(Day, RacesOnLegsThatNeverTouchAreEachAsIfAlone) {
    DayScene scene;
    scene.leg("a", 4000.0, 6.0);
    scene.leg("b", 3000.0, 8.0);
    scene.race("first", drawn_waves(5, 300), {"a"});
    Scenario later = drawn_waves(6, 400);
    for (WaveSpec& wave : later.waves) *wave.gun_s += 600.0;
    scene.race("second", later, {"b"});
    RunDay run(scene);
    run.run();
    EXPECT_EQ(run.day().starts_s(), (std::vector<double>{0.0, 600.0}));
    for (const std::size_t k : {0U, 1U}) {
        EXPECT_EQ(run.record(k).state_hash, run.alone(k).state_hash) << k;
    }
}

TEST(Day, RacesOnOneLegOfWhichTheFirstIsOverAreEachAsIfAlone) {
    DayScene scene;
    scene.leg("a", 3000.0, 6.0);
    scene.race("morning", drawn_waves(5, 200), {"a"});
    Scenario evening = drawn_waves(6, 200);
    for (WaveSpec& wave : evening.waves) *wave.gun_s += 6.0 * 3600.0;
    scene.race("evening", evening, {"a"});
    RunDay run(scene);
    run.run();
    for (const std::size_t k : {0U, 1U}) {
        EXPECT_EQ(run.record(k).state_hash, run.alone(k).state_hash) << k;
    }
}

DayScene two_on_one_road() {
    DayScene scene;
    scene.leg("before", 1000.0, 6.0);
    scene.leg("shared", 2000.0, 6.0);
    scene.race("long", drawn_waves(5, 400), {"before", "shared"});
    scene.race("short", drawn_waves(6, 400), {"shared"});
    return scene;
}

TEST(DayThreads, RacesThatMeetGiveTheSameBytesOnOneToEightThreads) {
    std::vector<std::uint64_t> first;
    for (const int threads : {1, 2, 3, 8}) {
        RunDay run(two_on_one_road(), {threads, best_instruction_set()});
        run.run();
        const std::vector<std::uint64_t> hashes{run.record(0).state_hash, run.record(1).state_hash};
        if (first.empty()) first = hashes;
        EXPECT_EQ(hashes, first) << threads;
    }
}

TEST(Day, RacesThatMeetGiveTheSameBytesOnEveryInstructionSet) {
    std::vector<std::uint64_t> first;
    for (const InstructionSet set : {InstructionSet::v2, best_instruction_set()}) {
        RunDay run(two_on_one_road(), {1, set});
        run.run();
        const std::vector<std::uint64_t> hashes{run.record(0).state_hash, run.record(1).state_hash};
        if (first.empty()) first = hashes;
        EXPECT_EQ(hashes, first);
    }
}

TEST(Day, NobodyIsEverInAnybodyOfAnyRace) {
    RunDay run(two_on_one_road());
    long seen = 0;
    long in_another = 0;
    const MotionSpec motion;
    run.run([&] {
        in_another += test::overlaps(run, motion.body_depth_m, motion.body_width_m);
        ++seen;
    });
    EXPECT_GT(seen, 1000);
    EXPECT_EQ(in_another, 0);
    for (const std::size_t k : {0U, 1U}) {
        EXPECT_NE(run.record(k).state_hash, run.alone(k).state_hash) << "they do meet";
    }
}

}  // namespace
}  // namespace gineste
