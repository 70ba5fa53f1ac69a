// SPDX-License-Identifier: Apache-2.0
// The verification cases of RiMEA that a course can pose (model notes, § 8), under their numbers.
// The others ask for rooms: 2 and 3 are stairs (here the gradients of test_alone.cpp), 8 varies
// parameters, 9 to 11 and 14 choose among exits and routes, 13 jams on stairs, 15 compares ways
// round a corner.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numbers>

#include "support/corridor.hpp"
#include "support/figures.hpp"

namespace gineste {
namespace {

TEST(Rimea, Case1FortyMetresAtOnePointThreeThreeTakeTwentySixToThirtyFourSeconds) {
    Scenario scenario = test::plain_scenario(1, 1.33);
    test::set_width(scenario, 2.0);
    const Record record = test::run_watched(scenario, straight_course(40.0, 0.0, 2.0));
    const double net_s = record.runners.finish_s[0] - record.runners.start_s[0];
    test::tell("RiMEA 1: %.2f s (law: 26-34)", net_s);
    EXPECT_GE(net_s, 26.0);
    EXPECT_LE(net_s, 34.0);
}

// 10 m wide. Pens are held to 3 /m2 (start.pen_density_per_m2), so that 4, 5 and 6 are not posed.
TEST(Rimea, Case4SpeedFallsWithDensityAndFlowHasOnePeak) {
    test::LongPen corridor{10.0, {1.34, 0.13, 0.9, 1.9}};
    std::vector<test::CorridorFlow> seen;
    for (const double density_per_m2 : {0.5, 1.0, 2.0, 3.0}) {
        seen.push_back(corridor.measure(density_per_m2, 1));
        test::tell("RiMEA 4 at %.2f /m2: %.2f m/s, %.2f /s/m", seen.back().density_per_m2,
                   seen.back().speed_mps, seen.back().flow_per_s_per_m);
    }
    int turns = 0;
    for (std::size_t k = 1; k < seen.size(); ++k) {
        EXPECT_LT(seen[k].speed_mps, seen[k - 1].speed_mps + 1e-3);
        if (k > 1 && seen[k].flow_per_s_per_m > seen[k - 1].flow_per_s_per_m &&
            seen[k - 1].flow_per_s_per_m < seen[k - 2].flow_per_s_per_m) {
            ++turns;
        }
    }
    EXPECT_EQ(turns, 0);
}

// Reaction times are guns here: one runner in each of ten waves, 10 s apart.
TEST(Rimea, Case5EveryoneSetsOffWithinTwoStepsOfTheGun) {
    Scenario scenario = test::plain_scenario(1, 1.33);
    for (int wave = 1; wave < 10; ++wave) test::add_wave(scenario, 1, 10.0 * wave);
    const Course course = straight_course(300.0, 0.0, 8.0);
    const Field field = draw_field(scenario, course);
    std::vector<double> off_s(10, -1.0);
    const Record record =
        test::run_watched(scenario, course, field, [&](test::Film& film, double time_s) {
            for (const test::Placed& here : film.now()) {
                double& off = off_s[field.wave[here.runner]];
                if (off < 0.0 && here.speed_mps > 0.0) off = time_s;
            }
        });
    double latest_s = 0.0;
    for (int wave = 0; wave < 10; ++wave) {
        const double after_s = off_s[static_cast<std::size_t>(wave)] - 10.0 * wave;
        latest_s = std::max(latest_s, after_s);
        EXPECT_GT(after_s, 0.0) << "wave " << wave;
        EXPECT_LE(after_s, 2.0 * scenario.step_s + 1e-9) << "wave " << wave;
    }
    test::tell("RiMEA 5: off at the latest %.2f s after the gun (law: two steps, %.2f s)", latest_s,
               2.0 * scenario.step_s);
    EXPECT_EQ(record.runners.status.back(), RunnerStatus::finished);
}

/// A right-angled bend of 6 m radius in the middle of a road: a course has corners in its headings
/// only, for runners live along and across it.
Course cornering_course(double length_m, double width_m) {
    const Course straight = straight_course(length_m, 0.0, width_m);
    std::vector<Leg> legs = straight.legs();
    for (std::size_t k = 0; k < legs[0].heading_rad.size(); ++k) {
        const double beyond_m = legs[0].spacing_m * static_cast<double>(k) - 0.5 * length_m;
        legs[0].heading_rad[k] = std::clamp(beyond_m / 6.0, 0.0, 0.5 * std::numbers::pi);
    }
    return Course(legs, straight.route(), straight.sections(), straight.notes());
}

// The watcher holds that nobody leaves the road. And a bend changes nothing: a course knows no
// shorter way along the inner kerb, which is why 15 cannot be posed.
TEST(Rimea, Case6TwentyRoundACornerStayOnTheRoad) {
    Scenario scenario = test::plain_scenario(20, 1.33);
    scenario.field.speed_mps = {1.33, 0.26, 0.8, 2.0};
    test::set_width(scenario, 2.0);
    const Record round = test::run_watched(scenario, cornering_course(40.0, 2.0));
    const Record ahead = test::run_watched(scenario, straight_course(40.0, 0.0, 2.0));
    test::tell("RiMEA 6: %zu runners round the corner, as fast as straight ahead",
               round.runners.finish_s.size());
    EXPECT_EQ(std::count(round.runners.status.begin(), round.runners.status.end(),
                         RunnerStatus::finished),
              20);
    EXPECT_EQ(round.runners.finish_s, ahead.runners.finish_s);
}

// Men and women of the Ljubljana half (3.14 +- 0.45 and 2.77 +- 0.35 m/s), each run as drawn.
TEST(Rimea, Case7EachGroupRunsTheSpeedsItWasGiven) {
    for (const CutNormal& group :
         {CutNormal{3.14, 0.45, 1.0, 6.0}, CutNormal{2.77, 0.35, 1.0, 6.0}}) {
        Scenario scenario = test::plain_scenario(1, group.mean);
        scenario.field.speed_mps = group;
        test::set_width(scenario, 40.0);
        scenario.start.run_up_m = 40.0;
        test::set_approach_speed(scenario.start, test::kOwnPace);
        // Alone on the road, one every 20 s, so that the field is seen and not the crowd.
        for (int wave = 1; wave < 2000; ++wave) test::add_wave(scenario, 1, 20.0 * wave);
        const Record record = test::run_watched(scenario, straight_course(100.0, 0.0, 40.0));
        std::vector<double> speed_mps;
        for (std::size_t i = 0; i < record.runners.finish_s.size(); ++i) {
            speed_mps.push_back(100.0 / (record.runners.finish_s[i] - record.runners.start_s[i]));
        }
        const double mean_mps = test::mean(speed_mps);
        const double sd_mps = test::standard_deviation(speed_mps);
        test::tell("RiMEA 7: %.3f +- %.3f m/s (law: %.2f +- 1 %%, %.2f +- 5 %%)", mean_mps, sd_mps,
                   group.mean, group.sd);
        EXPECT_NEAR(mean_mps, group.mean, 0.01 * group.mean);
        EXPECT_NEAR(sd_mps, group.sd, 0.05 * group.sd);
    }
}

/// 10 m wide, with two pieces of 4 m: from 300 m to 350 m and from 450 m to 500 m.
Course two_bottlenecks() {
    const Course straight = straight_course(700.0, 0.0, 10.0);
    std::vector<Leg> legs = straight.legs();
    for (std::size_t k = 0; k < legs[0].width_m.size(); ++k) {
        const double at_m = legs[0].spacing_m * static_cast<double>(k);
        const bool narrow = (at_m >= 300.0 && at_m <= 350.0) || (at_m >= 450.0 && at_m <= 500.0);
        if (narrow) legs[0].width_m[k] = 4.0;
    }
    return Course(legs, straight.route(), straight.sections(), straight.notes());
}

TEST(Rimea, Case12NoJamFormsBeforeTheSecondOfTwoEqualBottlenecks) {
    Scenario scenario = test::plain_scenario(2500, 2.9);
    scenario.field.speed_mps = {2.9, 0.4, 1.5, 5.0};
    test::set_width(scenario, 10.0);
    test::set_approach_speed(scenario.start, test::kOwnPace);
    const Course course = two_bottlenecks();
    const test::Edie::Window steady{200.0, 320.0};
    test::Edie before_first({260.0, 290.0, 10.0}, steady);
    test::Edie before_second({410.0, 440.0, 10.0}, steady);
    test::Edie in_first({310.0, 340.0, 4.0}, steady);
    test::Edie in_second({460.0, 490.0, 4.0}, steady);
    test::run_watched(
        scenario, course, draw_field(scenario, course),
        [&](test::Film& film, double time_s) {
            for (test::Edie* at : {&before_first, &before_second, &in_first, &in_second}) {
                at->see(film, time_s, scenario.step_s);
            }
        },
        steady.to_s);
    test::tell(
        "RiMEA 12: %.2f /m2 before the first, %.2f /m2 before the second; flow %.2f and %.2f "
        "/s/m",
        before_first.density_per_m2(), before_second.density_per_m2(), in_first.flow_per_s_per_m(),
        in_second.flow_per_s_per_m());
    EXPECT_GT(before_first.density_per_m2(), 1.0);
    EXPECT_LT(before_second.density_per_m2(), 0.5 * before_first.density_per_m2());
    EXPECT_GE(in_first.flow_per_s_per_m(), in_second.flow_per_s_per_m() - 0.05);
}

}  // namespace
}  // namespace gineste
