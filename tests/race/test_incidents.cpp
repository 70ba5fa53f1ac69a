// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "race/incidents.hpp"
#include "support/small_race.hpp"

namespace gineste {
namespace {

// An 8 m road, closed to 3 m from 400 to 500 m, from ten minutes after the gun for five.
struct ClosedRoad {
    Scenario scenario = test::plain_scenario(1, 3.0);
    Course course = straight_course(1000.0, 0.0, 8.0);
    Road road{course, StartSpec{}, GradeLaw::table, 0.0};

    ClosedRoad() {
        IncidentSpec incident;
        incident.from_m = 400.0;
        incident.to_m = 500.0;
        incident.begin_s = 9.0 * 3600.0 + 600.0;
        incident.end_s = incident.begin_s + 300.0;
        incident.width_m = 3.0;
        incident.closing_s = 30.0;
        scenario.incidents = {incident};
        scenario.course.taper_m = 30.0;
    }
};

TEST(Incident, NarrowsTheRoadWhileItLasts) {
    ClosedRoad closure;
    Incidents incidents(closure.scenario, closure.road);
    const auto width_m = [&](double time_s) {
        incidents.tick(time_s);
        return 2.0F * closure.road.half_width_m(450.0);
    };
    EXPECT_FLOAT_EQ(width_m(0.0), 8.0F);
    EXPECT_FLOAT_EQ(width_m(599.5), 8.0F);
    EXPECT_FLOAT_EQ(width_m(615.0), 5.5F);
    EXPECT_FLOAT_EQ(width_m(630.0), 3.0F);
    EXPECT_FLOAT_EQ(width_m(899.5), 3.0F);
    EXPECT_FLOAT_EQ(width_m(900.0), 8.0F);
}

TEST(Incident, LeavesItsWidthFromEndToEndAndTapersOutside) {
    ClosedRoad closure;
    Incidents incidents(closure.scenario, closure.road);
    incidents.tick(700.0);
    for (double at_m = 400.0; at_m <= 500.0; at_m += 0.5) {
        EXPECT_FLOAT_EQ(closure.road.half_width_m(at_m), 1.5F) << at_m;
    }
    EXPECT_GT(closure.road.half_width_m(380.0), 1.5F);
    EXPECT_LT(closure.road.half_width_m(380.0), 4.0F);
    EXPECT_FLOAT_EQ(closure.road.half_width_m(360.0), 4.0F);
    EXPECT_FLOAT_EQ(closure.road.half_width_m(540.0), 4.0F);
}

TEST(Incident, IsForeseenAndForgotten) {
    ClosedRoad closure;
    Incidents incidents(closure.scenario, closure.road);
    incidents.tick(700.0);
    EXPECT_FLOAT_EQ(closure.road.half_width_ahead_m(390.0), 1.5F);
    incidents.tick(1000.0);
    EXPECT_FLOAT_EQ(closure.road.half_width_ahead_m(390.0), 4.0F);
}

TEST(Incident, MovesTheMiddleToTheSideThatStaysOpen) {
    ClosedRoad closure;
    closure.scenario.incidents[0].side = KeptSide::right;
    Incidents incidents(closure.scenario, closure.road);
    incidents.tick(700.0);
    EXPECT_FLOAT_EQ(closure.road.middle_m(450.0), -2.5F);
    EXPECT_FLOAT_EQ(closure.road.middle_m(100.0), 0.0F);
    incidents.tick(1000.0);
    EXPECT_FLOAT_EQ(closure.road.middle_m(450.0), 0.0F);
}

TEST(Incident, WiderThanTheRoadChangesNothing) {
    ClosedRoad closure;
    closure.scenario.incidents[0].width_m = 12.0;
    Incidents incidents(closure.scenario, closure.road);
    incidents.tick(700.0);
    EXPECT_FLOAT_EQ(closure.road.half_width_m(450.0), 4.0F);
}

TEST(Incidents, ThatOverlapLeaveTheNarrowest) {
    ClosedRoad closure;
    IncidentSpec second = closure.scenario.incidents[0];
    second.from_m = 450.0;
    second.to_m = 600.0;
    second.width_m = 2.0;
    closure.scenario.incidents.push_back(second);
    Incidents incidents(closure.scenario, closure.road);
    incidents.tick(700.0);
    EXPECT_FLOAT_EQ(closure.road.half_width_m(410.0), 1.5F);
    EXPECT_FLOAT_EQ(closure.road.half_width_m(470.0), 1.0F);
    EXPECT_FLOAT_EQ(closure.road.half_width_m(550.0), 1.0F);
}

}  // namespace
}  // namespace gineste
