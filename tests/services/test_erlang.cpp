// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>

#include "services/erlang.hpp"
#include "small_network.hpp"

namespace gineste {
namespace {

using namespace test;

// Model notes, § 4.4.
TEST(Erlang, GivesThePublishedProbabilitiesOfWaiting) {
    EXPECT_NEAR(erlang_c(2, 1.6), 0.71111, 1e-5);
    EXPECT_NEAR(erlang_c(5, 4.0), 0.55411, 1e-5);
    EXPECT_NEAR(erlang_c(10, 8.0), 0.40918, 1e-5);
    EXPECT_NEAR(erlang_c(20, 18.0), 0.55077, 1e-5);
    EXPECT_NEAR(erlang_c(40, 36.0) / 4.0, 0.10289, 1e-5);
}

TEST(Erlang, NeedsNoServerWhereNobodyComesAndMoreThanTheLoadElsewhere) {
    EXPECT_EQ(servers_needed({0.0, 10.0, 1.0, 60.0, 0.9}), 0);
    for (const double load : {0.3, 1.0, 7.5, 40.0, 900.0}) {
        EXPECT_GT(servers_needed({load / 10.0, 10.0, 1.0, 60.0, 0.9}), load);
    }
}

// The least number reaches the level in a simulated service, and one fewer does not.
TEST(Erlang, NeedsAsManyServersAsTheServiceLevelTakes) {
    const Demand demand{0.45, 20.0, 1.0, 10.0, 0.9};
    const int needed = servers_needed(demand);
    const auto in_time = [&](int servers) {
        const auto record = serve_finishers(
            {entered(counter("c", servers, ServiceLaw::exponential, demand.mean_s))},
            poisson_finishers(400'000, demand.arrivals_per_s, 3), 3, 60.0);
        const auto& wait_s = record.services.front().wait_s;
        const auto good = std::count_if(wait_s.begin(), wait_s.end(), [&](float wait) {
            return wait <= static_cast<float>(demand.longest_wait_s);
        });
        return static_cast<double>(good) / static_cast<double>(wait_s.size());
    };
    EXPECT_NEAR(in_time(needed), share_in_time(demand, needed), 0.01);
    EXPECT_GE(in_time(needed), 0.9);
    EXPECT_LT(in_time(needed - 1), 0.9);
}

}  // namespace
}  // namespace gineste
