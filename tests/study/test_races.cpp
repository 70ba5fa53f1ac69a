// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <atomic>
#include <stdexcept>

#include "races/library.hpp"
#include "study/races.hpp"
#include "support/small_race.hpp"

namespace gineste {
namespace {

Scenario drawn_scenario() {
    Scenario scenario = test::plain_scenario(150, 3.0);
    scenario.field = FieldSpec{};
    scenario.field.men.median_s = 300.0;
    scenario.field.women.median_s = 350.0;
    test::add_wave(scenario, 150, 60.0);
    return scenario;
}

TEST(Races, ReplicationNoughtIsTheScenarioItself) {
    const Scenario scenario = drawn_scenario();
    EXPECT_EQ(replication(scenario, 0).seed, scenario.seed);
    EXPECT_EQ(replication(scenario, 0).behaviour_seed, scenario.behaviour_seed);
    EXPECT_EQ(replication(scenario, 7).seed, scenario.seed + 7);
    EXPECT_EQ(replication(scenario, 7).behaviour_seed, scenario.behaviour_seed + 7);
}

// Drawn intervals between guns, a late first gun, named runners and a chain of files: nothing that
// hangs on the seed may be left from the first.
TEST(Races, ReplicationIsTheRaceThatTheCommandLineRunsWithThatSeed) {
    const Scenario first = test::scaled(test::shipped("marseille-cassis-2021"), 0.01);
    const Course course = survey_course(first);
    for (const std::uint64_t k : {1U, 2U}) {
        ScenarioOverrides overrides;
        overrides.seed = first.seed + k;
        const Scenario loaded = test::scaled(load_scenario(first.file, overrides), 0.01);
        const Scenario moved = replication(first, k);
        for (std::size_t w = 0; w < loaded.waves.size(); ++w) {
            EXPECT_EQ(moved.waves[w].gun_s, loaded.waves[w].gun_s);
        }
        EXPECT_NE(moved.waves[2].gun_s, first.waves[2].gun_s);
        EXPECT_EQ(run_race(moved, course, 1).state_hash, run_race(loaded, course, 2).state_hash);
    }
}

// The promise on which comparing plans stands: another plan, the same runners.
TEST(Races, PlansOfOneReplicationHaveTheSameRunners) {
    const Course course = straight_course(1000.0, 0.0, 6.0);
    Scenario other = drawn_scenario();
    test::add_wave(other, 0, 120.0);
    for (WaveSpec& wave : other.waves) wave.entrants = 100;
    const Field a = draw_field(replication(drawn_scenario(), 3), course);
    const Field b = draw_field(replication(other, 3), course);
    EXPECT_EQ(a.ideal_s, b.ideal_s);
    EXPECT_EQ(a.present, b.present);
    EXPECT_EQ(a.hill_response, b.hill_response);
    EXPECT_NE(a.wave, b.wave);
}

TEST(Races, SideBySideOnThreadsLeaveTheSameBytesAsOneByOne) {
    const Course course = straight_course(1000.0, 0.0, 6.0);
    const Scenario scenario = drawn_scenario();
    std::vector<RaceOutcome> outcomes(6);
    run_side_by_side(outcomes.size(), 3, [&](std::size_t k) {
        outcomes[k] = outcome_of(run_race(replication(scenario, k), course, 1), {});
    });
    for (std::size_t k = 0; k < outcomes.size(); ++k) {
        const RaceOutcome alone = outcome_of(run_race(replication(scenario, k), course, 2), {});
        EXPECT_EQ(outcomes[k].state_hash, alone.state_hash);
        EXPECT_EQ(outcomes[k].on_road, alone.on_road);
        for (std::size_t m = 0; m < alone.measures.size(); ++m) {
            EXPECT_EQ(outcomes[k].measures[m].value, alone.measures[m].value);
        }
    }
    EXPECT_NE(outcomes[0].state_hash, outcomes[1].state_hash);
}

TEST(Races, SideBySideOnThreadsDoEachOnce) {
    std::vector<std::atomic<int>> done(100);
    run_side_by_side(done.size(), 4, [&](std::size_t k) { ++done[k]; });
    for (const auto& count : done) EXPECT_EQ(count, 1);
}

TEST(Races, SideBySideOnThreadsThrowWhatTheFirstThrew) {
    std::atomic<int> begun = 0;
    const auto one = [&](std::size_t k) {
        ++begun;
        if (k >= 2) throw std::runtime_error("race " + std::to_string(k));
    };
    EXPECT_THROW(run_side_by_side(1000, 4, one), std::runtime_error);
    EXPECT_LT(begun, 1000);
}

TEST(Races, EachHasAThreadUntilThereAreFewerRacesThanThreads) {
    EXPECT_EQ(workers_for(100, 8).races, 8);
    EXPECT_EQ(workers_for(100, 8).threads, 1);
    EXPECT_EQ(workers_for(2, 8).races, 2);
    EXPECT_EQ(workers_for(2, 8).threads, 4);
    EXPECT_GE(workers_for(100, 0).races, 1);
}

}  // namespace
}  // namespace gineste
