// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include <cmath>

#include "forecast/narrowings.hpp"
#include "support/plain_field.hpp"

namespace gineste {
namespace {

std::vector<double> places(const std::vector<std::pair<double, double>>& steps,
                           const std::function<double(double)>& free_mps) {
    StartSpec start;
    start.line_width_m = start.pen_width_m = steps.front().second;
    const Road road(test::stepped_course(4000.0, steps), start, GradeLaw::table, 0.0);
    std::vector<double> at_m;
    for (const Narrowing& found : find_narrowings(road, headway_law(MotionSpec{}), free_mps)) {
        at_m.push_back(found.at_m);
    }
    return at_m;
}
// The node of the road from which on it has the width of a step: it is linear between nodes.
double narrow_from_m(double step_m) { return Road::kSpacing * std::ceil(step_m / Road::kSpacing); }
double always_free(double /*chainage_m*/) { return 3.0; }

TEST(Narrowings, AreWhereTheRoadLosesWidth) {
    EXPECT_THAT(places({{0.0, 10.0}, {1020.0, 8.0}, {2010.0, 6.0}}, always_free),
                testing::ElementsAre(1020.0, narrow_from_m(2010.0)));
}

TEST(Narrowings, AreNotWhereItWidens) {
    EXPECT_THAT(places({{0.0, 6.0}, {1000.0, 9.0}}, always_free), testing::IsEmpty());
}

TEST(Narrowings, AfterAWideningAreNarrowAgain) {
    EXPECT_THAT(places({{0.0, 6.0}, {1000.0, 9.0}, {3000.0, 7.0}}, always_free),
                testing::ElementsAre(3000.0));
}

// On an even road a climb on which all slow down from 3 to 0.8 m/s. The law's capacity is flat from
// 1.8 m/s down: at 1.5 m/s it is still 99 % of the most, and at 0.8 m/s 81 %.
TEST(Narrowings, AreWhereAClimbCostsCapacity) {
    const auto slower = [](double at_m) { return at_m < 2000.0 ? 3.0 : 0.8; };
    const HeadwayLaw law = headway_law(MotionSpec{});
    ASSERT_LT(capacity_per_s_per_m(law, 0.8), 0.9 * capacity_per_s_per_m(law, 3.0));
    EXPECT_THAT(places({{0.0, 8.0}}, slower), testing::ElementsAre(2000.0));
}

// A queue that merges passes less than even flow; one that climbs on an even road does not merge.
TEST(Narrowings, PassTheDischargeShareWhereWidthIsLost) {
    const auto share = [](const std::vector<std::pair<double, double>>& steps, double slow_mps) {
        StartSpec start;
        start.line_width_m = start.pen_width_m = steps.front().second;
        const Road road(test::stepped_course(4000.0, steps), start, GradeLaw::table, 0.0);
        const auto found = find_narrowings(road, headway_law(MotionSpec{}), [&](double at_m) {
            return at_m < 2000.0 ? 3.0 : slow_mps;
        });
        return found.at(0).share;
    };
    EXPECT_EQ(share({{0.0, 10.0}, {2000.0, 8.0}}, 3.0), kDischargeShare);
    EXPECT_EQ(share({{0.0, 10.0}}, 0.8), 1.0);
}

TEST(Narrowings, AFunnelIsOneAtItsEnd) {
    std::vector<std::pair<double, double>> funnel{{0.0, 12.0}};
    for (int k = 1; k <= 24; ++k) funnel.emplace_back(1000.0 + 5.0 * k, 12.0 - 0.25 * k);
    EXPECT_THAT(places(funnel, always_free), testing::ElementsAre(1120.0));
}

}  // namespace
}  // namespace gineste
