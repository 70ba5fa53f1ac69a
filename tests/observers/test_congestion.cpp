// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <vector>

#include "observers/congestion.hpp"

namespace gineste {
namespace {

/// Runners who each take the same stride at every step, foremost first.
class Walkers {
  public:
    Walkers(std::vector<double> from_m, double stride_m) : stride_(place_of(stride_m)) {
        for (const double at_m : from_m) {
            from_.push_back(place_of(at_m));
            to_.push_back(place_of(at_m) + stride_);
            wanted_mps_.push_back(2.0F * static_cast<float>(stride_m));
            next_event_.push_back(kBeyond);
            lost_s_.push_back(0.0F);
        }
    }
    const BlockStrides& step(const Segments& segments, InstructionSet most = InstructionSet::v2) {
        observe_strides(most, segments, 0.5, {from_, to_, wanted_mps_, next_event_, lost_s_}, 0,
                        from_.size(), seen_);
        for (std::size_t slot = 0; slot < from_.size(); ++slot) {
            from_[slot] = to_[slot];
            to_[slot] += stride_;
        }
        return seen_;
    }
    Row<Place>& next_event() { return next_event_; }
    Row<float>& wanted_mps() { return wanted_mps_; }
    const Row<float>& lost_s() const { return lost_s_; }

  private:
    Place stride_ = 0;
    Row<Place> from_{kBeyond, -kBeyond};
    Row<Place> to_;
    Row<float> wanted_mps_;
    Row<Place> next_event_;
    Row<float> lost_s_;
    BlockStrides seen_;
};

std::vector<double> line_of(std::size_t runners, double foremost_m, double apart_m) {
    std::vector<double> at_m;
    for (std::size_t k = 0; k < runners; ++k) {
        at_m.push_back(foremost_m - apart_m * static_cast<double>(k));
    }
    return at_m;
}

// Edie 1963: density is time spent over area of space and time, speed is distance over time.
TEST(Congestion, OneRunnerAtAnEvenPaceIsTimeAndDistance) {
    CongestionObserver observer(1000.0, 100.0, 60.0, 0.5, 1);
    Walkers one({0.0}, 1.5);
    for (int k = 0; k < 400; ++k) {  // 200 s at 3 m/s
        observer.see(0, one.step(observer.segments()).segments);
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

TEST(Congestion, CountsARunnerInTheSegmentWhereTheStepBegins) {
    const Segments segments(1000.0, 100.0);
    Walkers line(line_of(40, 219.0, 1.0), 1.0);  // 219 ... 180: over a boundary within a register
    for (const InstructionSet most : {InstructionSet::v2, InstructionSet::v3, InstructionSet::v4}) {
        Walkers again = line;
        const BlockStrides& seen = again.step(segments, most);
        ASSERT_EQ(seen.segments.size(), 2u);
        EXPECT_EQ(seen.segments[0].segment, 2u);
        EXPECT_EQ(seen.segments[0].runners, 20);
        EXPECT_EQ(seen.segments[1].segment, 1u);
        EXPECT_EQ(seen.segments[1].runners, 20);
        EXPECT_EQ(seen.segments[1].distance, 20 * place_of(1.0));
    }
}

TEST(Congestion, DoesNotSeeThePensOrTheRunOut) {
    const Segments segments(1000.0, 100.0);
    EXPECT_TRUE(Walkers({1003.0, -3.0}, 1.0).step(segments).segments.empty());
}

TEST(Congestion, CountsTheWorkOfAllThreads) {
    const auto recorded = [](int threads) {
        CongestionObserver observer(1000.0, 100.0, 60.0, 0.5, threads);
        for (int k = 0; k < 300; ++k) {
            Walkers one({0.7 * k}, 0.1 * (k % 7));
            observer.see(k % threads, one.step(observer.segments()).segments);
            observer.see_wave(k % threads, 3, static_cast<std::uint16_t>(k % 5));
            if (k % 50 == 0) {
                observer.see_leave(k % threads, 0, CongestionObserver::Leaving::delayed);
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

TEST(Strides, TellWhoReachesAnEvent) {
    Walkers line(line_of(20, 119.0, 1.0), 1.0);
    line.next_event()[3] = place_of(116.5);   // at 116, going to 117
    line.next_event()[17] = place_of(103.5);  // at 102, going to 103
    const BlockStrides& seen = line.step(Segments(1000.0, 100.0));
    EXPECT_EQ(seen.eventful, (std::vector<std::size_t>{3}));
}

TEST(Strides, TimeIsLostBySlowerStepsThanWanted) {
    Walkers line(line_of(2, 500.0, 10.0), 1.0);
    line.wanted_mps()[1] = 4.0F;  // covers half of what is wanted
    line.step(Segments(1000.0, 100.0));
    EXPECT_EQ(line.lost_s()[0], 0.0F);
    EXPECT_NEAR(line.lost_s()[1], 0.25F, 1e-4F);
}

}  // namespace
}  // namespace gineste
