// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <cmath>

#include "core/random.hpp"
#include "stations/table.hpp"
#include "support/figures.hpp"

namespace gineste {
namespace {

TEST(Table, ServesInTheOrderOfArrival) {
    Table table(1, 3.0);
    table.join({RunnerId(5), 1, 0.0});
    table.join({RunnerId(2), 1, 0.0});
    EXPECT_EQ(table.serve(0.0)->runner, RunnerId(5));
    EXPECT_EQ(table.serve(2.9), std::nullopt);
    EXPECT_EQ(table.serve(3.0)->runner, RunnerId(2));
    EXPECT_EQ(table.queue(), 0u);
}

TEST(Table, HandsOutItsRateWhateverTheStep) {
    for (const double step_s : {0.05, 0.5, 0.7}) {
        Table table(2, 3.0);  // two hands, 20 cups a minute each
        for (int k = 0; k < 1000; ++k) table.join({RunnerId(k), 1, 0.0});
        int served = 0;
        for (int k = 0; k * step_s < 600.0; ++k) {
            while (table.serve(k * step_s)) ++served;
        }
        EXPECT_NEAR(served, 400, 2) << step_s;
    }
}

TEST(Table, SeveralCupsKeepAHandLonger) {
    Table table(1, 3.0);
    table.join({RunnerId(0), 3, 0.0});
    table.join({RunnerId(1), 1, 0.0});
    table.serve(0.0);
    EXPECT_EQ(table.serve(8.5), std::nullopt);
    EXPECT_TRUE(table.serve(9.0).has_value());
}

TEST(Table, WhoGivesUpIsNoLongerInLine) {
    Table table(1, 3.0);
    table.join({RunnerId(4), 1, 0.0});
    table.join({RunnerId(6), 1, 0.0});
    EXPECT_TRUE(table.leave(RunnerId(4)));
    EXPECT_FALSE(table.leave(RunnerId(4)));
    EXPECT_EQ(table.serve(0.0)->runner, RunnerId(6));
}

// Poisson arrivals at rate ρc/S, looked at every S/100: mean wait over S.
double mean_wait(int hands, double load) {
    constexpr double service_s = 3.0;
    constexpr int customers = 400'000;
    const Random random(11);
    Table table(hands, service_s);
    double arrival_s = 0.0;
    double wait_s = 0.0;
    int served = 0;
    int come = 0;
    for (double now_s = 0.0; served < customers; now_s += 0.01 * service_s) {
        for (; come < customers && arrival_s <= now_s; ++come) {
            table.join({RunnerId(come), 1, arrival_s});
            arrival_s -= std::log(random.uniform(RunnerId(come), Purpose::thirst)) * service_s /
                         (load * hands);
        }
        while (const auto customer = table.serve(now_s)) {
            wait_s += now_s - customer->since_s;
            ++served;
        }
    }
    return wait_s / customers / service_s - 0.005;  // found half a look late in the mean
}

// Model notes, § 4.4: exactly ρ/(2(1 − ρ)) for one hand; for c about half of Erlang's wait, to
// which Cosmetatos 1975 (Operational Research Quarterly 26:615) adds
// (1 − ρ)(c − 1)(√(4 + 5c) − 2)/(16ρc) of it.
TEST(Table, WaitsAreThoseOfDeterministicService) {
    EXPECT_NEAR(mean_wait(1, 0.8), 0.8 / (2.0 * 0.2), 0.04);
    const struct {
        int hands;
        double load;
        double erlang;
    } cases[] = {{2, 0.8, 1.77778}, {3, 0.8, 1.07865}, {10, 0.9, 0.66873}};
    for (const auto& [hands, load, erlang] : cases) {
        const double correction = (1.0 - load) * (hands - 1) *
                                  (std::sqrt(4.0 + 5.0 * hands) - 2.0) / (16.0 * load * hands);
        const double expected = 0.5 * erlang * (1.0 + correction);
        const double measured = mean_wait(hands, load);
        test::tell("M/D/%d at %.1f: wait %.4f of a service (%.4f; half of Erlang %.4f)", hands,
                   load, measured, expected, 0.5 * erlang);
        EXPECT_NEAR(measured, expected, 0.04 * expected);
    }
}

}  // namespace
}  // namespace gineste
