// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <span>
#include <vector>

namespace gineste {

/// A height the profile must pass through.
struct Pin {
    double at_m = 0.0;
    double elevation_m = 0.0;
};

/// Heights along a road, without the roughness of the hillside: the z that minimises
/// ∫(z − h)² ds + (λ/2π)⁴ ∫z″² ds (Whittaker 1923; Reinsch 1967). A wave of length λ is halved,
/// one of 2λ keeps 94 %, one of λ/2 keeps 6 %; a constant grade is kept exactly.
/// `at_m` ascends and has as many entries as `height_m`, at least 2. λ = 0 changes nothing.
std::vector<double> smoothed(std::span<const double> at_m, std::span<const double> height_m,
                             double wavelength_m);

/// What to add to the heights so that they pass through the pins (linear between samples): the c
/// that minimises ∫c² ds + (λ/2π)⁴ ∫c″² ds with c = pin − height at every pin. Around a
/// lone pin it is a bump, half as high 0.23 λ away and next to nothing beyond 0.53 λ.
std::vector<double> pin_correction(std::span<const double> at_m, std::span<const double> height_m,
                                   std::span<const Pin> pins, double wavelength_m);

/// Rise over run at every sample: central differences, one-sided at the ends.
std::vector<double> grades(std::span<const double> at_m, std::span<const double> height_m);

/// Sum of all rises.
double climb_of(std::span<const double> height_m);

}  // namespace gineste
