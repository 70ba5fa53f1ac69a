// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include "observers/trajectories.hpp"

namespace gineste {
namespace {

const Course kCourse = straight_course(1000.0, 0.0, 8.0);

// Frames at the steps of half a second of which one is due.
std::vector<double> frames(const TrajectoryWindow& window) {
    const Road road(kCourse, StartSpec{}, GradeLaw::table, 0.0);
    TrajectoryObserver observer(window);
    std::vector<double> times;
    for (int step = 0; step <= 20; ++step) {
        const double time_s = 0.5 * step;
        if (!observer.due(time_s)) continue;
        observer.begin_frame(time_s, road);
        times.push_back(time_s);
    }
    return times;
}

TEST(Trajectories, HaveAFrameAtBothEndsOfTheTimeAndEvenlyBetween) {
    EXPECT_THAT(frames({0.0, 1.0, 2.0, 4.0, 0.5}), testing::ElementsAre(2.0, 2.5, 3.0, 3.5, 4.0));
    EXPECT_THAT(frames({0.0, 1.0, 2.0, 4.0, 1.0}), testing::ElementsAre(2.0, 3.0, 4.0));
    EXPECT_THAT(frames({0.0, 1.0, 1.8, 3.4, 1.0}), testing::ElementsAre(2.0, 3.0));
    EXPECT_THAT(frames({0.0, 1.0, 2.0, 4.0, 0.0}), testing::IsEmpty());
}

TEST(Trajectories, HoldTheWidestThatTheRoadWasOpen) {
    Road road(kCourse, StartSpec{}, GradeLaw::table, 0.0);
    TrajectoryObserver observer({500.0, 600.0, 0.0, 10.0, 0.5});
    const Closure left_kept{400.0, 700.0, 3.0, KeptSide::left, 1.0, 10.0};
    road.narrow(std::vector<Closure>{left_kept});
    observer.begin_frame(0.0, road);
    for (const EdgeRecord& edge : observer.record().edges) {
        EXPECT_NEAR(edge.left_m, 4.0, 1e-6) << edge.at_m;
        EXPECT_NEAR(edge.right_m, 1.0, 1e-6) << edge.at_m;
    }
    road.narrow({});
    observer.begin_frame(0.5, road);
    const TrajectoryRecord record = observer.record();
    EXPECT_NEAR(record.edges.front().right_m, -4.0, 1e-6);
    EXPECT_EQ(record.edges.front().at_m, 500.0);
    EXPECT_EQ(record.edges.back().at_m, 600.0);
    EXPECT_THAT(record.begin, testing::ElementsAre(0, 0, 0));
}

}  // namespace
}  // namespace gineste
