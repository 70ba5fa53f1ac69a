// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

#include "forecast/overtakes.hpp"
#include "forecast/turns.hpp"
#include "optimise/nsga2.hpp"
#include "study/pareto.hpp"

namespace gineste {
namespace {

constexpr double kGoal = 0.02;  // of the optimum
constexpr int kWave = 500;      // runners of each of two waves
constexpr double kLine = 4.0;   // runners a second over the start line

SearchResult found(std::size_t dimension,
                   const std::function<Judged(const std::vector<double>&)>& judge,
                   const std::vector<double>& reference, int threads = 1) {
    SearchOptions options;
    options.dimension = dimension;
    options.population = 40;
    options.generations = 60;
    options.seed = 7;
    options.threads = threads;
    return search(options, judge, reference);
}

// Two waves over a line and through a place of a lower capacity, `gap_s` apart.
//
// Alone a wave of N loses N²/2 · (1/c − 1/r): the area between its two cumulative curves, with the
// first runner and headways counted, N(N−1)/2. The second comes upon what is left of the first
// until N/c after the first gun, and each of it loses the rest of that, N · (N/c − gap), more.
struct Bottleneck {
    static constexpr double kCapacity = 2.5;
    double alone_s() const { return 0.5 * kWave * (kWave - 1) * (1.0 / kCapacity - 1.0 / kLine); }
    double clear_s() const { return kWave / kCapacity; }
    double delay_s(double gap_s) const {
        std::vector<double> come_s;
        for (int wave = 0; wave < 2; ++wave) {
            for (int k = 0; k < kWave; ++k) come_s.push_back(wave * gap_s + k / kLine);
        }
        std::sort(come_s.begin(), come_s.end());
        const std::vector<double> headways_s(come_s.size(), 1.0 / kCapacity);
        // To a runner-second: what is less is rounding, which a search would go after.
        return std::round(queue_figures(take_turns(come_s, headways_s)).total_delay_s);
    }
};

TEST(Search, FindsTheShortestStartThatLeavesNoQueueBetweenWaves) {
    const Bottleneck place;
    const double longest_s = 2.0 * place.clear_s();
    const auto judge = [&](const std::vector<double>& point) {
        const double gap_s = longest_s * point[0];
        return Judged{{place.delay_s(gap_s), gap_s + kWave / kLine}, 0.0};
    };
    const double least_s = 2.0 * place.alone_s();
    const std::vector<double> reference = {2.0 * least_s, longest_s + kWave / kLine};
    const SearchResult result = found(1, judge, reference);
    double gap_s = 0.0;
    double delay_s = 1e300;
    for (const Judged& one : result.judged) {
        if (one.objectives[0] >= delay_s) continue;
        delay_s = one.objectives[0];
        gap_s = one.objectives[1] - kWave / kLine;
    }
    EXPECT_NEAR(delay_s, least_s, kGoal * least_s);
    EXPECT_NEAR(gap_s, place.clear_s(), kGoal * place.clear_s());
    // Between: every second less of a gap costs each of the second wave a second.
    for (const Judged& one : result.judged) {
        const double gap = one.objectives[1] - kWave / kLine;
        if (gap < kWave / kLine) continue;  // the line itself is shared before
        const double expected = least_s + kWave * std::max(0.0, place.clear_s() - gap);
        EXPECT_NEAR(one.objectives[0], expected, kGoal * expected);
    }
}

// Two waves of two speeds over L metres. The slow first: the fast ones meet nobody if the first of
// them finishes behind the last slow one, gap = (N − 1)/r + L · (1/slow − 1/fast). The fast first:
// nobody ever meets anybody, and the second gun may go as soon as the line is free.
struct TwoSpeeds {
    static constexpr double kLength = 3000.0;
    static constexpr double kSlow = 2.5;
    static constexpr double kFast = 3.5;
    double line_s() const { return kWave / kLine; }
    double slow_first_s() const {
        return (kWave - 1) / kLine + kLength * (1.0 / kSlow - 1.0 / kFast);
    }
    Judged judge(double gap_s, bool slow_first) const {
        std::vector<double> start_s;
        std::vector<double> finish_s;
        for (int wave = 0; wave < 2; ++wave) {
            const bool slow = (wave == 0) == slow_first;
            for (int k = 0; k < kWave; ++k) {
                start_s.push_back(wave * gap_s + k / kLine);
                finish_s.push_back(start_s.back() + kLength / (slow ? kSlow : kFast));
            }
        }
        const auto overtakes = static_cast<double>(count_overtakes(start_s, finish_s));
        return {{overtakes, gap_s + line_s()}, std::max(0.0, line_s() - gap_s)};
    }
};

double shortest_without_overtakes_s(const SearchResult& result) {
    double least_s = 1e300;
    for (const Judged& one : result.judged) {
        if (one.objectives[0] <= 0.0) least_s = std::min(least_s, one.objectives[1]);
    }
    return least_s;
}

TEST(Search, FindsTheGapAtWhichTheFastNeverMeetTheSlow) {
    const TwoSpeeds race;
    const double longest_s = 2.0 * race.slow_first_s();
    const SearchResult result = found(
        1, [&](const auto& point) { return race.judge(longest_s * point[0], true); }, {5e5, 2e3});
    const double expected_s = race.slow_first_s() + race.line_s();
    EXPECT_NEAR(shortest_without_overtakes_s(result), expected_s, kGoal * expected_s);
}

TEST(Search, FindsThatTheFastShouldGoFirst) {
    const TwoSpeeds race;
    const double longest_s = 2.0 * race.slow_first_s();
    const SearchResult result = found(
        2, [&](const auto& point) { return race.judge(longest_s * point[0], point[1] >= 0.5); },
        {5e5, 2e3});
    const double expected_s = 2.0 * race.line_s();  // one wave behind the other
    EXPECT_NEAR(shortest_without_overtakes_s(result), expected_s, kGoal * expected_s);
}

TEST(Search, IsTheSameOnOneThreadAndOnThree) {
    const Bottleneck place;
    const auto judge = [&](const std::vector<double>& point) {
        return Judged{{place.delay_s(600.0 * point[0]), 600.0 * point[0] + point[1]}, 0.0};
    };
    const SearchResult one = found(2, judge, {1e6, 1e3}, 1);
    const SearchResult three = found(2, judge, {1e6, 1e3}, 3);
    EXPECT_EQ(one.points, three.points);
    EXPECT_EQ(one.hypervolume, three.hypervolume);
    EXPECT_GT(one.hypervolume.back(), one.hypervolume.front());
}

TEST(Search, PrefersTheLeastExcessWhereNothingKeepsToItsBounds) {
    const SearchResult result = found(1,
                                      [](const auto& point) {
                                          return Judged{{point[0], 1.0 - point[0]}, 1.0 + point[0]};
                                      },
                                      {1.0, 1.0});
    ASSERT_FALSE(result.judged.empty());
    EXPECT_LT(result.judged.front().excess, 1.0 + kGoal);
    EXPECT_EQ(result.hypervolume.back(), 0.0);
}

}  // namespace
}  // namespace gineste
