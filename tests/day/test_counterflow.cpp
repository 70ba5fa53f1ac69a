// SPDX-License-Identifier: Apache-2.0
// One road, two directions: between cones, or as the crowds divide it.
#include <gtest/gtest.h>

#include "day_scene.hpp"
#include "support/figures.hpp"

namespace gineste {
namespace {

using test::DayScene;
using test::RunDay;

Scenario crowd(int runners, std::uint64_t seed) {
    Scenario scenario = test::plain_scenario(runners, 2.9);
    scenario.field.speed_mps = {2.9, 0.29, 1.5, 5.0};
    scenario.start.line_width_m = scenario.start.pen_width_m = 5.0;
    scenario.seed = scenario.behaviour_seed = seed;
    return scenario;
}

/// 800 each way, who meet half-way along 1 km of road.
DayScene two_ways(Traffic traffic, double width_m) {
    DayScene scene;
    scene.leg("road", 1000.0, width_m, traffic);
    scene.race("up", crowd(800, 1), {"road"});
    scene.race("down", crowd(800, 2), {"road back"});
    return scene;
}

std::vector<double> net_times_s(const Record& record) {
    std::vector<double> times_s;
    for (std::size_t i = 0; i < record.runners.bib.size(); ++i) {
        times_s.push_back(record.runners.finish_s[i] - record.runners.start_s[i]);
    }
    return times_s;
}

TEST(Counterflow, BetweenConesEachDirectionIsTheRaceOnItsOwnPartOfTheRoad) {
    RunDay run(two_ways(Traffic::separated, 10.0));
    run.run();
    DayScene own;
    own.leg("half", 1000.0, 5.0);
    own.race("up", crowd(800, 1), {"half"});
    RunDay half(own);
    half.run();
    DayScene empty = two_ways(Traffic::separated, 10.0);
    *empty.scenarios[1].waves[0].gun_s += 6.0 * 3600.0;
    RunDay nobody_comes(empty);
    nobody_comes.run();
    EXPECT_EQ(run.record(0).state_hash, nobody_comes.record(0).state_hash);
    EXPECT_NEAR(test::mean(net_times_s(run.record(0))), test::mean(net_times_s(half.record(0))),
                1.0);
}

TEST(Counterflow, TheCourseOfEachDirectionIsAsWideAsConesLeaveIt) {
    DayScene scene = two_ways(Traffic::separated, 10.0);
    scene.spec.legs[0].forward_width_m = 6.0;
    const RunDay run(scene);
    EXPECT_NEAR(run.network().routes[0].course.width_m(500.0), 6.0, 1e-9);
    EXPECT_NEAR(run.network().routes[1].course.width_m(500.0), 4.0, 1e-9);
    EXPECT_NEAR(run.record(1).segments[5].width_m, 4.0, 1e-9);
}

TEST(Counterflow, WithoutConesBothDirectionsAreSlowed) {
    RunDay run(two_ways(Traffic::shared, 6.0));
    run.run();
    for (const std::size_t k : {0U, 1U}) {
        const double with_s = test::mean(net_times_s(run.record(k)));
        const double alone_s = test::mean(net_times_s(run.alone(k)));
        test::tell("shared road of 6 m, 800 against 800: direction %zu takes %+.0f s of %.0f s",
                   k + 1, with_s - alone_s, alone_s);
        EXPECT_GT(with_s, alone_s + 5.0);
    }
}

TEST(Counterflow, WithoutConesOneDirectionAloneHasAllOfTheRoadButASingleFile) {
    DayScene scene = two_ways(Traffic::shared, 6.0);
    *scene.scenarios[1].waves[0].gun_s += 6.0 * 3600.0;
    RunDay run(scene);
    run.run();
    for (const std::size_t k : {0U, 1U}) {
        const double with_s = test::mean(net_times_s(run.record(k)));
        const double alone_s = test::mean(net_times_s(run.alone(k)));
        EXPECT_NEAR(with_s, alone_s, 0.05 * alone_s) << k;
    }
}

// A few against many: they have a lane, and do not come to a stop.
TEST(Counterflow, AFewGetThroughAgainstMany) {
    DayScene scene;
    scene.leg("road", 1000.0, 6.0, Traffic::shared);
    scene.race("many", crowd(1500, 1), {"road"});
    scene.race("few", crowd(10, 2), {"road back"});
    RunDay run(scene);
    run.run();
    const double few_s = test::mean(net_times_s(run.record(1)));
    const double alone_s = test::mean(net_times_s(run.alone(1)));
    EXPECT_LT(few_s, 1.6 * alone_s);
}

}  // namespace
}  // namespace gineste
