// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "stations/layout.hpp"

namespace gineste {
namespace {

StationSpec station(StationSide side) {
    StationSpec spec;
    spec.at_m = 500.0;
    spec.length_m = 60.0;
    spec.tables = 6;
    spec.side = side;
    return spec;
}

TEST(StationLayout, OfBothSidesHasItsRowsAbreast) {
    const StationLayout layout(station(StationSide::both), 2000.0);
    EXPECT_EQ(layout.tables(), 12U);
    EXPECT_EQ(layout.table_m(1, 0), 505.0);
    EXPECT_EQ(layout.table_m(-1, 0), 505.0);
    EXPECT_EQ(layout.index(-1, 0), 6U);
    EXPECT_EQ(layout.tables_end_m(), 560.0);
}

TEST(StationLayout, StaggeredHasTheRightRowBehindTheLeft) {
    const StationLayout layout(station(StationSide::staggered), 2000.0);
    EXPECT_EQ(layout.tables(), 12U);
    EXPECT_EQ(layout.table_m(1, 5), 555.0);
    EXPECT_EQ(layout.table_m(-1, 0), 565.0);
    EXPECT_EQ(layout.tables_end_m(), 620.0);
    EXPECT_EQ(layout.drink_end_m(), 645.0);
    EXPECT_EQ(layout.zone_end_m(), 670.0);
}

TEST(StationLayout, EndsAtTheFinish) {
    EXPECT_EQ(StationLayout(station(StationSide::left), 570.0).zone_end_m(), 570.0);
    EXPECT_TRUE(StationLayout(station(StationSide::left), 500.0).is_after_line());
}

TEST(DiscardZones, NarrowTheRoadAfterTheDrinkingZoneOnEachSideUsed) {
    Scenario scenario;
    scenario.stations = {station(StationSide::both), station(StationSide::right)};
    scenario.stations[1].at_m = 1200.0;
    const Course course = straight_course(2000.0, 0.0, 6.5);
    Road road(course, StartSpec{}, GradeLaw::table, 0.0);
    const std::vector<Closure> zones = discard_zones(scenario, road);
    ASSERT_EQ(zones.size(), 2U);
    EXPECT_EQ(zones[0].from_m, 585.0);
    EXPECT_EQ(zones[0].to_m, 610.0);
    EXPECT_NEAR(zones[0].width_m, 6.5 - 2 * 0.3, 1e-5);
    EXPECT_NEAR(zones[1].width_m, 6.5 - 0.3, 1e-5);
    EXPECT_EQ(zones[1].side, KeptSide::left);
    road.narrow(zones);
    EXPECT_NEAR(2.0 * double{road.half_width_m(600.0)}, 5.9, 1e-5);
    EXPECT_NEAR(2.0 * double{road.half_width_m(900.0)}, 6.5, 1e-5);
}

}  // namespace
}  // namespace gineste
