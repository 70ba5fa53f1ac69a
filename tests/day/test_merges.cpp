// SPDX-License-Identifier: Apache-2.0
// Two roads into one: how many come through, and of whom.
#include <gtest/gtest.h>

#include "day/divide.hpp"
#include "day_scene.hpp"
#include "support/figures.hpp"

namespace gineste {
namespace {

using test::DayScene;
using test::RunDay;

constexpr double kFrom = 500.0;  // s after the gun: the queue stands by then ...
constexpr double kTo = 900.0;    // ... and still at this time

/// As many as want to come, all at their own pace behind the line.
Scenario press(int runners, double width_m, std::uint64_t seed) {
    Scenario scenario = test::plain_scenario(runners, 2.9);
    scenario.field.speed_mps = {2.9, 0.29, 1.5, 5.0};
    scenario.start.line_width_m = scenario.start.pen_width_m = width_m;
    scenario.start.approach_speed_mps = 10.0;
    scenario.start.kept_gap_m = 0.0;
    scenario.seed = scenario.behaviour_seed = seed;
    return scenario;
}

/// Of a race, those who passed a chainage in the time that is measured.
double passed(const Record& record, double at_m) {
    const auto mark = static_cast<std::size_t>(at_m / record.passages.spacing_m);
    std::size_t count = 0;
    for (std::size_t i = 0; i < record.runners.bib.size(); ++i) {
        const double time_s = 1e-3 * record.passages.passage_ms[i * record.passages.marks + mark];
        count += time_s >= kFrom && time_s < kTo ? 1 : 0;
    }
    return static_cast<double>(count);
}

struct Through {
    double per_s = 0.0;
    double first_share = 0.0;
};

/// Two roads of 4 m into one of 6 m.
Through merged(MergeRule rule, std::uint64_t seed) {
    DayScene scene;
    scene.leg("left", 400.0, 4.0);
    scene.leg("right", 400.0, 4.0);
    scene.leg("road", 1000.0, 6.0);
    scene.race("one", press(9000, 4.0, seed), {"left", "road"});
    scene.race("two", press(9000, 4.0, seed + 100), {"right", "road"});
    MergeSpec merge;
    merge.into = DayScene::step("road");
    merge.rule = rule;
    if (rule == MergeRule::priority) merge.first = "left";
    scene.spec.merges = {merge};
    RunDay run(scene);
    const MotionSpec motion;
    long in_another = 0;
    for (long step = 0; run.day().time_s() < kTo; ++step) {
        run.advance();
        if (step % 20 != 0) continue;
        in_another += test::overlaps(run, motion.body_depth_m, motion.body_width_m);
    }
    EXPECT_EQ(in_another, 0);
    const double one = passed(run.record(0), 600.0);
    const double two = passed(run.record(1), 600.0);
    return {(one + two) / (kTo - kFrom), one / (one + two)};
}

/// Those who pass 600 m of a road by themselves, a second.
double alone_per_s(const Scenario& scenario, const Course& course) {
    Race race(scenario, course, draw_field(scenario, course), {1, best_instruction_set()});
    while (race.time_s() < kTo) race.advance();
    return passed(race.record(), 600.0) / (kTo - kFrom);
}

/// The same crowd on one road of 8 m that narrows to 6 m.
double narrowed_per_s(std::uint64_t seed) {
    return alone_per_s(press(18000, 8.0, seed), test::narrowing_course(1400.0, 370.0, 8.0, 6.0));
}

TEST(Merges, TwoRoadsThatZipIntoOneLetItsCapacityThroughInEqualShares) {
    const Through zip = merged(MergeRule::zip, 1);
    const double capacity_per_s = narrowed_per_s(1);
    test::tell(
        "4 m and 4 m zip into 6 m: %.2f runners/s, %+.1f %% of the narrowing's %.2f; "
        "%.1f %% from the left",
        zip.per_s, 100.0 * (zip.per_s / capacity_per_s - 1.0), capacity_per_s,
        100.0 * zip.first_share);
    EXPECT_NEAR(zip.per_s / capacity_per_s, 1.0, 0.05);
    EXPECT_NEAR(zip.first_share, 0.5, 0.03);
}

/// Of the road that goes first, with nobody on the other one.
double first_alone_per_s(std::uint64_t seed) {
    return alone_per_s(press(9000, 4.0, seed), test::narrowing_course(1400.0, 370.0, 4.0, 6.0));
}

// What the rule says: the road that goes first brings as many as it does alone.
TEST(Merges, ARoadWithPriorityBringsWhatItBringsAloneAndTheOtherFillsUp) {
    const Through merge = merged(MergeRule::priority, 1);
    const double capacity_per_s = narrowed_per_s(1);
    const double by_itself_per_s = first_alone_per_s(1);
    const double share = by_itself_per_s / capacity_per_s;
    test::tell(
        "priority: %.2f runners/s, %+.1f %% of the narrowing's; %.1f %% from the road that "
        "goes first, which alone brings %.2f/s: %.1f %%",
        merge.per_s, 100.0 * (merge.per_s / capacity_per_s - 1.0), 100.0 * merge.first_share,
        by_itself_per_s, 100.0 * share);
    EXPECT_NEAR(merge.per_s / capacity_per_s, 1.0, 0.05);
    EXPECT_NEAR(merge.first_share, share, 0.03);
}

// What is lost: the part lies aside of the middle, and a full road has to bend.
TEST(Merges, WhoComesAloneLosesUnderTwoPercentToTheRoadThatIsEmpty) {
    DayScene scene;
    scene.leg("left", 300.0, 4.0);
    scene.leg("right", 300.0, 4.0);
    scene.leg("road", 600.0, 4.0);
    scene.race("one", press(400, 4.0, 3), {"left", "road"});
    Scenario later = press(400, 4.0, 4);
    *later.waves[0].gun_s += 3600.0;
    scene.race("two", later, {"right", "road"});
    RunDay run(scene);
    run.run();
    for (const std::size_t k : {0U, 1U}) {
        const double with_s = test::mean(run.record(k).runners.finish_s);
        const double alone_s = test::mean(run.alone(k).runners.finish_s);
        test::tell(
            "one road of 4 m into one of 4 m, nobody on the other: mean finish %+.1f s of "
            "%.0f s",
            with_s - alone_s, alone_s);
        EXPECT_NEAR(with_s, alone_s, 0.02 * alone_s);
    }
}

/// A race that starts where another one comes past: its gun falls while the others run by.
DayScene start_into_a_flow(double window_s) {
    DayScene scene;
    scene.leg("before", 1000.0, 8.0);
    scene.leg("road", 1500.0, 8.0);
    Scenario passing = press(1500, 4.0, 1);
    scene.race("passing", passing, {"before", "road"});
    Scenario starting = press(800, 8.0, 2);
    *starting.waves[0].gun_s += 480.0;
    starting.waves[0].window_s = window_s;
    test::add_wave(starting, 400, 120.0);
    scene.race("starting", starting, {"road"});
    return scene;
}

TEST(Merges, WhoStartsIntoAFlowStandsBehindTheLineAndInNobody) {
    for (const double window_s : {0.0, 200.0}) {
        RunDay run(start_into_a_flow(window_s));
        const MotionSpec motion;
        long in_another = 0;
        double foremost_m = -1e9;
        std::size_t before = 0;
        run.run([&] {
            in_another += test::overlaps(run, motion.body_depth_m, motion.body_width_m);
            const Race::State& state = run.day().race(1).state();
            if (before == 0 && state.size() > 0) foremost_m = state.chainage_m(0);
            before = state.size();
        });
        EXPECT_EQ(in_another, 0) << window_s;
        EXPECT_LT(foremost_m, 0.0);
        for (const std::size_t k : {0U, 1U}) {
            const Record record = run.record(k);
            EXPECT_EQ(std::count(record.runners.status.begin(), record.runners.status.end(),
                                 RunnerStatus::finished),
                      static_cast<std::ptrdiff_t>(record.runners.status.size()));
        }
    }
}

// Two roads of 3 m into a road of 6 m of which cones leave 3 m: the first fills it.
TEST(Merges, PriorityOnARoadWithConesIsOfTheWidthThatTheyLeave) {
    DayScene scene;
    scene.leg("left", 400.0, 3.0);
    scene.leg("right", 400.0, 3.0);
    scene.leg("road", 600.0, 6.0, Traffic::separated);
    scene.race("one", press(5000, 3.0, 1), {"left", "road"});
    scene.race("two", press(5000, 3.0, 2), {"right", "road"});
    Scenario against = press(1, 3.0, 3);
    scene.race("against", against, {"road back"});
    MergeSpec merge;
    merge.into = DayScene::step("road");
    merge.rule = MergeRule::priority;
    merge.first = "left";
    scene.spec.merges = {merge};
    RunDay run(scene);
    while (run.day().time_s() < kTo) run.advance();
    const double one = passed(run.record(0), 600.0);
    const double two = passed(run.record(1), 600.0);
    test::tell("priority into 3 m between cones: %.1f %% from the road that goes first",
               100.0 * one / (one + two));
    EXPECT_GT(one, 0.9 * (one + two));
}

TEST(Merges, ZipGivesEverybodyTheSameUntilHeHasEnough) {
    const auto parts = [](std::vector<Claim> claims, double total_m) {
        return divided_width_m(MergeRule::zip, 0, claims, total_m);
    };
    EXPECT_EQ(parts({{4.0, 4.0}, {4.0, 4.0}}, 6.0), (std::vector<double>{3.0, 3.0}));
    EXPECT_EQ(parts({{4.0, 4.0}, {4.0, 1.0}}, 6.0), (std::vector<double>{4.0, 2.0}));
    EXPECT_EQ(parts({{4.0, 4.0}, {4.0, 0.0}}, 6.0), (std::vector<double>{4.0, 0.0}));
    EXPECT_EQ(parts({{6.0, 6.0}, {6.0, 6.0}, {6.0, 1.0}}, 9.0),
              (std::vector<double>{4.0, 4.0, 1.0}));
}

TEST(Merges, PriorityGivesTheFirstWhatHeNeedsAndTheOthersTheRest) {
    const auto parts = [](std::vector<Claim> claims, double total_m) {
        return divided_width_m(MergeRule::priority, 1, claims, total_m);
    };
    EXPECT_EQ(parts({{4.0, 4.0}, {4.0, 4.0}}, 6.0), (std::vector<double>{2.0, 4.0}));
    EXPECT_EQ(parts({{4.0, 4.0}, {4.0, 1.0}}, 4.0), (std::vector<double>{3.0, 1.0}));
}

}  // namespace
}  // namespace gineste
