// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

#include "stations/stations.hpp"
#include "support/small_race.hpp"

namespace gineste {
namespace {

/// One runner at a time walks up to a station, with nobody else on the road.
class OneStation : public ::testing::Test {
  protected:
    OneStation() : scenario_(test::plain_scenario(1000, 3.0)) {
        StationSpec spec;
        spec.name = "water";
        spec.at_m = 500.0;
        spec.take_share = 1.0;
        spec.extra_cups = 0.0;
        spec.grab_share = 1.0;
        spec.walk_share = 0.0;
        scenario_.stations = {spec};
    }

    struct Passing {
        double slowest_mps = 10.0;
        double farthest_aside_m = 0.0;
        double left_at_s = 0.0;
    };

    /// Follows every wish to the letter from 400 m to 700 m.
    Passing pass(Stations& stations, RunnerId runner, double start_s) {
        Passing passing;
        double at_m = 400.0;
        float aside_m = 1.0F;
        float speed_mps = 3.0F;
        double time_s = start_s;
        while (at_m < 700.0 && time_s < start_s + 600.0) {
            Wish wish{3.0F, std::nanf("")};
            events_.clear();
            if (at_m >= stations.attention_m(runner)) {
                wish = stations.steer({runner, at_m, aside_m, 3.0F, time_s, speed_mps}, events_);
            }
            if (!std::isnan(wish.offset_m)) aside_m += 0.4F * (wish.offset_m - aside_m);
            speed_mps = wish.speed_mps;
            at_m += 0.5 * speed_mps;
            time_s += 0.5;
            stations.serve(events_, time_s);
            passing.slowest_mps = std::min(passing.slowest_mps, double{wish.speed_mps});
            passing.farthest_aside_m = std::max(passing.farthest_aside_m, double{aside_m});
        }
        passing.left_at_s = time_s;
        return passing;
    }

    static std::uint32_t total(const std::vector<std::uint32_t>& counts) {
        return std::accumulate(counts.begin(), counts.end(), 0U);
    }

    Scenario scenario_;
    Course course_ = straight_course(1000.0, 0.0, 8.0);
    Road road_{course_, StartSpec{}, GradeLaw::table, 0.0};
    std::vector<StationEvent> events_;
};

TEST_F(OneStation, WhoTakesACupIsCountedOnce) {
    Stations stations(scenario_, road_, Guests::alike(1000));
    for (std::uint32_t k = 0; k < 50; ++k) pass(stations, RunnerId(k), 200.0 * k);
    const StationRecord record = stations.records().front();
    EXPECT_EQ(total(record.arrivals), 50u);
    EXPECT_EQ(total(record.takers), 50u);
    EXPECT_EQ(total(record.served), 50u);
    EXPECT_EQ(total(record.unserved), 0u);
    EXPECT_EQ(total(record.cups), 50u);
    EXPECT_EQ(stations.waiting(), 0u);
}

TEST_F(OneStation, WhoStopsLosesMoreThanWhoWalksThanWhoGrabs) {
    const auto time_for = [&](double grab, double walk) {
        scenario_.stations[0].grab_share = grab;
        scenario_.stations[0].walk_share = walk;
        Stations stations(scenario_, road_, Guests::alike(1000));
        return pass(stations, RunnerId(1), 0.0);
    };
    const Passing grab = time_for(1.0, 0.0);
    const Passing walk = time_for(0.0, 1.0);
    const Passing stop = time_for(0.0, 0.0);
    EXPECT_LT(grab.left_at_s, walk.left_at_s);
    EXPECT_NEAR(walk.slowest_mps, scenario_.stations[0].walk_speed_mps, 0.01);
    EXPECT_EQ(stop.slowest_mps, 0.0);
    EXPECT_GT(stop.left_at_s, grab.left_at_s + 3.0);
}

TEST_F(OneStation, RunnersMoveOverToTheTables) {
    Stations stations(scenario_, road_, Guests::alike(1000));
    EXPECT_GT(pass(stations, RunnerId(1), 0.0).farthest_aside_m, 3.0);
}

TEST_F(OneStation, OnOneSideItIsApproachedFromThereAlone) {
    scenario_.stations[0].side = StationSide::right;
    Stations stations(scenario_, road_, Guests::alike(1000));
    EXPECT_LE(pass(stations, RunnerId(1), 0.0).farthest_aside_m, 1.0);
    EXPECT_EQ(total(stations.records().front().served), 1u);
}

TEST_F(OneStation, TakersComeAtTheShareOfTheScenario) {
    scenario_.stations[0].take_share = 0.6;
    scenario_.thirst.spacing_m = 440.0;  // where they decide: what the share is meant for
    scenario_.stations[0].extra_cups = 0.5;
    Stations stations(scenario_, road_, Guests::alike(1000));
    for (std::uint32_t k = 0; k < 1000; ++k) pass(stations, RunnerId(k), 200.0 * k);
    const StationRecord record = stations.records().front();
    EXPECT_NEAR(total(record.takers) / 1000.0, 0.6, 0.05);
    EXPECT_NEAR(total(record.cups) / static_cast<double>(total(record.served)), 1.5, 0.1);
}

TEST_F(OneStation, WhoLeavesTheRoadOnTheWayIsUnserved) {
    Stations stations(scenario_, road_, Guests::alike(1000));
    stations.steer({RunnerId(3), 460.0, 0.0F, 3.0F, 10.0}, events_);
    stations.serve(events_, 10.5);
    stations.forget(RunnerId(3), 11.0);
    EXPECT_EQ(total(stations.records().front().unserved), 1u);
}

TEST_F(OneStation, AfterTheLineAQueueFormsAndIsServed) {
    scenario_.stations[0].at_m = 1000.0;
    scenario_.stations[0].tables = 1;
    scenario_.stations[0].volunteers = 1;
    scenario_.stations[0].side = StationSide::left;
    Stations stations(scenario_, road_, Guests::alike(1000));
    for (std::uint32_t k = 0; k < 30; ++k) stations.welcome(RunnerId(k), 0.0);
    for (int k = 1; k <= 200; ++k) stations.serve({}, 0.5 * k);
    const StationRecord record = stations.records().front();
    EXPECT_TRUE(record.after_line);
    EXPECT_EQ(total(record.served), 30u);
    EXPECT_NEAR(record.wait_s.back(), 29 * 3.0, 1.0);  // one hand, a cup every 3 s
    EXPECT_EQ(record.peak_queue.front(), 29u);
}

}  // namespace
}  // namespace gineste
