// SPDX-License-Identifier: Apache-2.0
// Who runs and how they pace themselves, against the half marathon of Ljubljana 2017, 7,258
// finishers (Nikolaidis 2019, Medicina 55:14).
#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <numeric>

#include "core/random.hpp"
#include "motion/pacing.hpp"
#include "support/small_race.hpp"

namespace gineste {
namespace {

constexpr double kHalfMarathon_m = 21097.5;

struct Moments {
    double mean = 0.0;
    double sd = 0.0;
};

Moments moments(const std::vector<double>& values) {
    const auto count = static_cast<double>(values.size());
    const double mean = std::accumulate(values.begin(), values.end(), 0.0) / count;
    double squares = 0.0;
    for (const double value : values) squares += (value - mean) * (value - mean);
    return {mean, std::sqrt(squares / count)};
}

// Times whose speeds over the half marathon have this mean and standard deviation: log-normal
// both, so ln(sd of the logarithm) and median follow from the two.
TimeDistribution times_of_speeds(double mean_mps, double sd_mps) {
    const double spread = std::sqrt(std::log(1.0 + std::pow(sd_mps / mean_mps, 2)));
    const double median_mps = mean_mps * std::exp(-0.5 * spread * spread);
    return {kHalfMarathon_m / median_mps, spread, 0.0};
}

Scenario ljubljana(std::uint64_t seed) {
    Scenario scenario = test::plain_scenario(7258, 3.0);
    scenario.field = FieldSpec{};
    scenario.field.men = times_of_speeds(3.14, 0.45);
    scenario.field.women = times_of_speeds(2.77, 0.35);
    scenario.seed = seed;
    scenario.behaviour_seed = seed;
    return scenario;
}

const Course& flat_half() {
    static const Course course = straight_course(kHalfMarathon_m, 0.0, 8.0);
    return course;
}

Moments speeds_mps(Sex sex) {
    std::vector<double> speeds;
    for (std::uint64_t seed = 1; seed <= 5; ++seed) {
        const Field field = draw_field(ljubljana(seed), flat_half());
        for (std::size_t i = 0; i < field.size(); ++i) {
            if (field.sex[i] == sex) speeds.push_back(kHalfMarathon_m / field.ideal_s[i]);
        }
    }
    return moments(speeds);
}

// Five seeds.
TEST(FieldLaws, HalfMarathonSpeedsAre3_14And2_77MetresPerSecond) {
    const Moments men = speeds_mps(Sex::man);
    EXPECT_NEAR(men.mean, 3.14, 0.01 * 3.14);
    EXPECT_NEAR(men.sd, 0.45, 0.05 * 0.45);
    const Moments women = speeds_mps(Sex::woman);
    EXPECT_NEAR(women.mean, 2.77, 0.01 * 2.77);
    EXPECT_NEAR(women.sd, 0.35, 0.05 * 0.35);
    std::printf("men %.3f +- %.3f m/s, women %.3f +- %.3f m/s\n", men.mean, men.sd, women.mean,
                women.sd);
}

// Speeds over each fifth of the race, with drift and noise as the engine paces a runner alone.
std::array<double, 5> fifths_mps(const Field& field, std::size_t i, const PacingLaw& law,
                                 const Random& behaviour) {
    std::array<double, 5> speeds{};
    constexpr double stride_m = 20.0;
    const double fifth_m = law.length_m / 5.0;
    for (std::size_t fifth = 0; fifth < 5; ++fifth) {
        double time_s = 0.0;
        const int strides = static_cast<int>(fifth_m / stride_m);
        for (int k = 0; k < strides; ++k) {
            const double at_m =
                static_cast<double>(fifth) * fifth_m + fifth_m * (k + 0.5) / strides;
            const double nodes = at_m / law.noise_length_m;
            const auto node = static_cast<std::uint32_t>(nodes);
            const auto drawn = [&](std::uint32_t n) {
                return static_cast<float>(behaviour.normal(RunnerId(i), Purpose::pace_noise, n));
            };
            const float noise =
                PacingLaw::noise(drawn(node), drawn(node + 1), static_cast<float>(nodes - node));
            const float share = law.drift_factor(field.drift[i], at_m) /
                                (1.0F + static_cast<float>(law.noise_sd) * noise);
            time_s += fifth_m / strides / static_cast<double>(field.flat_speed_mps[i] * share);
        }
        speeds[fifth] = fifth_m / time_s;
    }
    return speeds;
}

// Average change of speed: mean over the fifths of |speed − mean speed| / mean speed.
double average_change(const std::array<double, 5>& speeds) {
    const double mean = std::accumulate(speeds.begin(), speeds.end(), 0.0) / 5.0;
    double sum = 0.0;
    for (const double speed : speeds) sum += std::abs(speed - mean) / mean;
    return sum / 5.0;
}

struct Pacing {
    double average_change = 0.0;
    std::array<double, 5> fifths{};  // mean speeds of the field
};

Pacing pacing_of(std::uint64_t seed) {
    const Scenario scenario = ljubljana(seed);
    const Field field = draw_field(scenario, flat_half());
    const PacingLaw law = pacing_law(scenario, kHalfMarathon_m);
    const Random behaviour(scenario.behaviour_seed);
    Pacing pacing;
    for (std::size_t i = 0; i < field.size(); ++i) {
        const auto speeds = fifths_mps(field, i, law, behaviour);
        pacing.average_change += average_change(speeds) / static_cast<double>(field.size());
        for (std::size_t k = 0; k < 5; ++k) pacing.fifths[k] += speeds[k];
    }
    return pacing;
}

// 4.10 % on average, each fifth slower than the one before, no end spurt. Five seeds.
TEST(FieldLaws, SpeedChangesBy4_1PercentOverFiveSegmentsEachSlowerThanTheLast) {
    double change = 0.0;
    for (std::uint64_t seed = 1; seed <= 5; ++seed) {
        const Pacing pacing = pacing_of(seed);
        change += pacing.average_change / 5.0;
        for (std::size_t k = 1; k < 5; ++k) EXPECT_LT(pacing.fifths[k], pacing.fifths[k - 1]);
    }
    EXPECT_NEAR(100.0 * change, 4.1, 0.5);
    std::printf("average change of speed %.2f %%\n", 100.0 * change);
}

}  // namespace
}  // namespace gineste
