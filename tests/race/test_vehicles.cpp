// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "race/vehicles.hpp"
#include "support/small_race.hpp"

namespace gineste {
namespace {

constexpr double kGun = 9.0 * 3600.0;

VehicleSpec ambulance(double from_m, double to_m) {
    VehicleSpec spec;
    spec.name = "Ambulance";
    spec.from_m = from_m;
    spec.to_m = to_m;
    spec.at_s = kGun + 60.0;
    spec.speed_mps = 5.0;
    spec.stays_s = 30.0;
    return spec;
}

VehicleSpec crossing(double at_m) {
    VehicleSpec spec;
    spec.name = "Fire engine";
    spec.crosses_m = at_m;
    spec.at_s = kGun + 60.0;
    spec.speed_mps = 2.0;
    spec.length_m = 6.0;
    spec.side = KeptSide::left;
    return spec;
}

/// An 8 m road of a kilometre with nobody on it, and one vehicle, driven second by second.
struct Drive {
    explicit Drive(const VehicleSpec& spec) {
        scenario.vehicles = {spec};
        vehicles = Vehicles(scenario);
    }
    void until(double time_s) {
        for (; now_s <= time_s; now_s += 1.0) {
            vehicles.drive(now_s, 1.0, road, nobody);
            road.narrow(vehicles.closures(road));
        }
    }
    double width_m(double at_m) const { return 2.0 * static_cast<double>(road.half_width_m(at_m)); }
    const VehicleRecord& record() const { return vehicles.records()[0]; }

    Scenario scenario = test::plain_scenario(1, 3.0);
    Course course = straight_course(1000.0, 0.0, 8.0);
    Road road{course, StartSpec{}, GradeLaw::table, 0.0};
    Race::State nobody;
    Vehicles vehicles{scenario};
    double now_s = 0.0;
};

TEST(Vehicle, ClosesItsLaneAheadOfItAndIsGoneAfterItsStay) {
    Drive drive(ambulance(200.0, 400.0));
    drive.until(59.0);
    EXPECT_NEAR(drive.width_m(210.0), 8.0, 1e-5);
    drive.until(60.0);
    EXPECT_NEAR(drive.width_m(230.0), 5.0, 1e-5);  // 3 m lane, 40 m ahead
    EXPECT_NEAR(drive.width_m(300.0), 8.0, 1e-5);
    drive.until(120.0);  // it is at 400 m: 5 s to gather speed, then 5 m/s
    EXPECT_NEAR(drive.record().arrives_s, 60.0 + 200.0 / 5.0 + 2.5, 1.5);
    EXPECT_NEAR(drive.width_m(400.0), 5.0, 1e-5);
    EXPECT_NEAR(drive.width_m(210.0), 8.0, 1e-5);  // open again behind it
    drive.until(140.0);
    EXPECT_NEAR(drive.width_m(400.0), 8.0, 1e-5);
    EXPECT_EQ(drive.record().held_up_s, 0.0);
}

TEST(Vehicle, AgainstTheRunnersLooksTheOtherWay) {
    Drive drive(ambulance(600.0, 300.0));
    drive.until(60.0);
    EXPECT_NEAR(drive.width_m(570.0), 5.0, 1e-5);
    EXPECT_NEAR(drive.width_m(660.0), 8.0, 1e-5);
    drive.until(300.0);
    EXPECT_NEAR(drive.record().arrives_s, 60.0 + 300.0 / 5.0 + 2.5, 1.5);
}

TEST(Vehicle, AcrossLeavesRoomBeforeItThenBehindIt) {
    Drive drive(crossing(500.0));
    drive.until(61.0);  // front at 3 m: 1 m in the first second, 2 m in the next; 2 m more are shut
    EXPECT_NEAR(drive.width_m(500.0), 3.0, 1e-5);
    EXPECT_GT(drive.road.middle_m(500.0), 0.0F);  // room on the left, where it is going
    drive.until(66.0);
    EXPECT_LT(drive.road.middle_m(500.0), 0.0F);  // and then on the right
    drive.until(80.0);
    EXPECT_NEAR(drive.record().arrives_s, 60.0 + (8.0 + 6.0) / 2.0 + 0.5, 1.0);
    EXPECT_NEAR(drive.width_m(500.0), 8.0, 1e-5);
}

TEST(Vehicle, AcrossAStreamOfRunnersWaitsForThemAndDelaysThem) {
    Scenario scenario = test::plain_scenario(600, 3.0);
    scenario.start.line_width_m = 6.0;
    const Course course = straight_course(1000.0, 0.0, 6.0);
    const Record calm = test::run(scenario, course);
    VehicleSpec spec = crossing(300.0);
    spec.at_s = kGun + 150.0;
    scenario.vehicles = {spec};
    const Record crossed = test::run(scenario, course);
    const VehicleRecord& vehicle = crossed.vehicles.at(0);
    const double alone_s = (6.0 + 6.0) / 2.0 + 1.0;
    EXPECT_GT(vehicle.held_up_s, 0.0);
    EXPECT_GT(vehicle.arrives_s - vehicle.comes_s, alone_s);
    EXPECT_LT(vehicle.arrives_s - vehicle.comes_s, 300.0);
    EXPECT_GT(vehicle.peak_density_behind_per_m2, 0.0);
    double later = 0.0;
    for (std::size_t i = 0; i < 600; ++i) {
        later += crossed.runners.finish_s[i] - calm.runners.finish_s[i];
    }
    EXPECT_GT(later / 600.0, 0.5);
    EXPECT_EQ(crossed.runners.status, calm.runners.status);  // everybody finishes
}

}  // namespace
}  // namespace gineste
