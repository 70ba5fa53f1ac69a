// SPDX-License-Identifier: Apache-2.0
// The contract across programs: whatever compiler, optimisation, instruction set and number of
// threads, the same bytes. A hash is neither right nor wrong; the file is how programs built
// otherwise are held against one another. After a change of results it is written anew by
//
//     GINESTE_UPDATE=1 build/release/test_race --gtest_filter='StateHash.*'
//
// and goes into the commit that changed them.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <span>
#include <sstream>
#include <string>

#include "core/state_hash.hpp"
#include "scenes.hpp"

namespace gineste {
namespace {

template <class T>
void add(StateHash& sum, const std::vector<T>& values) {
    sum.add(std::span<const T>(values));
}

/// Of what the observers saw, which the state's own hash leaves out.
std::uint64_t observed_hash(const Record& record) {
    StateHash sum;
    add(sum, record.runners.lost_s);
    add(sum, record.runners.at_stations_s);
    add(sum, record.runners.ideal_s);
    add(sum, record.passages.passage_ms);
    add(sum, record.congestion.runner_s);
    add(sum, record.congestion.distance_m);
    add(sum, record.congestion.free_distance_m);
    add(sum, record.congestion.wave_mask);
    add(sum, record.congestion.delayed);
    add(sum, record.congestion.left);
    for (const StationRecord& station : record.stations) {
        for (const auto* counts : {&station.arrivals, &station.takers, &station.served,
                                   &station.unserved, &station.cups, &station.peak_queue}) {
            add(sum, *counts);
        }
        add(sum, station.wait_s);
    }
    return sum.value();
}

/// Both hashes, as a line of the file has them.
std::string hashes(const Record& record) {
    return hash_text(record.state_hash) + " " + hash_text(observed_hash(record));
}

constexpr RaceOptions kOneThread{1, InstructionSet::v2};

std::string written_hashes() {
    std::string text =
        "# scene, hash of all states, starts and finishes, hash of what observers saw\n";
    for (const test::Scene& scene : test::three_scenes()) {
        text += scene.name + " " + hashes(test::run(scene, kOneThread)) + "\n";
    }
    return text;
}

TEST(StateHash, OfThreeScenesIsTheOneOnFile) {
    const auto file = std::filesystem::path(GINESTE_SOURCE_DIR) / "tests/race/state_hashes.txt";
    const std::string found = written_hashes();
    if (std::getenv("GINESTE_UPDATE") != nullptr) std::ofstream(file, std::ios::binary) << found;
    std::ostringstream kept;
    kept << std::ifstream(file, std::ios::binary).rdbuf();
    EXPECT_EQ(found, kept.str()) << "Where results were meant to change, write the file anew: run "
                                    "this test with GINESTE_UPDATE=1";
}

TEST(StateHash, IsTheSameOnOneToSixteenThreads) {
    for (const test::Scene& scene : test::three_scenes()) {
        const std::string one = hashes(test::run(scene, {1, best_instruction_set()}));
        for (const int threads : {2, 3, 5, 8, 16}) {
            EXPECT_EQ(hashes(test::run(scene, {threads, best_instruction_set()})), one)
                << scene.name << ", " << threads << " threads";
        }
    }
}

TEST(StateHash, IsTheSameForEveryInstructionSet) {
    for (const test::Scene& scene : test::three_scenes()) {
        const std::string least = hashes(test::run(scene, kOneThread));
        for (const InstructionSet more : {InstructionSet::v3, InstructionSet::v4}) {
            if (more > best_instruction_set()) {
                GTEST_SKIP() << "a machine with " << text(more) << ", for " << scene.name;
            }
            EXPECT_EQ(hashes(test::run(scene, {1, more})), least)
                << scene.name << ", " << text(more);
        }
    }
}

// Scenes in which nothing happens would prove nothing.
TEST(StateHash, ScenesAreAsRichAsTheySay) {
    const auto count = [](const Record& record, RunnerStatus status) {
        return std::count(record.runners.status.begin(), record.runners.status.end(), status);
    };
    const Record hills = test::run(test::waves_on_hills(), kOneThread);
    double lost_s = 0.0;
    for (const float runner_s : hills.runners.lost_s) lost_s += double{runner_s};
    EXPECT_GT(lost_s / static_cast<double>(hills.runners.lost_s.size()), 10.0);
    EXPECT_GT(hills.waves[1].gun_s, 20.0);
    const Record stations = test::run(test::stations_and_closure(), kOneThread);
    for (const StationRecord& station : stations.stations) {
        EXPECT_GT(*std::max_element(station.peak_queue.begin(), station.peak_queue.end()), 3U);
    }
    EXPECT_GT(count(stations, RunnerStatus::withdrawn), 10);
    EXPECT_GT(count(stations, RunnerStatus::absent), 10);
    const Record flat = test::run(test::flat_with_walkers(), kOneThread);
    EXPECT_GT(count(flat, RunnerStatus::withdrawn), 10);
    EXPECT_GT(count(flat, RunnerStatus::finished), 900);
}

}  // namespace
}  // namespace gineste
