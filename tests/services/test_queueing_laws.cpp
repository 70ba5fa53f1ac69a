// SPDX-License-Identifier: Apache-2.0
// One service against the exact laws of queues, and a network against Jackson's theorem. The mean
// wait of a million customers itself scatters by 1 % (one server at 0.8) to 4 % (forty at 0.9), so
// where 2 % is asked the mean of several such samples is taken.
#include <gtest/gtest.h>

#include "services/erlang.hpp"
#include "small_network.hpp"
#include "support/figures.hpp"

namespace gineste {
namespace {

using namespace test;

constexpr std::size_t kMillion = 1'000'000;

// Mean wait over mean service time of `samples` samples of a million Poisson customers each.
double measured_wait(const ServiceSpec& spec, double rho, std::uint64_t samples) {
    const double per_s = rho * spec.servers / spec.mean_s;
    double sum = 0.0;
    for (std::uint64_t seed = 1; seed <= samples; ++seed) {
        const auto record =
            serve_finishers({entered(spec)}, poisson_finishers(kMillion, per_s, seed), seed, 60.0);
        sum += mean_wait_s(record.services.front()) / spec.mean_s;
    }
    return sum / static_cast<double>(samples);
}

struct ErlangCase {
    int servers = 1;
    double rho = 0.0;
    double wait = 0.0;  ///< Wq/E[S], model notes § 4.4
    std::uint64_t samples = 1;
};

class ErlangC : public testing::TestWithParam<ErlangCase> {};

TEST_P(ErlangC, GivesTheMeanWaitWithinTwoPerCent) {
    const ErlangCase& known = GetParam();
    const double wait = measured_wait(counter("c", known.servers, ServiceLaw::exponential, 10.0),
                                      known.rho, known.samples);
    tell("M/M/%d at %.1f, %zu x 10^6 customers: Wq/E[S] %.5f, law %.5f (%+.2f %%)", known.servers,
         known.rho, static_cast<std::size_t>(known.samples), wait, known.wait,
         100.0 * (wait / known.wait - 1.0));
    EXPECT_NEAR(wait / known.wait, 1.0, 0.02);
}

INSTANTIATE_TEST_SUITE_P(Waits, ErlangC,
                         testing::Values(ErlangCase{1, 0.8, 4.0, 4},        //
                                         ErlangCase{2, 0.8, 1.77778, 4},    //
                                         ErlangCase{5, 0.8, 0.55411, 4},    //
                                         ErlangCase{10, 0.8, 0.20459, 4},   //
                                         ErlangCase{10, 0.9, 0.66873, 12},  //
                                         ErlangCase{40, 0.9, 0.10289, 12}),
                         [](const auto& instance) {
                             return std::to_string(instance.param.servers) + "At" +
                                    std::to_string(static_cast<int>(10 * instance.param.rho));
                         });

TEST(ConstantService, OfOneServerHalvesTheWait) {
    const double wait = measured_wait(counter("d", 1, ServiceLaw::constant, 10.0), 0.8, 4);
    tell("M/D/1 at 0.8: Wq/E[S] %.4f, law %.4f", wait, 0.8 / (2.0 * 0.2));
    EXPECT_NEAR(wait / 2.0, 1.0, 0.02);
}

// Pollaczek-Khinchine is exact for one server; Allen-Cunneen is an approximation for more.
TEST(GeneralService, KeepsToPollaczekKhinchineAndAllenCunneen) {
    struct {
        ServiceLaw law;
        double spread;
        int servers;
        double tolerance;
    } const cases[] = {
        {ServiceLaw::gamma, 0.5, 1, 0.02},     {ServiceLaw::lognormal, 0.5, 1, 0.02},
        {ServiceLaw::gamma, 0.5, 5, 0.10},     {ServiceLaw::lognormal, 0.5, 10, 0.10},
        {ServiceLaw::lognormal, 1.2, 5, 0.10}, {ServiceLaw::constant, 0.0, 5, 0.10}};
    for (const auto& each : cases) {
        ServiceSpec spec = counter("g", each.servers, each.law, 10.0);
        spec.spread = each.spread;
        const double load = 0.8 * each.servers;
        const double law =
            erlang_c(each.servers, load) / (each.servers - load) * allen_cunneen(each.spread);
        const double wait = measured_wait(spec, 0.8, 4);
        tell("M/G/%d at 0.8, spread %.1f: Wq/E[S] %.4f, law %.4f (%+.1f %%)", each.servers,
             each.spread, wait, law, 100.0 * (wait / law - 1.0));
        EXPECT_NEAR(wait / law, 1.0, each.tolerance);
    }
}

// 400 a minute, 0.9 of them take something, 40 % of these walk for 12 s: 28.8 present.
TEST(OpenService, HoldsAPoissonNumberWhateverTheLawOfItsTime) {
    const double per_s = 400.0 / 60.0 * 0.9 * 0.4;
    for (const ServiceLaw law : {ServiceLaw::constant, ServiceLaw::lognormal}) {
        const auto finishers = poisson_finishers(kMillion, per_s, 5);
        const auto record = serve_finishers({entered(open_service("walk", law, 12.0))}, finishers,
                                            5, 1.0);  // by the second
        const auto& present_s = record.services.front().present_s;
        const std::vector<double> steady(present_s.begin() + 120, present_s.end() - 120);
        const double number = mean(steady);
        const double sd = standard_deviation(steady);
        // A mean over T = 1 s varies a little less than the number: by 1 − T/(3 S) for constant S.
        const double spread = sd * sd / number / (1.0 - 1.0 / 36.0);
        tell("M/G/inf: %.3f present, law 28.8; variance over mean %.3f, law 1", number, spread);
        EXPECT_NEAR(number / 28.8, 1.0, 0.02);
        if (law != ServiceLaw::constant) continue;
        EXPECT_NEAR(spread, 1.0, 0.02);
    }
}

// Little's law and conservation in every zone: the time spent by all, counted by what stands
// there, is that counted by what each one stayed.
TEST(Network, KeepsLittlesLawAndLosesNobody) {
    std::vector<ServiceSpec> services{
        leading_to(entered(open_service("chute", ServiceLaw::gamma, 30.0)), "medals", 1.0),
        leading_to(leading_to(counter("medals", 4, ServiceLaw::lognormal, 5.0), "bags", 0.6), kAway,
                   0.4),
        leading_to(leading_to(counter("bags", 10, ServiceLaw::lognormal, 20.0), "medals", 0.05),
                   kAway, 0.95)};
    services[0].places = 40;
    services[1].places = 30;
    const auto finishers = poisson_finishers(20'000, 0.7, 3);
    const ServicesRecord record = serve_finishers(services, finishers, 3, 60.0);
    for (const ServiceRecord& service : record.services) {
        EXPECT_EQ(total(service.arrivals), total(service.served)) << service.name;
        EXPECT_EQ(service.remaining, 0u);
        EXPECT_NEAR(total(service.present_s) / service.stayed_s, 1.0, 1e-9) << service.name;
    }
    const double medals = total(record.services[1].served);
    const double bags = total(record.services[2].served);
    EXPECT_EQ(total(record.services[0].served) + 0.0, 20'000.0);
    EXPECT_NEAR(bags / medals, 0.6, 0.02);
    for (std::size_t i = 0; i < finishers.size(); ++i) {
        EXPECT_GT(record.away_s[i], finishers[i].time_s);
    }
}

// Jackson 1957: in a network of M/M/c each queue is as if it stood alone.
TEST(TandemOfServices, HasTheQueuesOfAJacksonNetwork) {
    const double per_s = 1.0;
    std::vector<ServiceSpec> services{
        leading_to(entered(open_service("chute", ServiceLaw::exponential, 40.0)), "medals", 1.0),
        leading_to(leading_to(counter("medals", 5, ServiceLaw::exponential, 4.0), "bags", 0.5),
                   "engraving", 0.5),
        leading_to(leading_to(counter("engraving", 8, ServiceLaw::exponential, 10.0), "bags", 0.3),
                   kAway, 0.7),
        leading_to(leading_to(counter("bags", 12, ServiceLaw::exponential, 14.0), "engraving", 0.1),
                   kAway, 0.9)};
    // engraving = 0.5 + 0.1 bags, bags = 0.5 + 0.3 engraving, by each finisher
    const double engraving = (0.5 + 0.1 * 0.5) / (1.0 - 0.1 * 0.3);
    const double visits[] = {1.0, 1.0, engraving, 0.5 + 0.3 * engraving};
    const std::uint64_t samples = 12;
    double number[4] = {};
    double waiting[4] = {};
    for (std::uint64_t seed = 1; seed <= samples; ++seed) {
        const auto finishers = poisson_finishers(kMillion, per_s, seed);
        const auto record = serve_finishers(services, finishers, seed, 60.0);
        for (std::size_t k = 0; k < 4; ++k) {
            const ServiceRecord& service = record.services[k];
            const double watched_s = finishers.back().time_s * static_cast<double>(samples);
            number[k] += total(service.present_s) / watched_s;
            waiting[k] += (total(service.present_s) - total(service.busy_s)) / watched_s;
        }
    }
    for (std::size_t k = 0; k < 4; ++k) {
        const double load = per_s * visits[k] * services[k].mean_s;
        const int servers = services[k].servers;
        const bool open = services[k].kind == ServiceKind::open;
        const double queue = open ? 0.0 : erlang_c(servers, load) * load / (servers - load);
        tell("%-9s %.4f present, Jackson %.4f (%+.2f %%)", services[k].name.c_str(), number[k],
             load + queue, 100.0 * (number[k] / (load + queue) - 1.0));
        EXPECT_NEAR(number[k] / (load + queue), 1.0, 0.03);
        if (open) continue;
        tell("%-9s %.4f in line, Jackson %.4f (%+.2f %%)", services[k].name.c_str(), waiting[k],
             queue, 100.0 * (waiting[k] / queue - 1.0));
        EXPECT_NEAR(waiting[k] / queue, 1.0, 0.03);
    }
}

}  // namespace
}  // namespace gineste
