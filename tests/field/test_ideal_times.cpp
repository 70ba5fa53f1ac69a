// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "field/ideal_times.hpp"

namespace gineste {
namespace {

// Up for 2 km at 6 %, level, down for 2 km at 6 %.
Course hilly_course() {
    const Course flat = straight_course(8000.0, 0.0, 8.0);
    std::vector<Leg> legs = flat.legs();
    for (std::size_t k = 0; k < legs[0].grade.size(); ++k) {
        const double at_m = legs[0].spacing_m * static_cast<double>(k);
        if (at_m > 1000.0 && at_m < 3000.0) legs[0].grade[k] = 0.06;
        if (at_m > 5000.0 && at_m < 7000.0) legs[0].grade[k] = -0.06;
    }
    return Course(legs, flat.route(), flat.sections(), flat.notes());
}

TEST(IdealTimes, TableIsWithinASecondOfTheMarch) {
    const Course course = hilly_course();
    const Road road(course, StartSpec{}, GradeLaw::table, 0.0);
    PacingLaw law;
    law.length_m = course.length_m();
    const IdealTimes times(road, law, 1);
    for (const double speed_mps : {1.6, 2.8, 4.4}) {
        for (const double response : {0.7, 1.0, 1.31}) {
            for (const double drift : {0.0, 0.13, 0.33}) {
                EXPECT_NEAR(times.time_s(speed_mps, response, drift),
                            ideal_time_s(road, law, speed_mps, response, drift), 1.0)
                    << speed_mps << " m/s, response " << response << ", drift " << drift;
            }
        }
    }
}

TEST(IdealTimes, FlatSpeedGivesTheTimeAskedFor) {
    const Course course = hilly_course();
    const Road road(course, StartSpec{}, GradeLaw::table, 0.0);
    PacingLaw law;
    law.length_m = course.length_m();
    const IdealTimes times(road, law, 1);
    for (const double time_s : {1600.0, 2900.0, 5000.0}) {
        const double speed_mps = times.flat_speed_mps(time_s, 1.1, 0.1);
        EXPECT_NEAR(ideal_time_s(road, law, speed_mps, 1.1, 0.1), time_s, 1.0);
    }
}

PacingLaw walking_law(const Course& course) {
    PacingLaw law;
    law.length_m = course.length_m();
    law.gait = gait_law(Scenario{});
    return law;
}

TEST(IdealTimes, TableIsWithinAFiftiethOfTheMarchWhereRunnersWalk) {
    const Course course = hilly_course();
    const Road road(course, StartSpec{}, GradeLaw::table, 0.0);
    const PacingLaw law = walking_law(course);
    const IdealTimes times(road, law, 1);
    for (double speed_mps = 1.2; speed_mps < 3.2; speed_mps += 0.013) {
        const double marched_s = ideal_time_s(road, law, speed_mps, 1.1, 0.13);
        EXPECT_NEAR(times.time_s(speed_mps, 1.1, 0.13), marched_s, 0.02 * marched_s) << speed_mps;
    }
}

TEST(IdealTimes, FlatSpeedOfAWalkerGivesTheTimeAskedFor) {
    const Course course = hilly_course();
    const Road road(course, StartSpec{}, GradeLaw::table, 0.0);
    const IdealTimes times(road, walking_law(course), 1);
    for (double time_s = 2500.0; time_s < 7000.0; time_s += 37.0) {
        const double speed_mps = times.flat_speed_mps(time_s, 1.1, 0.13);
        EXPECT_NEAR(times.time_s(speed_mps, 1.1, 0.13), time_s, 1.0);
    }
}

}  // namespace
}  // namespace gineste
