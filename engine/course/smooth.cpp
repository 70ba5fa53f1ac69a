// SPDX-License-Identifier: Apache-2.0
#include "course/smooth.hpp"

#include <Eigen/Dense>
#include <Eigen/SparseCholesky>
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numbers>

#include "core/contract.hpp"

namespace gineste {
namespace {

using Sparse = Eigen::SparseMatrix<double>;
using Solver = Eigen::SimplicialLDLT<Sparse, Eigen::Lower, Eigen::NaturalOrdering<int>>;
using Triplets = std::vector<Eigen::Triplet<double>>;

Eigen::Index count(std::span<const double> values) {
    return static_cast<Eigen::Index>(values.size());
}

Eigen::Map<const Eigen::VectorXd> as_vector(std::span<const double> values) {
    return {values.data(), count(values)};
}

std::vector<double> as_values(const Eigen::VectorXd& vector) {
    return {vector.begin(), vector.end()};
}

// The length of road each sample stands for.
Eigen::VectorXd shares(std::span<const double> at_m) {
    Eigen::VectorXd share(count(at_m));
    for (std::size_t k = 0; k < at_m.size(); ++k) {
        const double before_m = at_m[k > 0 ? k - 1 : k];
        const double after_m = at_m[k + 1 < at_m.size() ? k + 1 : k];
        share[static_cast<Eigen::Index>(k)] = (after_m - before_m) / 2.0;
    }
    return share;
}

// Rows give √ds·z″ at the inner samples, for any spacing.
Sparse bending(std::span<const double> at_m) {
    Triplets entries;
    const int rows = std::max(0, static_cast<int>(at_m.size()) - 2);
    for (int row = 0; row < rows; ++row) {
        const auto k = static_cast<std::size_t>(row);
        const double before_m = at_m[k + 1] - at_m[k];
        const double after_m = at_m[k + 2] - at_m[k + 1];
        const double weight = std::sqrt(2.0 / (before_m + after_m));
        entries.emplace_back(row, row, weight / before_m);
        entries.emplace_back(row, row + 1, -weight / before_m - weight / after_m);
        entries.emplace_back(row, row + 2, weight / after_m);
    }
    Sparse matrix(rows, static_cast<int>(at_m.size()));
    matrix.setFromTriplets(entries.begin(), entries.end());
    return matrix;
}

// The matrix of ∫z² ds + (λ/2π)⁴ ∫z″² ds.
Sparse stiffness(std::span<const double> at_m, double wavelength_m) {
    const Sparse bend = bending(at_m);
    const Sparse weights(shares(at_m).asDiagonal());
    const double length_m = wavelength_m / (2.0 * std::numbers::pi);
    return weights + std::pow(length_m, 4) * Sparse(bend.transpose() * bend);
}

// Rows interpolate linearly at the pins.
Sparse at_pins(std::span<const double> at_m, std::span<const Pin> pins) {
    Triplets entries;
    for (std::size_t row = 0; row < pins.size(); ++row) {
        const auto after = std::upper_bound(at_m.begin() + 1, at_m.end() - 1, pins[row].at_m);
        const auto low = static_cast<int>(after - at_m.begin()) - 1;
        const double share = (pins[row].at_m - *(after - 1)) / (*after - *(after - 1));
        entries.emplace_back(static_cast<int>(row), low, 1.0 - share);
        entries.emplace_back(static_cast<int>(row), low + 1, share);
    }
    Sparse matrix(static_cast<int>(pins.size()), static_cast<int>(at_m.size()));
    matrix.setFromTriplets(entries.begin(), entries.end());
    return matrix;
}

}  // namespace

std::vector<double> smoothed(std::span<const double> at_m, std::span<const double> height_m,
                             double wavelength_m) {
    EXPECT(at_m.size() == height_m.size() && at_m.size() >= 2);
    // The best straight line is taken off first: it is kept exactly, and what is left is small.
    const double origin_m = at_m.front();
    Eigen::MatrixXd line(count(at_m), 2);
    line.col(0).setOnes();
    line.col(1) = (as_vector(at_m).array() - origin_m) / (at_m.back() - origin_m);
    const Eigen::VectorXd trend = line * line.colPivHouseholderQr().solve(as_vector(height_m));
    const Eigen::VectorXd rest = as_vector(height_m) - trend;
    const Solver solver(stiffness(at_m, wavelength_m));
    ENSURE(solver.info() == Eigen::Success);
    return as_values(trend + solver.solve(shares(at_m).cwiseProduct(rest)));
}

std::vector<double> pin_correction(std::span<const double> at_m, std::span<const double> height_m,
                                   std::span<const Pin> pins, double wavelength_m) {
    if (pins.empty()) return std::vector<double>(at_m.size(), 0.0);
    const Sparse pick = at_pins(at_m, pins);
    Eigen::VectorXd wanted(static_cast<Eigen::Index>(pins.size()));
    for (std::size_t k = 0; k < pins.size(); ++k) {
        wanted[static_cast<Eigen::Index>(k)] = pins[k].elevation_m;
    }
    const Eigen::VectorXd missing = wanted - pick * as_vector(height_m);
    const Solver solver(stiffness(at_m, wavelength_m));
    ENSURE(solver.info() == Eigen::Success);
    const Eigen::MatrixXd bumps = solver.solve(Eigen::MatrixXd(pick.transpose()));
    const Eigen::MatrixXd overlap = pick * bumps;
    return as_values(bumps * overlap.ldlt().solve(missing));
}

std::vector<double> grades(std::span<const double> at_m, std::span<const double> height_m) {
    std::vector<double> grade(at_m.size());
    for (std::size_t k = 0; k < at_m.size(); ++k) {
        const std::size_t before = k > 0 ? k - 1 : k;
        const std::size_t after = k + 1 < at_m.size() ? k + 1 : k;
        grade[k] = (height_m[after] - height_m[before]) / (at_m[after] - at_m[before]);
    }
    return grade;
}

double climb_of(std::span<const double> height_m) {
    double climb_m = 0.0;
    for (std::size_t k = 1; k < height_m.size(); ++k) {
        climb_m += std::max(0.0, height_m[k] - height_m[k - 1]);
    }
    return climb_m;
}

}  // namespace gineste
