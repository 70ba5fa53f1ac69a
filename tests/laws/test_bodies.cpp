// SPDX-License-Identifier: Apache-2.0
// Bodies take room: at every step nobody is in, through or off anything. The watcher looks
// (support/watched_run.hpp); these races are where it is most likely to see something.
#include <gtest/gtest.h>

#include "support/watched_run.hpp"

namespace gineste {
namespace {

Scenario mixed_crowd(int runners) {
    Scenario scenario = test::plain_scenario(runners, 3.0);
    scenario.field.speed_mps = {3.0, 0.6, 1.4, 5.5};
    return scenario;
}

TEST(Bodies, StayApartInAMixedMassStart) {
    test::run_watched(mixed_crowd(1500), straight_course(1200.0, 0.0, 8.0));
}

TEST(Bodies, StayApartInATightPen) {
    Scenario scenario = mixed_crowd(1500);
    scenario.start.pen_density_per_m2 = 3.0;
    test::run_watched(scenario, straight_course(600.0, 0.0, 14.0));
}

TEST(Bodies, StayApartAndOnTheRoadAtANarrowing) {
    test::run_watched(mixed_crowd(1500), test::narrowing_course(1000.0, 300.0, 18.0, 4.0));
}

TEST(Bodies, StayApartAtAStation) {
    Scenario scenario = mixed_crowd(800);
    StationSpec station;
    station.name = "water";
    station.at_m = 500.0;
    station.tables = 3;
    station.volunteers = 1;
    station.length_m = 30.0;
    scenario.stations = {station};
    test::run_watched(scenario, straight_course(1000.0, 0.0, 6.5));
}

TEST(Bodies, StayApartDownhillAtSpeed) {
    Scenario scenario = mixed_crowd(800);
    scenario.field.speed_mps = {5.0, 1.0, 2.0, 7.0};
    test::run_watched(scenario, straight_course(1500.0, -0.08, 6.0));
}

TEST(Bodies, StayApartWithAQuarterSecondStep) {
    Scenario scenario = mixed_crowd(500);
    scenario.step_s = 0.25;
    test::run_watched(scenario, straight_course(600.0, 0.0, 6.0));
}

}  // namespace
}  // namespace gineste
