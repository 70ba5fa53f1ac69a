// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "report/cause.hpp"
#include "synthetic.hpp"

namespace gineste {
namespace {

constexpr Cell kFar{12, 0};

TEST(LikelyCause, IsTheStartWithinFiveHundredMetresOfTheLine) {
    const Record record = empty_record(20, 6.0, 1);
    EXPECT_EQ(likely_cause(record, {0, 0}), Cause::start);
    EXPECT_EQ(likely_cause(record, {4, 0}), Cause::start);
    EXPECT_EQ(likely_cause(record, {5, 0}), Cause::density);
}

TEST(LikelyCause, IsAStationFromFiftyMetresBeforeToHundredFiftyAfterItsFirstTable) {
    Record record = empty_record(20, 6.0, 1);
    record.stations.resize(1);
    record.stations[0].at_m = 1240.0;
    EXPECT_EQ(likely_cause(record, {10, 0}), Cause::density);
    EXPECT_EQ(likely_cause(record, {11, 0}), Cause::station);
    EXPECT_EQ(likely_cause(record, {13, 0}), Cause::station);
    EXPECT_EQ(likely_cause(record, {14, 0}), Cause::density);
    record.stations[0].after_line = true;
    EXPECT_EQ(likely_cause(record, kFar), Cause::density);
}

TEST(LikelyCause, IsTheWidthOnBothSidesOfANarrowingAndNowhereElse) {
    Record record = empty_record(20, 10.0, 1);
    for (std::size_t k = 12; k < 20; ++k) {
        record.segments[k].width_m = record.segments[k].least_width_m = 8.9;
    }
    EXPECT_EQ(likely_cause(record, {10, 0}), Cause::density);
    EXPECT_EQ(likely_cause(record, {11, 0}), Cause::width);
    EXPECT_EQ(likely_cause(record, {12, 0}), Cause::width);
    EXPECT_EQ(likely_cause(record, {13, 0}), Cause::density);
}

TEST(LikelyCause, IsNotTheWidthWhereTheRoadWidensOrHardlyNarrows) {
    Record record = empty_record(20, 6.0, 1);
    for (std::size_t k = 12; k < 20; ++k) record.segments[k].width_m = 12.0;
    for (std::size_t k = 12; k < 20; ++k) record.segments[k].least_width_m = 12.0;
    EXPECT_EQ(likely_cause(record, {11, 0}), Cause::density);
    record.segments[17].width_m = record.segments[17].least_width_m = 11.0;
    EXPECT_EQ(likely_cause(record, {17, 0}), Cause::density);
}

TEST(LikelyCause, IsTheGradeFromThreePercentThenMergingWaves) {
    Record record = empty_record(20, 6.0, 1);
    fill_cell(record, 12, 0, {1.0, 0.5, 0, 0b101});
    EXPECT_EQ(likely_cause(record, kFar), Cause::wave_merging);
    record.segments[12].grade = 0.03;
    EXPECT_EQ(likely_cause(record, kFar), Cause::grade);
}

}  // namespace
}  // namespace gineste
