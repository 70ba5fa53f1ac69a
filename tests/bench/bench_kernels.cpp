// SPDX-License-Identifier: Apache-2.0
// What the laws cost, one thread. Each reports the time for one runner and one step.
#include <benchmark/benchmark.h>

#include <vector>

#include "motion/grade.hpp"
#include "motion/pacing.hpp"
#include "support/small_race.hpp"

namespace gineste {
namespace {

constexpr std::size_t kRunners = 4096;

void count(benchmark::State& state, std::size_t runner_steps) {
    state.SetItemsProcessed(static_cast<std::int64_t>(runner_steps));
    state.counters["s_per_runner_step"] =
        benchmark::Counter(static_cast<double>(runner_steps),
                           benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
}

// The law itself, as the road is built from it; runners only look its table up.
void grade_law(benchmark::State& state) {
    const auto law = static_cast<GradeLaw>(state.range(0));
    std::vector<double> gradients;
    for (std::size_t k = 0; k < kRunners; ++k) {
        gradients.push_back(-0.2 + 0.4 * static_cast<double>(k) / kRunners);
    }
    std::size_t done = 0;
    for (auto _ : state) {
        for (const double gradient : gradients) {
            benchmark::DoNotOptimize(grade_ratio(law, gradient));
        }
        done += kRunners;
    }
    count(state, done);
}
BENCHMARK(grade_law)->ArgName("law")->DenseRange(0, 2);

// A runner's own pace: grade looked up, hill factor and its lag, drift, noise between two nodes.
void pacing(benchmark::State& state) {
    const Scenario scenario = test::plain_scenario(1, 3.0);
    const Course course = straight_course(20000.0, 0.03, 8.0);
    const Road road(course, scenario.start, GradeLaw::table, 100.0);
    const PacingLaw law = pacing_law(scenario, course.length_m());
    const PacingLaw::Lag lag = law.lag_over(0.5);
    std::vector<float> hills(kRunners, 1.0F);
    std::size_t done = 0;
    for (auto _ : state) {
        for (std::size_t k = 0; k < kRunners; ++k) {
            const double chainage_m = 20000.0 * static_cast<double>(k) / kRunners;
            const float target = PacingLaw::hill_factor(road.log_grade_ratio(chainage_m), 1.1F);
            hills[k] = lag.next(hills[k], target);
            const float noise = PacingLaw::noise(0.3F, -0.4F, 0.25F);
            benchmark::DoNotOptimize(3.0F * law.drift_factor(0.1F, chainage_m) * hills[k] /
                                     (1.0F + 0.03F * noise));
        }
        benchmark::ClobberMemory();
        done += kRunners;
    }
    count(state, done);
}
BENCHMARK(pacing);

// Whole steps of a crowd of 4,000 on 7 m of road, that came off a pen of so many runners on 10 m2.
void crowd_block(benchmark::State& state) {
    Scenario scenario = test::plain_scenario(4000, 2.9);
    scenario.field.speed_mps = {2.9, 0.4, 1.5, 5.0};
    scenario.start.line_width_m = scenario.start.pen_width_m = 7.0;
    scenario.start.pen_density_per_m2 = 0.1 * static_cast<double>(state.range(0));
    const Course course = straight_course(20000.0, 0.0, 7.0);
    Race race(scenario, course, draw_field(scenario, course), {1, best_instruction_set()});
    for (int settle = 0; settle < 120; ++settle) race.advance();
    std::size_t done = 0;
    for (auto _ : state) {
        race.advance();
        done += race.waiting() + race.on_course();
    }
    count(state, done);
}
BENCHMARK(crowd_block)->ArgName("per_10_m2")->Arg(2)->Arg(5)->Arg(10)->Arg(20)->Iterations(400);

}  // namespace
}  // namespace gineste
