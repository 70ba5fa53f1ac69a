// SPDX-License-Identifier: Apache-2.0
// The contract: same program, scenario and seed, same bytes.
#include <gtest/gtest.h>

#include "support/watched_run.hpp"

namespace gineste {
namespace {

Scenario busy_scenario() {
    Scenario scenario = test::plain_scenario(1500, 3.0);
    scenario.field.speed_mps = {3.0, 0.5, 1.5, 5.0};
    scenario.field.withdraw_share = 0.02;
    scenario.field.noise_sd = 0.03;
    scenario.field.hill_response_sd = 0.15;
    test::add_wave(scenario, 1500, 150.0);
    StationSpec station;
    station.name = "water";
    station.at_m = 900.0;
    station.tables = 4;
    scenario.stations = {station};
    return scenario;
}

std::vector<std::uint64_t> hashes_with(RaceOptions options) {
    const Record record =
        test::run_watched(busy_scenario(), straight_course(2500.0, 0.02, 7.0), options);
    std::vector<std::uint64_t> hashes = record.state_hash_per_minute;
    hashes.push_back(record.state_hash);
    return hashes;
}

TEST(Repeatable, OneTwoThreeAndEightThreadsGiveTheSameBytesEveryMinute) {
    const auto one = hashes_with({1, best_instruction_set()});
    EXPECT_GT(one.size(), 15u);
    for (const int threads : {2, 3, 8}) {
        EXPECT_EQ(hashes_with({threads, best_instruction_set()}), one) << threads << " threads";
    }
}

TEST(Repeatable, EveryInstructionSetGivesTheSameBytes) {
    EXPECT_EQ(hashes_with({2, InstructionSet::v2}), hashes_with({2, best_instruction_set()}));
}

TEST(Repeatable, ASecondRunGivesTheSameBytesAndAnotherSeedDoesNot) {
    const Course course = straight_course(2500.0, 0.02, 7.0);
    Scenario scenario = busy_scenario();
    const auto first = test::run_watched(scenario, course).state_hash;
    EXPECT_EQ(test::run_watched(scenario, course).state_hash, first);
    scenario.seed = 2;
    EXPECT_NE(test::run_watched(scenario, course).state_hash, first);
}

TEST(Repeatable, ACourseCutIntoLegsGivesTheSameBytes) {
    const Scenario scenario = busy_scenario();
    const Course whole = straight_course(2500.0, 0.02, 7.0);
    const Course cut = cut_course(whole, {400.0, 1200.0, 1800.0});
    EXPECT_EQ(cut.legs().size(), 4u);
    EXPECT_EQ(test::run_watched(scenario, cut).state_hash,
              test::run_watched(scenario, whole).state_hash);
}

}  // namespace
}  // namespace gineste
