// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "core/random.hpp"
#include "forecast/free_times.hpp"

namespace gineste {
namespace {

PacingLaw law_over(double length_m) {
    PacingLaw law;
    law.length_m = length_m;
    return law;
}

// 20 km of hills: 1.6 km waves of up to 9 % over 4 km waves of up to 3 %.
Course hilly_course() {
    const Course straight = straight_course(20000.0, 0.0, 8.0);
    std::vector<Leg> legs = straight.legs();
    for (std::size_t k = 0; k < legs[0].grade.size(); ++k) {
        const double s_m = 5.0 * static_cast<double>(k);
        legs[0].grade[k] = 0.09 * std::sin(s_m / 255.0) + 0.03 * std::sin(s_m / 640.0);
    }
    return Course(legs, straight.route(), straight.sections(), straight.notes());
}

double time_by_kilometres(const FreeTimes& times, const Pace& pace, double length_m) {
    double sum_s = 0.0;
    for (double from_m = 0.0; from_m < length_m; from_m += 1000.0) {
        sum_s += times.time_s(times.stretch(from_m, std::min(from_m + 1000.0, length_m)), pace);
    }
    return sum_s;
}

TEST(FreeTimes, OnTheLevelAreDistanceOverSpeed) {
    const Road road(straight_course(10000.0, 0.0, 8.0), StartSpec{}, GradeLaw::table, 0.0);
    const FreeTimes times(road, law_over(10000.0));
    for (const double speed_mps : {0.8, 2.2, 3.0, 5.7}) {
        EXPECT_NEAR(times.time_s(times.stretch(0.0, 10000.0), {speed_mps, 1.0, 0.0}),
                    10000.0 / speed_mps, 0.05);
        EXPECT_NEAR(times.speed_mps(times.stretch(3210.0, 3333.0), {speed_mps, 1.3, 0.0}),
                    speed_mps, 1e-4 * speed_mps);
    }
}

// 20 km on hills in about two hours: within 1 s of the law marched for this runner alone.
TEST(FreeTimes, OnHillsAreThoseOfThePacingLaw) {
    const Road road(hilly_course(), StartSpec{}, GradeLaw::table, 0.0);
    const PacingLaw law = law_over(20000.0);
    const FreeTimes times(road, law);
    const Random random(4);
    for (std::uint32_t k = 0; k < 40; ++k) {
        const RunnerId id(k);
        const Pace pace{1.7 + 3.3 * random.uniform(id, Purpose::ability),
                        0.5 + random.uniform(id, Purpose::hill_response),
                        0.35 * random.uniform(id, Purpose::drift)};
        const double exact_s =
            ideal_time_s(road, law, pace.flat_speed_mps, pace.hill_response, pace.drift);
        EXPECT_NEAR(time_by_kilometres(times, pace, 20000.0), exact_s, 1.0)
            << pace.flat_speed_mps << " " << pace.hill_response << " " << pace.drift;
    }
}

// Over the same hills in a wind of 3 m/s, from one who walks every climb to one who runs all the
// way. 2.1 m/s lies between two speeds of the table, one that walks where the other runs: 0.4 %
// off.
TEST(FreeTimes, HaveTheGaitAndTheWindOfThePacingLaw) {
    Scenario scenario;
    scenario.weather.wind_speed_mps = 3.0;
    scenario.field.noise_sd = 0.0;
    const Road road(hilly_course(), StartSpec{}, GradeLaw::table, 0.0, scenario.weather);
    const PacingLaw law = pacing_law(scenario, 20000.0);
    const FreeTimes times(road, law);
    for (const double speed_mps : {1.5, 2.1, 2.7, 4.3}) {
        const double exact_s = ideal_time_s(road, law, speed_mps, 1.03, 0.0);
        EXPECT_NEAR(time_by_kilometres(times, {speed_mps, 1.03, 0.0}, 20000.0), exact_s,
                    7e-3 * exact_s)
            << speed_mps;
    }
    PacingLaw running = law;
    running.gait = GaitLaw{};
    PacingLaw calm = law;
    calm.wind = WindLaw{};
    const double walker_s = ideal_time_s(road, law, 2.1, 1.03, 0.0);
    EXPECT_GT(walker_s, 1.01 * ideal_time_s(road, running, 2.1, 1.03, 0.0));
    EXPECT_NE(walker_s, ideal_time_s(road, calm, 2.1, 1.03, 0.0));
}

TEST(FreeTimes, OfPartsAddUp) {
    const Road road(hilly_course(), StartSpec{}, GradeLaw::table, 0.0);
    const FreeTimes times(road, law_over(20000.0));
    const Pace pace{3.1, 1.1, 0.0};
    const double whole_s = times.time_s(times.stretch(1234.0, 2222.0), pace);
    const double parts_s = times.time_s(times.stretch(1234.0, 1600.0), pace) +
                           times.time_s(times.stretch(1600.0, 2222.0), pace);
    EXPECT_NEAR(whole_s, parts_s, 1e-9);
}

}  // namespace
}  // namespace gineste
