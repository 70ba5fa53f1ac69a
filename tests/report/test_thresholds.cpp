// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <cmath>

#include "report/findings.hpp"
#include "synthetic.hpp"

namespace gineste {
namespace {

Record record_with(Threshold what, double most) {
    Record record = empty_record(20, 6.0, 10);
    record.thresholds = {{what, most}};
    return record;
}

ThresholdFindings only(const Record& record) { return find_all(record).thresholds.at(0); }

TEST(Thresholds, OfDensitySayPlaceAndTime) {
    Record record = record_with(Threshold::peak_density_per_m2, 0.5);
    record.segments[3].place = "Narrow street";
    fill_cell(record, 3, 4, {0.7, 0.9, 0, 1});
    const ThresholdFindings found = only(record);
    EXPECT_FALSE(found.met);
    EXPECT_NEAR(found.found, 0.7, 1e-6);
    EXPECT_EQ(found.place, "Narrow street");
    EXPECT_DOUBLE_EQ(found.at_m, 0.5 * (record.segments[3].from_m + record.segments[3].to_m));
    EXPECT_DOUBLE_EQ(found.at_s, 4.0 * record.congestion.interval_s);
    record.thresholds[0].most = 0.71;
    EXPECT_TRUE(only(record).met);
}

TEST(Thresholds, OfStationsNameTheWorst) {
    Record record = record_with(Threshold::unserved_share, 0.1);
    for (const int unserved : {5, 30, 10}) {
        StationRecord station;
        station.name = "Table " + std::to_string(unserved);
        station.arrivals = {200};
        station.takers = {100};
        station.served = {static_cast<std::uint32_t>(100 - unserved)};
        station.unserved = {static_cast<std::uint32_t>(unserved)};
        station.cups = {100};
        station.peak_queue = {0};
        station.wait_s = {static_cast<float>(unserved)};
        record.stations.push_back(station);
    }
    const ThresholdFindings share = only(record);
    EXPECT_FALSE(share.met);
    EXPECT_DOUBLE_EQ(share.found, 0.3);
    EXPECT_EQ(share.place, "Table 30");
    record.thresholds = {{Threshold::wait_p95_s, 30.0}};
    EXPECT_TRUE(only(record).met);  // at most
    EXPECT_DOUBLE_EQ(only(record).found, 30.0);
}

TEST(Thresholds, OfTimesCountFromTheFirstGun) {
    Record record = record_with(Threshold::last_start_s, 600.0);
    record.waves.resize(2);
    record.waves[0].name = "First";
    record.waves[0].last_over_s = 90.0;
    record.waves[1].name = "Second";
    record.waves[1].last_over_s = 601.0;
    EXPECT_FALSE(only(record).met);
    EXPECT_EQ(only(record).place, "Second");
    record.waves[1].last_over_s = NAN;
    EXPECT_TRUE(only(record).met);
    add_runner(record, 0, 10.0, 1800.0, 20.0F);
    record.thresholds = {{Threshold::last_finish_s, 1809.0}, {Threshold::lost_p95_s, 20.0}};
    const Findings findings = find_all(record);
    EXPECT_FALSE(findings.thresholds[0].met);
    EXPECT_TRUE(findings.thresholds[1].met);
}

TEST(Thresholds, OfWhatNeverHappenedAreMet) {
    const ThresholdFindings found = only(record_with(Threshold::last_finish_s, 60.0));
    EXPECT_TRUE(found.met);
    EXPECT_TRUE(std::isnan(found.found));
}

}  // namespace
}  // namespace gineste
