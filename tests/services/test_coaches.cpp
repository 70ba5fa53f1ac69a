// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "small_network.hpp"
#include "support/figures.hpp"

namespace gineste {
namespace {

using namespace test;

ServiceSpec coaches(int seats, double interval_s, double loading_s) {
    ServiceSpec spec;
    spec.name = "coaches";
    spec.kind = ServiceKind::coaches;
    spec.entering_share = 1.0;
    spec.seats = seats;
    spec.interval_s = interval_s;
    spec.loading_s = loading_s;
    spec.first_s = interval_s;
    return spec;
}

// N who stand there at once: the k-th coach takes seats (k−1)·B to k·B, and goes at k·T.
TEST(Coaches, ClearACrowdInAsManyDeparturesAsItFills) {
    constexpr int kRunners = 1030;
    const auto finishers = finishers_at(std::vector<double>(kRunners, 0.0));
    const auto record = serve_finishers({coaches(50, 300.0, 0.0)}, finishers, 1, 60.0);
    const auto& gone = record.services.front().departures;
    ASSERT_EQ(gone.size(), 21u);  // ⌈1030/50⌉
    EXPECT_EQ(gone.back().seats_used, 30);
    EXPECT_EQ(gone.back().time_s, 21 * 300.0);
    double mean_s = 0.0;  // 50 each wait T, 2T, … 20T, and 30 wait 21T
    for (int k = 1; k <= 20; ++k) mean_s += 50.0 * 300.0 * k / kRunners;
    mean_s += 30.0 * 300.0 * 21 / kRunners;
    EXPECT_NEAR(mean_wait_s(record.services.front()) / mean_s, 1.0, 1e-6);
}

// With seats for all, Poisson arrivals wait half an interval.
TEST(Coaches, WithSeatsForAllKeepRunnersWaitingHalfAnInterval) {
    const auto finishers = poisson_finishers(200'000, 0.1, 2);  // 30 in an interval
    const auto record = serve_finishers({coaches(1000, 300.0, 0.0)}, finishers, 1, 60.0);
    const double wait_s = mean_wait_s(record.services.front());
    tell("coaches with seats for all: mean wait %.2f s, law 150", wait_s);
    EXPECT_NEAR(wait_s / 150.0, 1.0, 0.01);
}

// Bailey 1954: those left behind by coach n are (left + arrivals − B)⁺, a Markov chain whose
// stationary law is found here by iteration. In line, averaged over time: left + λT/2.
double baileys_line(double mean_arrivals, int seats) {
    constexpr std::size_t kStates = 600;
    std::vector<double> arrivals{std::exp(-mean_arrivals)};
    while (arrivals.size() < 200) {
        arrivals.push_back(arrivals.back() * mean_arrivals / static_cast<double>(arrivals.size()));
    }
    std::vector<double> left(kStates, 0.0);
    left[0] = 1.0;
    for (int step = 0; step < 3000; ++step) {
        std::vector<double> next(kStates, 0.0);
        for (std::size_t n = 0; n < kStates; ++n) {
            if (left[n] < 1e-18) continue;
            for (std::size_t a = 0; a < arrivals.size(); ++a) {
                const std::size_t there = n + a;
                const auto taken = std::min<std::size_t>(there, static_cast<std::size_t>(seats));
                next[std::min(kStates - 1, there - taken)] += left[n] * arrivals[a];
            }
        }
        left = next;
    }
    double mean_left = 0.0;
    for (std::size_t n = 0; n < kStates; ++n) mean_left += static_cast<double>(n) * left[n];
    return mean_left + 0.5 * mean_arrivals;
}

TEST(Coaches, OfLimitedSeatsHaveBaileysLine) {
    constexpr double kPerS = 0.15;  // 45 in an interval of 300 s, for 50 seats
    const double law = baileys_line(45.0, 50);
    const auto finishers = poisson_finishers(4'000'000, kPerS, 7);
    const auto record = serve_finishers({coaches(50, 300.0, 0.0)}, finishers, 1, 3600.0);
    const double line = total(record.services.front().present_s) / finishers.back().time_s;
    tell("coaches of 50, 45 come in an interval: %.3f in line, Bailey %.3f (%+.2f %%)", line, law,
         100.0 * (line / law - 1.0));
    EXPECT_NEAR(line / law, 1.0, 0.01);
}

// Seats are given one by one while the doors are open: 10 in 100 s, so the sixth boards 50 s
// after the first.
TEST(Coaches, LoadSeatBySeatBeforeTheyGo) {
    auto spec = coaches(10, 200.0, 100.0);
    const auto record =
        serve_finishers({spec}, finishers_at(std::vector<double>(12, 0.0)), 1, 60.0);
    const ServiceRecord& stand = record.services.front();
    ASSERT_EQ(stand.departures.size(), 2u);
    EXPECT_EQ(stand.departures[0].time_s, 200.0);
    EXPECT_EQ(stand.departures[0].seats_used, 10);
    EXPECT_EQ(stand.departures[1].seats_used, 2);
    EXPECT_FLOAT_EQ(stand.wait_s[0], 100.0F);
    EXPECT_FLOAT_EQ(stand.wait_s[5], 150.0F);
    EXPECT_FLOAT_EQ(stand.wait_s[10], 300.0F);  // the next coach opens at 300
}

TEST(Coaches, WithoutATimetableComeWhenTheFirstRunnerHasCome) {
    auto spec = coaches(10, 60.0, 100.0);
    spec.first_s.reset();
    spec.servers = 2;
    const auto record = serve_finishers({spec}, finishers_at({1000.0}), 1, 60.0);
    ASSERT_EQ(record.services.front().departures.size(), 1u);
    EXPECT_EQ(record.services.front().departures[0].time_s, 1100.0);
    EXPECT_EQ(record.away_s[0], 1000.0);  // took a seat as soon as the doors opened
}

TEST(Coaches, CarryEverybodyWhoComesAndNobodyTwice) {
    const auto finishers = poisson_finishers(20'000, 1.0, 5);
    auto spec = coaches(50, 40.0, 300.0);
    spec.servers = 8;
    const auto record = serve_finishers({spec}, finishers, 1, 60.0);
    int seats_used = 0;
    for (const CoachDeparture& coach : record.services.front().departures) {
        EXPECT_LE(coach.seats_used, 50);
        seats_used += coach.seats_used;
    }
    EXPECT_EQ(seats_used, 20'000);
    EXPECT_EQ(total(record.services.front().served), 20'000.0);
}

}  // namespace
}  // namespace gineste
