// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numbers>

#include "course/smooth.hpp"

namespace gineste {
namespace {

std::vector<double> every(double spacing_m, double length_m) {
    std::vector<double> at_m;
    for (double s = 0.0; s < length_m; s += spacing_m) at_m.push_back(s);
    at_m.push_back(length_m);
    return at_m;
}

std::vector<double> wave(const std::vector<double>& at_m, double length_m) {
    std::vector<double> height_m;
    for (const double s : at_m) height_m.push_back(std::sin(2.0 * std::numbers::pi * s / length_m));
    return height_m;
}

// Amplitude away from the ends.
double amplitude(const std::vector<double>& height_m) {
    const auto n = static_cast<std::ptrdiff_t>(height_m.size());
    return *std::max_element(height_m.begin() + n / 3, height_m.end() - n / 3);
}

TEST(Smoothed, HalvesAWaveOfItsLengthAndKeepsOneTwiceAsLong) {
    const auto at_m = every(5.0, 20000.0);
    EXPECT_NEAR(amplitude(smoothed(at_m, wave(at_m, 500.0), 500.0)), 0.5, 0.002);
    EXPECT_NEAR(amplitude(smoothed(at_m, wave(at_m, 1000.0), 500.0)), 16.0 / 17.0, 0.002);
    EXPECT_NEAR(amplitude(smoothed(at_m, wave(at_m, 250.0), 500.0)), 1.0 / 17.0, 0.002);
}

TEST(Smoothed, KeepsAConstantGradeWhateverTheSpacing) {
    for (const double length_m : {1000.0, 1000.01, 1004.99}) {
        const auto at_m = every(5.0, length_m);
        std::vector<double> height_m;
        for (const double s : at_m) height_m.push_back(7.0 - 0.083 * s);
        for (const double grade : grades(at_m, smoothed(at_m, height_m, 800.0))) {
            ASSERT_NEAR(grade, -0.083, 1e-9);
        }
    }
}

TEST(Smoothed, WithoutALengthChangesNothing) {
    const auto at_m = every(5.0, 500.0);
    const auto height_m = wave(at_m, 90.0);
    const auto same_m = smoothed(at_m, height_m, 0.0);
    for (std::size_t k = 0; k < at_m.size(); ++k) ASSERT_NEAR(same_m[k], height_m[k], 1e-12);
}

TEST(Smoothed, TwoPointsAreALine) {
    EXPECT_NEAR(smoothed(std::vector{0.0, 4.0}, std::vector{1.0, 3.0}, 800.0)[1], 3.0, 1e-9);
}

TEST(PinCorrection, PassesThroughEveryPinAndFadesAway) {
    const auto at_m = every(5.0, 20000.0);
    const std::vector<double> flat_m(at_m.size(), 100.0);
    const std::vector<Pin> pins{{3001.0, 110.0}, {9000.0, 95.0}};
    const auto lift_m = pin_correction(at_m, flat_m, pins, 4000.0);
    const auto at = [&](double s) { return lift_m[static_cast<std::size_t>(s / 5.0)]; };
    EXPECT_NEAR(at(3000.0) * 0.8 + at(3005.0) * 0.2, 10.0, 1e-9);
    EXPECT_NEAR(at(9000.0), -5.0, 1e-9);
    EXPECT_NEAR(at(3000.0 + 0.23 * 4000.0), 5.0, 0.3);  // half as high
    EXPECT_NEAR(at(15000.0), 0.0, 0.05);
}

TEST(PinCorrection, WithoutPinsIsNothing) {
    const auto at_m = every(5.0, 100.0);
    for (const double lift_m : pin_correction(at_m, at_m, {}, 1000.0)) EXPECT_EQ(lift_m, 0.0);
}

}  // namespace
}  // namespace gineste
