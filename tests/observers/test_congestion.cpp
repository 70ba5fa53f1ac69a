// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "observers/congestion.hpp"

namespace gineste {
namespace {

// Edie 1963: density is time spent over area of space and time, speed is distance over time.
TEST(Congestion, OneRunnerAtAnEvenPaceIsTimeAndDistance) {
    CongestionObserver observer(1000.0, 100.0, 60.0, 0.5, 1);
    for (int k = 0; k < 400; ++k) {  // 200 s at 3 m/s
        observer.see(0, {1.5 * k, 1.5, 1.5, 0});
        observer.end_step(0.5 * (k + 1));
    }
    const CongestionRecord record = observer.record();
    EXPECT_EQ(record.segments, 10u);
    EXPECT_EQ(record.intervals, 4u);
    double spent_s = 0.0;
    double covered_m = 0.0;
    for (std::size_t cell = 0; cell < record.runner_s.size(); ++cell) {
        spent_s += record.runner_s[cell];
        covered_m += record.distance_m[cell];
    }
    EXPECT_DOUBLE_EQ(spent_s, 200.0);
    EXPECT_NEAR(covered_m, 600.0, 1e-6);
    EXPECT_NEAR(record.runner_s[0], 100.0 / 3.0, 0.5);  // first segment, first minute
}

TEST(Congestion, IsTheSameWhicheverThreadSaw) {
    const auto recorded = [](int threads) {
        CongestionObserver observer(1000.0, 100.0, 60.0, 0.5, threads);
        for (int k = 0; k < 300; ++k) {
            observer.see(k % threads, {0.7 * k, 0.1 * (k % 7), 0.3, static_cast<std::uint16_t>(k)});
            if (k % 50 == 0) {
                observer.see_leave(k % threads, 100.0, CongestionObserver::Leaving::delayed);
            }
        }
        observer.end_step(60.0);
        return observer.record();
    };
    const CongestionRecord one = recorded(1);
    const CongestionRecord three = recorded(3);
    EXPECT_EQ(one.runner_s, three.runner_s);
    EXPECT_EQ(one.distance_m, three.distance_m);
    EXPECT_EQ(one.free_distance_m, three.free_distance_m);
    EXPECT_EQ(one.wave_mask, three.wave_mask);
    EXPECT_EQ(one.delayed, three.delayed);
}

TEST(Congestion, DoesNotSeeThePensOrTheRunOut) {
    CongestionObserver observer(1000.0, 100.0, 60.0, 0.5, 1);
    observer.see(0, {-3.0, 1.0, 1.0, 0});
    observer.see(0, {1003.0, 1.0, 1.0, 0});
    for (const double spent_s : observer.record().runner_s) EXPECT_EQ(spent_s, 0.0);
}

}  // namespace
}  // namespace gineste
