// SPDX-License-Identifier: Apache-2.0
#include "surface.hpp"

#include <Eigen/LU>
#include <cmath>
#include <cstddef>

namespace gineste::terrain {
namespace {

// r² ln r, from r².
double radial(double squared) { return squared > 0.0 ? 0.5 * squared * std::log(squared) : 0.0; }

}  // namespace

ThinPlate::ThinPlate(const std::vector<SpotHeight>& spots, double smoothing)
    : spots_(spots), origin_east_m_(spots.front().east_m), origin_north_m_(spots.front().north_m) {
    for (SpotHeight& spot : spots_) {  // kilometres keep the equations well balanced
        spot.east_m = (spot.east_m - origin_east_m_) / 1000.0;
        spot.north_m = (spot.north_m - origin_north_m_) / 1000.0;
    }
    const auto n = static_cast<Eigen::Index>(spots_.size());
    Eigen::MatrixXd system = Eigen::MatrixXd::Zero(n + 3, n + 3);
    Eigen::VectorXd wanted = Eigen::VectorXd::Zero(n + 3);
    for (Eigen::Index i = 0; i < n; ++i) {
        const SpotHeight& a = spots_[static_cast<std::size_t>(i)];
        for (Eigen::Index j = 0; j < n; ++j) {
            const SpotHeight& b = spots_[static_cast<std::size_t>(j)];
            const double dx = a.east_m - b.east_m;
            const double dy = a.north_m - b.north_m;
            system(i, j) = radial(dx * dx + dy * dy);
        }
        system(i, i) += smoothing;
        system.row(i).tail<3>() << 1.0, a.east_m, a.north_m;
        system.col(i).tail<3>() << 1.0, a.east_m, a.north_m;
        wanted[i] = a.height_m;
    }
    weights_ = system.partialPivLu().solve(wanted);
}

double ThinPlate::height_m(double east_m, double north_m) const {
    const double x = (east_m - origin_east_m_) / 1000.0;
    const double y = (north_m - origin_north_m_) / 1000.0;
    const auto n = static_cast<Eigen::Index>(spots_.size());
    double height = weights_[n] + weights_[n + 1] * x + weights_[n + 2] * y;
    for (Eigen::Index i = 0; i < n; ++i) {
        const SpotHeight& spot = spots_[static_cast<std::size_t>(i)];
        const double dx = x - spot.east_m;
        const double dy = y - spot.north_m;
        height += weights_[i] * radial(dx * dx + dy * dy);
    }
    return height;
}

}  // namespace gineste::terrain
