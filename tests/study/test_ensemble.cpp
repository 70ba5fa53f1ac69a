// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "core/random.hpp"
#include "study/ensemble_text.hpp"

namespace gineste {
namespace {

using testing::HasSubstr;

// A race whose one measure is drawn from a normal law of mean 1: the answer is known.
RaceOutcome toy_race(std::uint32_t study, std::size_t index, double sd) {
    RaceOutcome race;
    const double z = Random(9).normal(RunnerId(index), Purpose::ability, study);
    race.measures = {{"peak_density_per_m2", "1/m2", "peak density", 1.0 + sd * z},
                     {"lost_median_s", "s", "time lost, median", 10.0 + z},
                     {"lost_p95_s", "s", "time lost, 95 %", 20.0 + z}};
    race.on_road = {0.0, 100.0 + z, 50.0};
    race.density_per_m2 = {0.0, 1.0 + z, 0.5};
    race.segment = index == 0 ? 4 : 0;
    return race;
}

RunBatch toy_batch(std::uint32_t study, double sd) {
    return [study, sd](std::size_t from, std::size_t to, std::optional<std::size_t> segment) {
        std::vector<RaceOutcome> races;
        for (std::size_t k = from; k < to; ++k) {
            races.push_back(toy_race(study, k, sd));
            if (segment) races.back().segment = *segment;
        }
        return races;
    };
}

TEST(Ensemble, RunsEverySeedOnceWithoutARule) {
    const Ensemble ensemble = run_ensemble(25, std::nullopt, toy_batch(1, 0.2));
    ASSERT_EQ(ensemble.races.size(), 25U);
    for (std::size_t k = 0; k < 25; ++k) {
        EXPECT_EQ(ensemble.races[k].measures[0].value, toy_race(1, k, 0.2).measures[0].value);
        EXPECT_EQ(ensemble.races[k].segment, 4U);  // where the first race is densest
    }
    EXPECT_FALSE(ensemble.is_settled);
    EXPECT_EQ(ensemble.on_road.mean.size(), 3U);
}

TEST(Ensemble, StopsAtTheFirstLookAtWhichTheMeanIsKnownWellEnough) {
    const StopRule rule{"peak_density_per_m2", 0.05};
    const Ensemble ensemble = run_ensemble(1000, rule, toy_batch(1, 0.2));
    EXPECT_TRUE(ensemble.is_settled);
    EXPECT_EQ(ensemble.races.size() % kRacesBetweenLooks, 0U);
    // 1.96 · 0.2 / sqrt(n) = 0.05 at n = 61.5
    EXPECT_NEAR(static_cast<double>(ensemble.races.size()), 65.0, 25.0);
    const Spread& spread = ensemble.spreads[0];
    EXPECT_LE(spread.mean.half_width(), 0.05 * spread.sample.mean);
    std::vector<RaceOutcome> before = ensemble.races;
    before.resize(before.size() - kRacesBetweenLooks);
    EXPECT_FALSE(is_met(rule, before));
}

TEST(Ensemble, SaysWhereTheSeedsWereTooFew) {
    const StopRule rule{"peak_density_per_m2", 0.001};
    const Ensemble ensemble = run_ensemble(34, rule, toy_batch(1, 0.2));
    EXPECT_FALSE(ensemble.is_settled);
    EXPECT_EQ(ensemble.races.size(), 34U);
    EnsembleReport report{"Race", 1, 60.0, 0.0, 100.0, rule, ensemble};
    EXPECT_THAT(ensemble_text(report), HasSubstr("Not settled after 34 races"));
}

// Stopping when an interval looks narrow makes it hold the truth a little less often (Chow and
// Robbins 1965 is right only in the limit): measured, with looks ten races apart.
TEST(Ensemble, StoppingEarlyLeavesTheCoverageNear95Percent) {
    constexpr std::uint32_t studies = 2000;
    int held = 0;
    for (std::uint32_t study = 0; study < studies; ++study) {
        std::vector<RaceOutcome> races;
        const StopRule rule{"peak_density_per_m2", 0.05};
        do {
            for (std::size_t k = 0; k < kRacesBetweenLooks; ++k) {
                races.push_back(toy_race(study, races.size(), 0.2));
            }
        } while (!is_met(rule, races));
        std::vector<double> values;
        for (const RaceOutcome& race : races) values.push_back(race.measures[0].value);
        held += mean_interval(sample_of(values)).holds(1.0);
    }
    const double share = held / static_cast<double>(studies);
    std::printf("[ measured ] ensembles stopped at 5 %% cover the mean in %.1f %%\n",
                100.0 * share);
    EXPECT_GT(share, 0.93);
    EXPECT_LT(share, 0.97);
}

TEST(Ensemble, FindsTheMeasureThatIsMeant) {
    const auto measures = toy_race(1, 0, 0.2).measures;
    EXPECT_EQ(measure_key(measures, "peak_density"), "peak_density_per_m2");
    EXPECT_EQ(measure_key(measures, "lost_p95_s"), "lost_p95_s");
    EXPECT_EQ(measure_key(measures, "lost"), std::nullopt);  // two of them
    EXPECT_EQ(measure_key(measures, "nothing"), std::nullopt);
}

TEST(EnsembleText, PutsThePercentileBeforeTheMost) {
    const EnsembleReport report{"Race",
                                7,
                                60.0,
                                400.0,
                                500.0,
                                std::nullopt,
                                run_ensemble(80, std::nullopt, toy_batch(1, 0.2))};
    const std::string text = ensemble_text(report);
    EXPECT_THAT(text, HasSubstr("Race · 80 races, the first seed 7"));
    EXPECT_THAT(text, HasSubstr("the density from km 0.4 to 0.5"));
    const auto json = nlohmann::json::parse(ensemble_json(report, "1.2.3"));
    EXPECT_EQ(json["measures"][0]["values"].size(), 80U);
    EXPECT_TRUE(json["measures"][0]["p95_interval"][1].is_number());
    EXPECT_EQ(json["curves"]["on_road_runners"]["mean"].size(), 3U);
    EXPECT_TRUE(json["until"].is_null());
}

}  // namespace
}  // namespace gineste
