// SPDX-License-Identifier: Apache-2.0
// The start runs backwards through a pen: Bain & Bartolo 2019, Science 363:46 (model notes, § 2.4),
// a corral of 200 x 20 m with 2.2 runners /m2, led to the line by staff at a walk. Where a rank
// counts as moving makes no difference from 0.25 to 0.8 m/s.
#include <gtest/gtest.h>

#include <algorithm>

#include "support/corridor.hpp"
#include "support/figures.hpp"

namespace gineste {
namespace {

constexpr double kPenWidth = 20.0;    // m
constexpr double kPenLength = 200.0;  // m
constexpr double kRank = 5.0;         // m of pen whose runners are looked at together
constexpr double kMoving = 0.5;       // m/s: a rank has set off; dressing up is slower
constexpr double kWatched = 340.0;    // s: the last ranks have set off
constexpr std::size_t kRanks = static_cast<std::size_t>(kPenLength / kRank);

/// Mean speed of each rank of a pen over time; a rank is who stood there, wherever they are now.
class RankSpeeds {
  public:
    void see(const test::Film& film) {
        if (rank_of_.empty()) assign(film);
        std::vector<double> sum(kRanks);
        std::vector<double> count(kRanks);
        for (const test::Placed& here : film.now()) {
            if (rank_of_[here.runner] >= kRanks) continue;
            sum[rank_of_[here.runner]] += here.speed_mps;
            count[rank_of_[here.runner]] += 1.0;
        }
        for (std::size_t k = 0; k < kRanks; ++k) speed_mps_[k].push_back(sum[k] / count[k]);
    }

    /// When a rank set off, to a part of a step; infinity: never.
    double onset_s(std::size_t rank, double step_s) const {
        const std::vector<double>& speed = speed_mps_[rank];
        for (std::size_t n = 1; n < speed.size(); ++n) {
            if (speed[n] < kMoving) continue;
            const double part = (kMoving - speed[n - 1]) / (speed[n] - speed[n - 1]);
            return step_s * (static_cast<double>(n) + std::clamp(part, 0.0, 1.0));
        }
        return test::kToTheEnd;
    }

    /// The most it reaches in the 20 s after that.
    double amplitude_mps(std::size_t rank, double step_s) const {
        const std::vector<double>& speed = speed_mps_[rank];
        const auto first = static_cast<std::size_t>(
            std::min(onset_s(rank, step_s) / step_s, static_cast<double>(speed.size() - 1)));
        const auto last = std::min(speed.size(), first + static_cast<std::size_t>(20.0 / step_s));
        return *std::max_element(speed.begin() + static_cast<std::ptrdiff_t>(first),
                                 speed.begin() + static_cast<std::ptrdiff_t>(last));
    }

  private:
    void assign(const test::Film& film) {
        for (const test::Placed& here : film.now()) {
            if (here.runner >= rank_of_.size()) rank_of_.resize(here.runner + 1, kRanks);
            rank_of_[here.runner] =
                static_cast<std::size_t>(std::max(0.0, -here.chainage_m) / kRank);
        }
    }
    std::vector<std::size_t> rank_of_;  ///< by runner
    std::vector<std::vector<double>> speed_mps_ = std::vector<std::vector<double>>(kRanks);
};

struct Wave {
    double upstream_mps = 0.0;
    double r_squared = 0.0;
    double amplitude_share = 0.0;  ///< at 150 m, of the front's
    double last_rank_s = 0.0;
};

Wave start_wave(double density_per_m2, const CutNormal& speed_mps, std::uint64_t seed) {
    const int runners = static_cast<int>(density_per_m2 * kPenWidth * kPenLength);
    Scenario scenario = test::plain_scenario(runners, speed_mps.mean);
    scenario.seed = scenario.behaviour_seed = seed;
    scenario.field.speed_mps = speed_mps;
    scenario.start.pen_density_per_m2 = density_per_m2;
    test::set_width(scenario, kPenWidth);
    test::set_approach_speed(scenario.start, test::kOwnPace);
    scenario.start.kept_gap_m = StartSpec{}.kept_gap_m;
    const Course course = straight_course(1000.0, 0.0, kPenWidth);
    RankSpeeds speeds;
    test::run_watched(
        scenario, course, draw_field(scenario, course),
        [&](test::Film& film, double) { speeds.see(film); }, kWatched);
    std::vector<double> at_m;
    std::vector<double> onset_s;
    for (std::size_t rank = 1; rank < kRanks; ++rank) {  // the first has nobody to wait for
        at_m.push_back(-kRank * (static_cast<double>(rank) + 0.5));
        onset_s.push_back(std::min(kWatched, speeds.onset_s(rank, scenario.step_s)));
    }
    const test::Line line = test::fit_line(onset_s, at_m);
    const auto at_150_m = static_cast<std::size_t>(150.0 / kRank);
    return {
        -line.slope, line.r_squared,
        speeds.amplitude_mps(at_150_m, scenario.step_s) / speeds.amplitude_mps(0, scenario.step_s),
        onset_s.back()};
}

Wave mean_wave(const char* name, double density_per_m2, const CutNormal& speed_mps) {
    Wave sum;
    constexpr int seeds = 3;
    for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
        const Wave wave = start_wave(density_per_m2, speed_mps, seed);
        sum.upstream_mps += wave.upstream_mps / seeds;
        sum.r_squared += wave.r_squared / seeds;
        sum.amplitude_share += wave.amplitude_share / seeds;
        sum.last_rank_s += wave.last_rank_s / seeds;
    }
    test::tell(
        "start wave, %s at %.1f /m2: %.2f m/s upstream (law: 1.0-1.4), R2 %.4f (> 0.98), "
        "amplitude at 150 m %.0f %% (>= 70 %%), last rank off after %.0f s",
        name, density_per_m2, sum.upstream_mps, sum.r_squared, 100.0 * sum.amplitude_share,
        sum.last_rank_s);
    return sum;
}

constexpr double kSeen = 2.2;    // /m2
constexpr double kStatic = 3.6;  // /m2, the standing crowd of McGillivray
constexpr CutNormal kWalk{1.15, 0.02, 1.05, 1.25};
constexpr CutNormal kRun{2.9, 0.4, 1.5, 5.0};

// Staff walk in front of the corral: everybody goes as fast as they do, and the front rank's speed
// is the amplitude sent back.
TEST(StartWave, OfACorralLedAtAWalkRunsBackAtAboutOnePointTwo) {
    const Wave wave = mean_wave("led at a walk", kSeen, kWalk);
    EXPECT_GE(wave.upstream_mps, 1.0);
    EXPECT_LE(wave.upstream_mps, 1.4);
    EXPECT_GT(wave.r_squared, 0.98);
    EXPECT_GE(wave.amplitude_share, 0.7);
}

// Not what was measured: a denser corral, which nobody has filmed, and one that runs off by itself.
// There the front spreads out, so that how fast it gets in the end is not what a rank farther back
// is sent. Straight they are all the same; the speeds are today's, to 5 %.
TEST(StartWave, OfOtherCorralsRunsBackStraight) {
    struct Corral {
        const char* name;
        double density_per_m2;
        CutNormal speed_mps;
        double today_mps;
    };
    for (const Corral& corral :
         {Corral{"led at a walk", kStatic, kWalk, 0.74}, Corral{"free start", kSeen, kRun, 1.64},
          Corral{"free start", kStatic, kRun, 0.98}}) {
        const Wave wave = mean_wave(corral.name, corral.density_per_m2, corral.speed_mps);
        EXPECT_NEAR(wave.upstream_mps, corral.today_mps, 0.05 * corral.today_mps);
        EXPECT_GT(wave.r_squared, 0.98);
    }
}

}  // namespace
}  // namespace gineste
