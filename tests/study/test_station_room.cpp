// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "study/station_room.hpp"

namespace gineste {
namespace {

// Tables of 1.8 m, four places each, runners 0.3 m deep who keep 0.65 m: 5.6 m from table to table.
Scenario standing_runners() {
    Scenario scenario;
    scenario.motion.body_depth_m = 0.3;
    scenario.start.kept_gap_m = 0.65;
    return scenario;
}

StationSpec station_at(double at_m) {
    StationSpec spec;
    spec.at_m = at_m;
    spec.length_m = 60.0;
    spec.table_length_m = 1.8;
    spec.places = 4;
    return spec;
}

TEST(StationRoom, IsAsPlannedUntilLinesReachTheTableBefore) {
    const StationRoom room(station_at(1000.0), standing_runners(), 5000.0);
    EXPECT_EQ(room.length_m(1), 60.0);
    EXPECT_EQ(room.length_m(10), 60.0);
    EXPECT_EQ(room.length_m(11), 62.0);  // 61.6 m, in whole metres
    EXPECT_EQ(room.length_m(100), 560.0);
}

TEST(StationRoom, DoesNotHangOnThePlannedNumberOfTables) {
    StationSpec many = station_at(1000.0);
    many.tables = 33;
    const StationRoom room(many, standing_runners(), 5000.0);
    EXPECT_EQ(room.length_m(20), 112.0);
}

TEST(StationRoom, EndsWhereTheRoadDoesWithTablesEndToEnd) {
    const StationRoom room(station_at(4820.0), standing_runners(), 5000.0);
    EXPECT_EQ(room.length_m(50), 180.0);
    EXPECT_EQ(room.most_tables(), 100);
}

TEST(StationRoom, OfTwoRowsStaggeredIsHalfTheRoad) {
    StationSpec spec = station_at(4640.0);
    spec.side = StationSide::staggered;
    EXPECT_EQ(StationRoom(spec, standing_runners(), 5000.0).most_tables(), 100);
    spec.stagger_m = 270.0;
    EXPECT_EQ(StationRoom(spec, standing_runners(), 5000.0).most_tables(), 50);
}

TEST(StationRoom, BehindTheLineIsNoRoadAndNoLineInTheWay) {
    const StationRoom room(station_at(5000.0), standing_runners(), 5000.0);
    EXPECT_EQ(room.length_m(100), 180.0);
    EXPECT_EQ(room.most_tables(), 1000);
}

}  // namespace
}  // namespace gineste
