// SPDX-License-Identifier: Apache-2.0
// Roads that are run twice: there and back, round and round.
#include <gtest/gtest.h>

#include "day_scene.hpp"
#include "race/state.hpp"
#include "support/figures.hpp"

namespace gineste {
namespace {

using test::DayScene;
using test::RunDay;

/// So few that hardly anybody is ever beside anybody, with speeds from 2 to 5 m/s.
Scenario sparse(int runners, std::uint64_t seed) {
    Scenario scenario = test::plain_scenario(runners, 3.0);
    scenario.field.speed_mps = {3.0, 0.6, 2.0, 5.0};
    scenario.seed = scenario.behaviour_seed = seed;
    return scenario;
}

std::vector<double> ideal_times_s(const Record& record) {
    return {record.runners.ideal_s.begin(), record.runners.ideal_s.end()};
}

TEST(Laps, ThereAndBackTakesAsLongAloneAsTheSameProfileUnrolled) {
    DayScene there_and_back;
    there_and_back.leg("up", 3000.0, 8.0, Traffic::separated, 0.02);
    there_and_back.leg("far", 2000.0, 8.0, Traffic::separated, -0.01);
    there_and_back.race("10 km", sparse(20, 1), {"up", "far", "far back", "up back"});
    DayScene unrolled;
    unrolled.leg("1", 3000.0, 8.0, Traffic::one_way, 0.02);
    unrolled.leg("2", 2000.0, 8.0, Traffic::one_way, -0.01);
    unrolled.leg("3", 2000.0, 8.0, Traffic::one_way, 0.01);
    unrolled.leg("4", 3000.0, 8.0, Traffic::one_way, -0.02);
    unrolled.race("10 km", sparse(20, 1), {"1", "2", "3", "4"});
    const RunDay turned(there_and_back);
    const RunDay straight(unrolled);
    EXPECT_DOUBLE_EQ(turned.network().routes[0].course.length_m(), 10000.0);
    const auto a_s = ideal_times_s(turned.record(0));
    const auto b_s = ideal_times_s(straight.record(0));
    double apart_s = 0.0;
    for (std::size_t i = 0; i < a_s.size(); ++i) {
        apart_s = std::max(apart_s, std::abs(a_s[i] - b_s[i]));
    }
    test::tell("out and back against unrolled: at most %.4f s apart in free flow", apart_s);
    EXPECT_LT(apart_s, 0.01);
}

TEST(Laps, ARunnerAloneThereAndBackTakesHisIdealTime) {
    DayScene scene;
    scene.leg("road", 5000.0, 8.0, Traffic::separated, 0.01);
    scene.race("10 km", sparse(1, 1), {"road", "road back"});
    RunDay run(scene);
    run.run();
    const RunnerRecord& runner = run.record(0).runners;
    EXPECT_NEAR(runner.finish_s[0] - runner.start_s[0], static_cast<double>(runner.ideal_s[0]),
                2.0);
}

// On a road without cones the line between those who go and those who come back has to let the
// first through where nobody has come back yet, and the last.
TEST(Laps, EverybodyComesBackOnARoadThatBothDirectionsShare) {
    for (const int runners : {1, 6, 600}) {
        DayScene scene;
        scene.leg("road", 2000.0, 6.0, Traffic::shared);
        scene.race("there and back", sparse(runners, 3), {"road", "road back"});
        RunDay run(scene);
        run.run();
        const Record record = run.record(0);
        double lost_s = 0.0;
        for (std::size_t i = 0; i < record.runners.bib.size(); ++i) {
            ASSERT_EQ(record.runners.status[i], RunnerStatus::finished) << i << " of " << runners;
            lost_s += static_cast<double>(record.runners.lost_s[i]) / runners;
        }
        test::tell("2 km and back on 6 m without cones, %d runners: %.1f s lost in the mean",
                   runners, lost_s);
        EXPECT_LT(lost_s, runners == 1 ? 3.0 : 60.0);
    }
}

/// Pairs of which one has run both laps before the other has run one, by so much at least.
template <class LapEnds>
std::uint64_t lapped(std::size_t runners, double margin_s, const LapEnds& lap_ends_s) {
    std::uint64_t count = 0;
    for (std::size_t i = 0; i < runners; ++i) {
        for (std::size_t j = 0; j < runners; ++j) {
            count += lap_ends_s(i).second + margin_s < lap_ends_s(j).first ? 1 : 0;
        }
    }
    return count;
}

// Free flow: everybody starts alone, and passing somebody takes a second or two.
TEST(Laps, LeadersWhoLapTheTailAreCountedAndExactInFreeFlow) {
    constexpr double passing_s = 5.0;
    DayScene scene;
    scene.leg("lap", 10000.0, 12.0);
    Scenario scenario = sparse(120, 4);
    scenario.waves[0].window_s = 1200.0;
    scene.race("two laps", scenario, {"lap", "lap"});
    RunDay run(scene);
    run.run();
    std::uint64_t counted = 0;
    for (const MeetingRecord& meeting : run.together().meetings) {
        counted += meeting.overtakes + meeting.other_overtakes;
    }
    const Record record = run.record(0);
    const auto as_run_s = [&](std::size_t i) {
        const std::size_t mark = i * record.passages.marks + 100;  // at 10 km
        return std::pair(1e-3 * record.passages.passage_ms[mark], record.runners.finish_s[i]);
    };
    const auto even_s = [&](std::size_t i) {
        const auto both_s = static_cast<double>(record.runners.ideal_s[i]);
        const double start_s = record.runners.start_s[i];
        return std::pair(start_s + 0.5 * both_s, start_s + both_s);
    };
    const std::uint64_t surely = lapped(120, passing_s, even_s);
    const std::uint64_t perhaps = lapped(120, -passing_s, even_s);
    test::tell(
        "two laps of 10 km, 120 runners: %llu lappings counted, %llu by the times at the end "
        "of laps, %llu to %llu at even speeds",
        static_cast<unsigned long long>(counted),
        static_cast<unsigned long long>(lapped(120, 0.0, as_run_s)),
        static_cast<unsigned long long>(surely), static_cast<unsigned long long>(perhaps));
    EXPECT_EQ(counted, lapped(120, 0.0, as_run_s));
    EXPECT_GT(surely, 100U);
    EXPECT_GE(counted, surely);
    EXPECT_LE(counted, perhaps);
}

TEST(Laps, NobodyIsEverInSomebodyALapBehind) {
    DayScene scene;
    scene.leg("lap", 800.0, 3.0);
    Scenario scenario = sparse(250, 2);
    scene.race("two laps", scenario, {"lap", "lap"});
    RunDay run(scene);
    long in_another = 0;
    long on_both_laps = 0;
    run.run([&] {
        in_another +=
            test::overlaps(run, scenario.motion.body_depth_m, scenario.motion.body_width_m);
        const Race::State& state = run.day().race(0).state();
        if (state.size() == 0) return;
        on_both_laps += state.chainage_m(0) > 900.0 && state.chainage_m(state.size() - 1) < 800.0;
    });
    EXPECT_GT(on_both_laps, 100);
    EXPECT_EQ(in_another, 0);
}

}  // namespace
}  // namespace gineste
