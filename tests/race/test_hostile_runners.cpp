// SPDX-License-Identifier: Apache-2.0
// Whoever runs and whatever the road, a run comes to its end and accounts for everybody.
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <numeric>
#include <string>

#include "support/plain_field.hpp"
#include "support/watched_run.hpp"

namespace gineste {
namespace {

using Status = RunnerStatus;

long count(const Record& record, Status status) {
    const std::vector<Status>& all = record.runners.status;
    return std::count(all.begin(), all.end(), status);
}

/// Finished, withdrawn or, after the limit, never over the line: each with the times that go with
/// it. And the run was over by the limit after the last gun.
void expect_all_accounted_for(const Record& record, double last_gun_s, double limit_s) {
    EXPECT_TRUE(record.complete);
    EXPECT_EQ(count(record, Status::absent) + count(record, Status::waiting) +
                  count(record, Status::withdrawn) + count(record, Status::finished),
              static_cast<long>(record.runners.status.size()));
    EXPECT_LE(record.engine.simulated_s, last_gun_s + limit_s + record.engine.step_s);
    const RunnerRecord& runners = record.runners;
    for (std::size_t i = 0; i < runners.status.size(); ++i) {
        const Status status = runners.status[i];
        const bool started = status == Status::finished || status == Status::withdrawn;
        EXPECT_EQ(std::isfinite(runners.start_s[i]), started) << "runner " << i;
        EXPECT_EQ(std::isfinite(runners.finish_s[i]), status == Status::finished) << "runner " << i;
        EXPECT_TRUE(std::isfinite(runners.lost_s[i])) << "runner " << i;
    }
}

Record run_field(const Scenario& scenario, const Course& course, Field field) {
    return test::run_watched(scenario, course, std::move(field), [](test::Film&, double) {});
}

std::vector<double> one_before(double first_mps, std::size_t others, double others_mps) {
    std::vector<double> speeds_mps(others + 1, others_mps);
    speeds_mps.front() = first_mps;
    return speeds_mps;
}

// A metre is the least that a scenario may have: two bodies of 0.45 m do not fit abreast in 0.85 m.
TEST(HostileRunners, AStrollerBeforeAPlatoonOnAOneBodyRoadKeepsAllBehindHimUntilTheLimit) {
    Scenario scenario = test::plain_start(1.0);
    scenario.start.pen_width_m = 1.0;
    scenario.start.pen_density_per_m2 = 2.0;
    scenario.limit_s = 900.0;
    const Course course = straight_course(1000.0, 0.0, 0.85);
    const Record record =
        run_field(scenario, course, test::plain_field(one_before(0.3, 200, 4.0), 1000.0));
    expect_all_accounted_for(record, 0.0, scenario.limit_s);
    EXPECT_EQ(count(record, Status::finished), 0);
    EXPECT_EQ(count(record, Status::withdrawn) + count(record, Status::waiting), 201);
    EXPECT_GT(count(record, Status::withdrawn), 150);
}

TEST(HostileRunners, AStrollerIsLeftBehindWhereThereIsRoom) {
    Scenario scenario = test::plain_start(4.0);
    scenario.limit_s = 900.0;
    const Course course = straight_course(1000.0, 0.0, 4.0);
    const Record record =
        run_field(scenario, course, test::plain_field(one_before(0.3, 200, 4.0), 1000.0));
    expect_all_accounted_for(record, 0.0, scenario.limit_s);
    EXPECT_EQ(count(record, Status::finished), 200);
    EXPECT_EQ(record.runners.status.front(), Status::withdrawn);
}

// No scenario may have a road under 1 m, so the course is made by hand.
TEST(HostileRunners, ARoadNarrowerThanABodyDoesNotKeepTheRaceFromEnding) {
    Scenario scenario = test::plain_start(4.0);
    scenario.limit_s = 900.0;
    const Course course = test::narrowing_course(1000.0, 200.0, 4.0, 0.3);
    Race race(scenario, course, test::plain_field(std::vector<double>(200, 3.0), 1000.0));
    while (race.advance()) {
        ASSERT_EQ(race.waiting() + race.on_course() + race.finished() + race.withdrawn(), 200U);
    }
    const Record record = race.record();
    expect_all_accounted_for(record, 0.0, scenario.limit_s);
}

// Predictions of one minute and of eight days, over a kilometre.
TEST(HostileRunners, AbsurdPredictionsInAnEntrantsFileAreRunAtHumanSpeeds) {
    const auto file = std::filesystem::path(testing::TempDir()) /
                      ("gineste-hostile-" + std::to_string(getpid()) + ".csv");
    std::ofstream text(file);
    text << "bib,sex,predicted time\n";
    for (int bib = 1; bib <= 90; bib += 3) {
        text << bib << ",F,0:01:00\n";
        text << bib + 1 << ",M,200:00:00\n";
        text << bib + 2 << ",M,0:05:00\n";
    }
    text.close();
    Scenario scenario = test::plain_scenario(0, 3.0);
    scenario.field = FieldSpec{};
    scenario.field.entrants_file = file;
    scenario.limit_s = 1200.0;
    const Course course = straight_course(1000.0, 0.05, 5.0);
    const Record record = test::run_watched(scenario, course);
    std::filesystem::remove(file);
    expect_all_accounted_for(record, 0.0, scenario.limit_s);
    EXPECT_EQ(record.runners.status.size(), 90U);
    for (std::size_t i = 0; i < 90; ++i) {
        if (record.runners.status[i] != Status::finished) continue;
        EXPECT_GT(record.runners.finish_s[i] - record.runners.start_s[i], 1000.0 / 8.0);
    }
    EXPECT_GT(count(record, Status::finished), 45);
    EXPECT_GT(count(record, Status::withdrawn), 20);
}

// A wave that waits for those before it, who are not all over the line by the limit.
TEST(HostileRunners, AWaveThatNeverGetsItsTurnDoesNotKeepTheRaceAlive) {
    Scenario scenario = test::plain_scenario(1500, 3.0);
    test::add_wave(scenario, 100, 0.0);
    scenario.waves[1].start = WaveStart::after_previous;
    scenario.waves[1].gun_s.reset();
    scenario.start.line_width_m = scenario.start.pen_width_m = 1.0;
    scenario.limit_s = 600.0;
    const Record record = test::run_watched(scenario, straight_course(600.0, 0.0, 1.0));
    expect_all_accounted_for(record, 0.0, scenario.limit_s);
    EXPECT_GT(count(record, Status::finished), 100);
    EXPECT_GT(count(record, Status::waiting), 100);
    EXPECT_TRUE(std::isnan(record.waves[1].gun_s));
}

// 2026-11-21: the limit counted from the last gun so far, and a wave whose own gun was further
// away than that never ran.
TEST(HostileRunners, TheLimitOfOneWaveDoesNotEndTheRaceBeforeTheNextGun) {
    Scenario scenario = test::plain_scenario(50, 3.0);
    test::add_wave(scenario, 50, 1800.0);
    scenario.limit_s = 600.0;
    const Record record = test::run_watched(scenario, straight_course(1000.0, 0.0, 8.0));
    expect_all_accounted_for(record, 1800.0, scenario.limit_s);
    EXPECT_EQ(count(record, Status::finished), 100);
}

TEST(HostileRunners, ARaceThatNobodyComesToEndsAtOnce) {
    Scenario scenario = test::plain_start(4.0);
    Field field = test::plain_field({3.0, 3.0}, 1000.0);
    std::fill(field.present.begin(), field.present.end(), 0);
    const Record record = run_field(scenario, straight_course(1000.0, 0.0, 4.0), std::move(field));
    expect_all_accounted_for(record, 0.0, 1.0);
    EXPECT_EQ(count(record, Status::absent), 2);
}

// One volunteer with a cup every five seconds, and 300 who want one. Who is still in line at the
// limit goes without.
TEST(HostileRunners, AQueueThatOutlastsTheLimitEndsWithIt) {
    Scenario scenario = test::plain_scenario(300, 3.0);
    StationSpec station;
    station.name = "water";
    station.at_m = 200.0;
    station.tables = 1;
    station.side = StationSide::left;
    station.volunteers = 1;
    station.cups_per_minute = 12.0;
    station.take_share = 1.0;
    scenario.stations = {station};
    scenario.limit_s = 600.0;
    const Record record = test::run_watched(scenario, straight_course(600.0, 0.0, 5.0));
    expect_all_accounted_for(record, 0.0, scenario.limit_s);
    const auto total = [](const std::vector<std::uint32_t>& counts) {
        return std::accumulate(counts.begin(), counts.end(), 0L);
    };
    const StationRecord& kept = record.stations.front();
    EXPECT_EQ(total(kept.takers), total(kept.served) + total(kept.unserved));
    EXPECT_GT(total(kept.unserved), 0);
    EXPECT_GT(total(kept.served), 50);
}

}  // namespace
}  // namespace gineste
