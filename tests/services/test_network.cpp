// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "services/service_time.hpp"
#include "small_network.hpp"

namespace gineste {
namespace {

using namespace test;
using testing::ElementsAre;
using testing::FloatEq;

TEST(Counter, ServesInTheOrderOfArrivalAndCountsTheLine) {
    // One server of 10 s: three come at once, the last of them waits 20 s.
    const auto record = serve_finishers({entered(counter("c", 1, ServiceLaw::constant, 10.0))},
                                        finishers_at({5.0, 5.0, 5.0}), 1, 60.0);
    const ServiceRecord& service = record.services.front();
    EXPECT_THAT(service.wait_s, ElementsAre(FloatEq(0.0F), FloatEq(10.0F), FloatEq(20.0F)));
    EXPECT_THAT(record.away_s, ElementsAre(15.0, 25.0, 35.0));
    EXPECT_EQ(service.largest_queue, 2u);
    EXPECT_EQ(service.largest_queue_s, 5.0);
    EXPECT_EQ(service.last_served_s, 35.0);
    EXPECT_DOUBLE_EQ(total(service.busy_s), 30.0);
    EXPECT_DOUBLE_EQ(total(service.present_s), 10.0 + 20.0 + 30.0);
}

TEST(Counter, SplitsItsTimeAmongIntervals) {
    const auto record = serve_finishers({entered(counter("c", 1, ServiceLaw::constant, 100.0))},
                                        finishers_at({30.0}), 1, 60.0);
    EXPECT_THAT(record.services.front().busy_s, ElementsAre(30.0, 60.0, 10.0));
    EXPECT_THAT(record.services.front().arrivals, ElementsAre(1u, 0u, 0u));
    EXPECT_THAT(record.services.front().served, ElementsAre(0u, 0u, 1u));
}

// A service with room for one behind a server: who is served there stays at the server until the
// other has gone, and nobody else is served meanwhile.
TEST(LimitedRoom, BlocksTheServerBeforeIt) {
    auto desk = entered(counter("desk", 1, ServiceLaw::constant, 10.0));
    auto massage = counter("massage", 1, ServiceLaw::constant, 60.0);
    massage.places = 1;
    const auto record = serve_finishers({leading_to(desk, "massage", 1.0), massage},
                                        finishers_at({0.0, 0.0, 0.0}), 1, 60.0);
    // At the desk to 10, 20, 80; in massage 10–70, 70–130, 130–190.
    EXPECT_THAT(record.away_s, ElementsAre(70.0, 130.0, 190.0));
    EXPECT_DOUBLE_EQ(total(record.services[0].blocked_s), (70.0 - 20.0) + (130.0 - 80.0));
    EXPECT_DOUBLE_EQ(total(record.services[0].busy_s), 30.0);
    EXPECT_EQ(record.services[1].largest_queue, 0u);
}

TEST(LimitedRoom, HoldsFinishersBehindTheLineWhenTheChuteIsFull) {
    auto chute = entered(open_service("chute", ServiceLaw::constant, 30.0));
    chute.places = 2;
    const auto record =
        serve_finishers({chute}, finishers_at({0.0, 1.0, 2.0, 3.0, 100.0}), 1, 60.0);
    EXPECT_THAT(record.held.held_s, ElementsAre(FloatEq(28.0F), FloatEq(28.0F)));
    EXPECT_EQ(record.held.most, 2u);
    EXPECT_EQ(record.held.most_s, 3.0);
    EXPECT_EQ(record.held.first_s, 2.0);
    EXPECT_EQ(record.held.last_s, 31.0);
    EXPECT_EQ(record.held.remaining, 0u);
    EXPECT_THAT(record.away_s, ElementsAre(30.0, 31.0, 60.0, 61.0, 130.0));
}

TEST(LimitedRoom, PassesAFreePlaceOnThroughTheWholeChain) {
    auto chute = entered(open_service("chute", ServiceLaw::constant, 1.0));
    auto medals = counter("medals", 1, ServiceLaw::constant, 1.0);
    auto bags = counter("bags", 1, ServiceLaw::constant, 100.0);
    chute.places = medals.places = bags.places = 1;
    const auto record =
        serve_finishers({leading_to(chute, "medals", 1.0), leading_to(medals, "bags", 1.0), bags},
                        finishers_at({0.0, 0.0, 0.0, 0.0}), 1, 60.0);
    // 0 has bags at 2; 1 stands at medals, 2 in the chute and 3 at the line until 102.
    EXPECT_THAT(record.held.held_s, ElementsAre(FloatEq(1.0F), FloatEq(2.0F), FloatEq(102.0F)));
    EXPECT_THAT(record.away_s, ElementsAre(102.0, 202.0, 302.0, 402.0));
    for (const ServiceRecord& service : record.services) EXPECT_EQ(total(service.served), 4.0);
}

TEST(Entry, SendsTheOthersHomeFromTheLine) {
    std::vector<double> times_s;
    for (int i = 0; i < 20'000; ++i) times_s.push_back(i);
    const auto record =
        serve_finishers({entered(counter("massage", 1, ServiceLaw::constant, 0.5), 0.2)},
                        finishers_at(times_s), 1, 60.0);
    EXPECT_NEAR(total(record.services.front().arrivals) / 20'000.0, 0.2, 0.01);
    std::size_t home = 0;
    for (std::size_t i = 0; i < times_s.size(); ++i) home += record.away_s[i] == times_s[i];
    EXPECT_EQ(home + static_cast<std::size_t>(total(record.services.front().arrivals)), 20'000u);
}

TEST(Network, GivesUpADayAfterTheLastFinisherAndCountsWhoIsLeft) {
    const auto record = serve_finishers({entered(counter("c", 1, ServiceLaw::constant, 40'000.0))},
                                        finishers_at({0.0, 0.0, 0.0, 0.0}), 1, 3600.0);
    EXPECT_EQ(record.services.front().remaining, 2u);
    EXPECT_TRUE(std::isnan(record.away_s[3]));
}

// What a runner draws at one service is that runner's own: another service changes none of it.
TEST(Draws, OfOneServiceAreMovedByNoOther) {
    const auto finishers = poisson_finishers(2000, 0.5, 4);
    auto walk = entered(open_service("walk", ServiceLaw::lognormal, 60.0));
    const auto alone = serve_finishers({walk}, finishers, 9, 60.0);
    auto slow = counter("massage", 1, ServiceLaw::exponential, 300.0);
    const auto before = serve_finishers(
        {leading_to(leading_to(walk, "massage", 0.5), kAway, 0.5), slow}, finishers, 9, 60.0);
    EXPECT_EQ(alone.services[0].stayed_s, before.services[0].stayed_s);
    EXPECT_EQ(alone.services[0].present_s,
              std::vector<double>(before.services[0].present_s.begin(),
                                  before.services[0].present_s.begin() +
                                      static_cast<std::ptrdiff_t>(alone.intervals)));
}

TEST(Draws, ComeBackTheSameAndChangeWithTheSeed) {
    const auto finishers = poisson_finishers(500, 0.5, 4);
    const auto spec = entered(counter("c", 3, ServiceLaw::gamma, 5.0));
    EXPECT_EQ(serve_finishers({spec}, finishers, 9, 60.0).away_s,
              serve_finishers({spec}, finishers, 9, 60.0).away_s);
    EXPECT_NE(serve_finishers({spec}, finishers, 9, 60.0).away_s,
              serve_finishers({spec}, finishers, 10, 60.0).away_s);
}

TEST(ServiceTime, HasTheMeanAndTheSpreadOfItsLaw) {
    const struct {
        ServiceLaw law;
        double asked;
        double spread;
    } cases[] = {{ServiceLaw::constant, 0.5, 0.0},
                 {ServiceLaw::exponential, 0.5, 1.0},
                 {ServiceLaw::lognormal, 0.5, 0.5},
                 {ServiceLaw::gamma, 0.5, 0.5},
                 {ServiceLaw::gamma, 1.5, 1.5}};
    const Random random(3);
    for (const auto& each : cases) {
        ServiceSpec spec = counter("s", 1, each.law, 20.0);
        spec.spread = each.asked;
        const ServiceTime time(spec);
        double sum = 0.0;
        double squares = 0.0;
        constexpr int kDraws = 200'000;
        for (int i = 0; i < kDraws; ++i) {
            const double drawn_s = time.draw_s(random, RunnerId(i), service_draw(3, 0));
            EXPECT_GT(drawn_s, 0.0);
            sum += drawn_s;
            squares += drawn_s * drawn_s;
        }
        const double mean_s = sum / kDraws;
        const double sd_s = std::sqrt(std::max(0.0, squares / kDraws - mean_s * mean_s));
        EXPECT_NEAR(mean_s, 20.0, 0.3);
        EXPECT_NEAR(sd_s / mean_s, each.spread, 0.02);
        EXPECT_DOUBLE_EQ(time.spread(), each.spread);
    }
}

}  // namespace
}  // namespace gineste
