// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <cmath>

#include "report/findings.hpp"
#include "synthetic.hpp"

namespace gineste {
namespace {

TEST(RunnerTotals, StartedAreFinishedWithdrawnAndOnCourse) {
    RunnerRecord runners;
    using enum RunnerStatus;
    runners.status = {absent, absent, waiting, running, finished, finished, finished, withdrawn};
    const RunnerTotals totals = runner_totals(runners);
    EXPECT_EQ(totals.entered, 8U);
    EXPECT_EQ(totals.absent, 2U);
    EXPECT_EQ(totals.waiting, 1U);
    EXPECT_EQ(totals.started, 5U);
    EXPECT_EQ(totals.finished, 3U);
    EXPECT_EQ(totals.withdrawn, 1U);
    EXPECT_EQ(totals.on_course, 1U);
}

TEST(FinishFindings, KeepChipTimeAndGunTimeApart) {
    Record record = empty_record(20, 6.0, 10);
    add_runner(record, 0, 10.0, 300.0, 2.0F);
    add_runner(record, 0, 40.0, 360.0, 8.0F);
    add_runner(record, 1, 100.0, 360.0, 4.0F);
    add_runner(record, 1, 100.0, NAN, 500.0F);
    const FinishFindings finish = finish_findings(record);
    EXPECT_EQ(finish.first_s, 310.0);
    EXPECT_EQ(finish.median_s, 400.0);
    EXPECT_EQ(finish.last_s, 460.0);
    EXPECT_EQ(finish.net_fastest_s, 300.0);
    EXPECT_EQ(finish.net_median_s, 360.0);
    EXPECT_EQ(finish.gun_median_s, 365.0);
    EXPECT_EQ(finish.lost_median_s, 4.0);
}

TEST(FinishFindings, SetTheBusiestMinuteBesideTheRuleForOneMassStart) {
    // Perrier 10 km, 1985: 3080 finishers, the rule gives 184.8 per minute.
    Record record = empty_record(100, 6.0, 10);
    for (int k = 0; k < 3080; ++k) add_runner(record, 0, 0.0, 1800.0 + k, 0.0F);
    const FinishFindings finish = finish_findings(record);
    EXPECT_EQ(finish.peak_per_min, 60U);
    EXPECT_EQ(finish.peak_s, 1800.0);
    EXPECT_NEAR(finish.rule_of_thumb_per_min, 184.8, 1e-9);
}

TEST(FinishFindings, OfARaceNobodyFinishedAreUnknown) {
    const FinishFindings finish = finish_findings(empty_record(20, 6.0, 10));
    EXPECT_TRUE(std::isnan(finish.first_s));
    EXPECT_TRUE(std::isnan(finish.peak_s));
    EXPECT_EQ(finish.peak_per_min, 0U);
}

TEST(WaveFindings, LookAtTheFinishersOfThatWaveAlone) {
    Record record = empty_record(20, 6.0, 10);
    for (int k = 0; k <= 100; ++k) add_runner(record, 1, 0.0, 400.0, static_cast<float>(k));
    add_runner(record, 0, 0.0, 300.0, 999.0F);
    add_runner(record, 1, 0.0, NAN, 999.0F);
    record.waves.resize(2);
    record.waves[1].gun_s = 600.0;
    record.waves[1].gun_due_s = 480.0;
    const WaveFindings found = wave_findings(record, 1);
    EXPECT_DOUBLE_EQ(found.late_s, 120.0);
    EXPECT_DOUBLE_EQ(found.lost_median_s, 50.0);
    EXPECT_DOUBLE_EQ(found.lost_p95_s, 95.0);
    EXPECT_DOUBLE_EQ(found.net_median_s, 400.0);
}

TEST(StationFindings, AddUpTheDayAndKeepTheBusiestInterval) {
    StationRecord station;
    station.arrivals = {10, 20, 30};
    station.takers = {8, 15, 20};
    station.served = {8, 14, 18};
    station.unserved = {0, 1, 2};
    station.cups = {10, 50, 25};
    station.peak_queue = {0, 3, 7};
    for (int k = 0; k <= 20; ++k) station.wait_s.push_back(static_cast<float>(k));
    const StationFindings found = station_findings(station, 30.0);
    EXPECT_EQ(found.arrivals, 60U);
    EXPECT_EQ(found.takers, 43U);
    EXPECT_EQ(found.served, 40U);
    EXPECT_EQ(found.unserved, 3U);
    EXPECT_EQ(found.cups, 85U);
    EXPECT_EQ(found.peak_cups_per_min, 100.0);
    EXPECT_EQ(found.peak_s, 30.0);
    EXPECT_EQ(found.peak_queue, 7U);
    EXPECT_DOUBLE_EQ(found.wait_p95_s, 19.0);
}

TEST(StationFindings, OfAStationNobodyReachedAreZeroAndUnknown) {
    const StationFindings found = station_findings(StationRecord{}, 60.0);
    EXPECT_EQ(found.peak_cups_per_min, 0.0);
    EXPECT_TRUE(std::isnan(found.wait_p95_s));
}

TEST(StationFindings, PeaksAreOfOneMinuteAndOfFiveInARow) {
    EXPECT_EQ(peak_per_minute({3, 9, 1, 1, 1, 4, 4}, 1), 9.0);
    EXPECT_EQ(peak_per_minute({3, 9, 1, 1, 1, 4, 4}, 5), 16.0 / 5.0);
    EXPECT_EQ(peak_per_minute({}, 5), 0.0);
}

TEST(StationFindings, NeedHandsForTheBusiestMinuteOfDemand) {
    StationRecord station;
    station.wanted_by_minute = {100, 468, 300};
    station.hand_per_minute = 20.0;
    EXPECT_EQ(station_findings(station, 60.0).hands_needed, 24);
}

TEST(StationFindings, RunOutWhenTheFirstOfTheirGoodsDoes) {
    StationRecord station;
    station.goods.resize(3);
    station.goods[0].handed = 1000;
    station.goods[0].litres = 0.2;
    station.goods[1].first_out_s = 900.0;
    station.goods[2].first_out_s = 600.0;
    const StationFindings found = station_findings(station, 60.0);
    EXPECT_EQ(found.out_s, 600.0);
    EXPECT_NEAR(found.litres, 200.0, 1e-9);
}

}  // namespace
}  // namespace gineste
