// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

#include "forecast/forecast.hpp"
#include "forecast/narrowings.hpp"
#include "motion/capacity.hpp"
#include "support/plain_field.hpp"

namespace gineste {
namespace {

constexpr std::size_t kRunners = 9000;
constexpr double kSpeed = 3.0;  // m/s, of all

double per_s(double width_m) {
    return width_m * capacity_per_s_per_m(headway_law(MotionSpec{}), kSpeed);
}
// Of a queue that merges into that width.
double merging_per_s(double width_m) { return kDischargeShare * per_s(width_m); }

Field equal_runners(double length_m) {
    return test::plain_field(std::vector<double>(kRunners, kSpeed), length_m);
}

Forecast at_a_narrowing(const std::vector<double>& marks_m) {
    const Course course = test::stepped_course(3000.0, {{0.0, 18.0}, {2000.0, 6.5}});
    return forecast_race(test::plain_start(18.0), course, equal_runners(3000.0), marks_m);
}

TEST(Forecast, WithoutNarrowingsIsTheReleasePlusEverybodysOwnTime) {
    const Course course = straight_course(5000.0, 0.0, 20.0);
    Field field = equal_runners(5000.0);
    for (std::size_t i = 0; i < kRunners; ++i) {
        field.flat_speed_mps[i] = 2.0F + 0.0005F * static_cast<float>(i);
    }
    const Forecast forecast = forecast_race(test::plain_start(20.0), course, field, {2500.0});
    EXPECT_TRUE(forecast.narrowings.empty());
    for (std::size_t i = 0; i < kRunners; ++i) {
        EXPECT_NEAR(forecast.finish_s[i] - forecast.start_s[i],
                    5000.0 / static_cast<double>(field.flat_speed_mps[i]), 0.01);
    }
}

// All run 3 m/s: the line lets 18 m pass, the narrowing 6.5 m, of the same flow per metre c and
// a merging queue's share d. The n-th comes n/18c after the first and goes n/6.5cd after: a
// triangle.
TEST(Forecast, DelayAtANarrowingIsTheTriangleWorkedOutByHand) {
    const Forecast forecast = at_a_narrowing({});
    ASSERT_EQ(forecast.narrowings.size(), 1U);
    const NarrowingForecast& at = forecast.narrowings[0];
    const double n = kRunners;
    EXPECT_EQ(at.at_m, 2000.0);
    EXPECT_NEAR(at.capacity_per_min, 60.0 * merging_per_s(6.5), 0.1);
    EXPECT_NEAR(at.total_delay_s,
                0.5 * n * (n - 1) * (1.0 / merging_per_s(6.5) - 1.0 / per_s(18.0)),
                1e-4 * at.total_delay_s);
    EXPECT_NEAR(at.longest_delay_s, (n - 1) * (1.0 / merging_per_s(6.5) - 1.0 / per_s(18.0)), 0.05);
    EXPECT_NEAR(static_cast<double>(at.demand_peak_per_min), 60.0 * per_s(18.0), 2.0);
    EXPECT_NEAR(forecast.total_delay_s, at.total_delay_s, 1e-6);
}

TEST(Forecast, NobodyIsLostAndNobodyGains) {
    const Course course = test::stepped_course(3000.0, {{0.0, 18.0}, {2000.0, 6.5}});
    Field field = equal_runners(3000.0);
    field.present[7] = 0;
    field.withdraws_at_m[9] = 500.0;
    field.withdraws_at_m[10] = 2500.0;
    const Forecast forecast =
        forecast_race(test::plain_start(18.0), course, field, {400.0, 1000.0, 2700.0});
    EXPECT_EQ(forecast.present, kRunners - 1);
    EXPECT_EQ(forecast.marks[0].passed, kRunners - 1);
    EXPECT_EQ(forecast.marks[1].passed, kRunners - 2);
    EXPECT_EQ(forecast.marks[2].passed, kRunners - 3);
    EXPECT_EQ(forecast.finished, kRunners - 3);
    for (const MarkForecast& mark : forecast.marks) {
        EXPECT_EQ(std::accumulate(mark.per_minute.begin(), mark.per_minute.end(), std::size_t{0}),
                  mark.passed);
    }
    EXPECT_TRUE(std::isnan(forecast.start_s[7]));
    EXPECT_TRUE(std::isnan(forecast.finish_s[9]));
    for (std::size_t i = 0; i < kRunners; ++i) {
        if (std::isnan(forecast.finish_s[i])) continue;
        EXPECT_NEAR(forecast.finish_s[i] - forecast.start_s[i] - forecast.lost_s[i],
                    3000.0 / kSpeed, 0.01);
    }
}

// Within the queue as many pass a mark as pass the narrowing, as dense and slow as its speed says;
// before its end as many as come.
TEST(Forecast, MarksWithinAQueueSeeTheQueue) {
    const Forecast forecast = at_a_narrowing({500.0, 1950.0, 2100.0});
    const NarrowingForecast& at = forecast.narrowings[0];
    ASSERT_GT(at.queue_length_m, 100.0);
    ASSERT_LT(at.queue_length_m, 1400.0);
    const auto flow = [&](std::size_t k) {
        return static_cast<double>(forecast.marks[k].peak_per_min);
    };
    EXPECT_NEAR(flow(0), 60.0 * per_s(18.0), 2.0);
    EXPECT_NEAR(flow(2), 60.0 * merging_per_s(6.5), 2.0);
    // The first come before the queue has grown over the mark, the peak minute is theirs.
    const std::vector<std::size_t>& counts = forecast.marks[1].per_minute;
    EXPECT_NEAR(static_cast<double>(counts[counts.size() - 2]), 60.0 * merging_per_s(6.5), 2.0);
    EXPECT_NEAR(forecast.marks[1].peak_density_per_m2, at.queue_density_per_m2,
                0.03 * at.queue_density_per_m2);
    EXPECT_LT(forecast.marks[0].peak_density_per_m2, at.queue_density_per_m2);
}

// Half the people on half the road: the same queue.
TEST(Forecast, DoublingWidthAndFieldKeepsDelayAndDensity) {
    const auto narrowing = [](double scale) {
        const Course course =
            test::stepped_course(3000.0, {{0.0, 9.0 * scale}, {2000.0, 4.0 * scale}});
        const auto runners = static_cast<std::size_t>(1500.0 * scale);
        const Field field = test::plain_field(std::vector<double>(runners, kSpeed), 3000.0);
        return forecast_race(test::plain_start(9.0 * scale), course, field, {}).narrowings[0];
    };
    const NarrowingForecast one = narrowing(1.0);
    const NarrowingForecast two = narrowing(2.0);
    EXPECT_NEAR(one.longest_delay_s, two.longest_delay_s, 0.2);
    EXPECT_NEAR(one.queue_density_per_m2, two.queue_density_per_m2, 1e-3);
    EXPECT_NEAR(one.queue_length_m, two.queue_length_m, 1.0);
}

TEST(Forecast, ANarrowingAtTheFinishIsOne) {
    const Course course = test::stepped_course(2000.0, {{0.0, 18.0}, {2000.0, 6.0}});
    const Forecast forecast =
        forecast_race(test::plain_start(18.0), course, equal_runners(2000.0), {});
    ASSERT_EQ(forecast.narrowings.size(), 1U);
    EXPECT_NEAR(forecast.finish_s.back() - forecast.finish_s.front(),
                static_cast<double>(kRunners - 1) / merging_per_s(6.0), 0.05);
}

TEST(Forecast, OfACourseShorterThanItsOwnTableHolds) {
    const Course course = straight_course(30.0, 0.0, 18.0);
    const Forecast forecast =
        forecast_race(test::plain_start(18.0), course, equal_runners(30.0), {});
    EXPECT_NEAR(forecast.finish_s[5] - forecast.start_s[5], 10.0, 1e-3);
}

// What comes out of one narrowing meets the next: 6 m after 8 m takes the whole delay of both
// together, since the last goes when 6 m have let all pass.
TEST(Forecast, SecondNarrowingTakesOnWhatTheFirstLetsThrough) {
    const Course both = test::stepped_course(3000.0, {{0.0, 18.0}, {1000.0, 8.0}, {2000.0, 6.0}});
    const Course last = test::stepped_course(3000.0, {{0.0, 18.0}, {2000.0, 6.0}});
    const Field field = equal_runners(3000.0);
    const Forecast two = forecast_race(test::plain_start(18.0), both, field, {});
    const Forecast one = forecast_race(test::plain_start(18.0), last, field, {});
    ASSERT_EQ(two.narrowings.size(), 2U);
    EXPECT_NEAR(two.total_delay_s, one.total_delay_s, 1e-6 * one.total_delay_s);
    EXPECT_NEAR(static_cast<double>(two.narrowings[1].demand_peak_per_min),
                60.0 * merging_per_s(8.0), 2.0);
}

TEST(Forecast, OfNobodyIsEmpty) {
    const Course course = straight_course(1000.0, 0.0, 6.0);
    const Forecast forecast =
        forecast_race(test::plain_start(12.0), course, test::plain_field({}, 1000.0), {500.0});
    EXPECT_EQ(forecast.finished, 0U);
    EXPECT_EQ(forecast.marks.size(), 2U);
    EXPECT_TRUE(std::isnan(forecast.marks[0].first_s));
    EXPECT_TRUE(std::isnan(forecast.last_over_line_s));
}

}  // namespace
}  // namespace gineste
