// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "forecast/queue_space.hpp"
#include "support/plain_field.hpp"

namespace gineste {
namespace {

constexpr double kFree = 3.0;  // m/s
double never_blocked(double /*chainage_m*/) { return kFree; }

Road stepped_road(const std::vector<std::pair<double, double>>& steps) {
    StartSpec start;
    start.line_width_m = start.pen_width_m = steps.front().second;
    return Road(test::stepped_course(4000.0, steps), start, GradeLaw::table, 0.0);
}

// Rankine-Hugoniot: the end of a queue moves back at (come − go) / (ρ_queue − ρ_free) per width.
// 18 m before 6.5 m, twice as many come as go: after 2,000 s of it the end stands where that speed
// brought it, far enough for the 5 m over which the road narrows not to count.
TEST(QueueSpace, EndOfTheQueueMovesAsTheShockOfTheKinematicWave) {
    const HeadwayLaw law = headway_law(MotionSpec{});
    const double width_m = 18.0;
    const double go_per_s = 6.5 * capacity_per_s_per_m(law, kFree);
    const double come_per_s = 2.0 * go_per_s;
    const double after_s = 2000.0;
    const double queue_per_m2 = law.density_per_m2(law.queue_speed_mps(go_per_s / width_m));
    const double free_per_m2 = come_per_s / width_m / kFree;
    const double shock_mps = (come_per_s - go_per_s) / width_m / (queue_per_m2 - free_per_m2);

    // Whoever comes (freely) after t is held up by t·(come/go − 1) and met the end of the queue
    // back_m before, at t − back_m/free.
    const double delay_s = after_s * (come_per_s / go_per_s - 1.0);
    const QueueSpace queue(stepped_road({{0.0, width_m}, {3000.0, 6.5}}), law, 3000.0, go_per_s,
                           delay_s, never_blocked);
    const double back_m = queue.length_m(delay_s);
    const double met_s = after_s - back_m / kFree;
    EXPECT_NEAR(back_m, shock_mps * met_s, 0.01 * back_m);
    EXPECT_NEAR(queue.runners(back_m), queue_per_m2 * width_m * back_m, 0.01 * 18.0 * back_m);
    EXPECT_NEAR(queue.densest_per_m2(back_m), queue_per_m2, 1e-6);
}

TEST(QueueSpace, TakesLessRoadWhereTheRoadIsWider) {
    const HeadwayLaw law = headway_law(MotionSpec{});
    const double go_per_s = 4.0 * capacity_per_s_per_m(law, kFree);
    const Road narrow = stepped_road({{0.0, 6.0}, {3000.0, 4.0}});
    const Road wide = stepped_road({{0.0, 12.0}, {3000.0, 4.0}});
    const QueueSpace long_queue(narrow, law, 3000.0, go_per_s, 100.0, never_blocked);
    const QueueSpace short_queue(wide, law, 3000.0, go_per_s, 100.0, never_blocked);
    EXPECT_GT(long_queue.length_m(100.0), 2.0 * short_queue.length_m(100.0));
}

// Delay by length and length by delay are one curve, read both ways, across a change of width.
TEST(QueueSpace, LengthAndDelayAgree) {
    const HeadwayLaw law = headway_law(MotionSpec{});
    const double go_per_s = 4.0 * capacity_per_s_per_m(law, kFree);
    const Road road = stepped_road({{0.0, 15.0}, {2900.0, 6.0}, {3000.0, 4.0}});
    const QueueSpace queue(road, law, 3000.0, go_per_s, 200.0, never_blocked);
    for (const double delay_s : {1.0, 10.0, 40.0, 150.0}) {
        EXPECT_NEAR(queue.delay_s(queue.length_m(delay_s)), delay_s, 1e-6);
    }
}

TEST(QueueSpace, EndsAtTheStartLine) {
    const HeadwayLaw law = headway_law(MotionSpec{});
    const Road road = stepped_road({{0.0, 8.0}, {200.0, 4.0}});
    const QueueSpace queue(road, law, 200.0, 4.0 * capacity_per_s_per_m(law, kFree), 1e5,
                           never_blocked);
    EXPECT_EQ(queue.length_m(1e5), 200.0);
}

}  // namespace
}  // namespace gineste
