// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <Eigen/Core>
#include <vector>

namespace gineste::terrain {

/// A height at a place of a plane, in metres.
struct SpotHeight {
    double east_m = 0.0;
    double north_m = 0.0;
    double height_m = 0.0;
};

/// A smoothing thin-plate spline: the surface f that minimises Σ(f − h)² + μ·(its bending energy)
/// (Duchon 1977; Wahba 1990, ch. 2). μ = 0 passes through every point; a tilted plane is kept.
class ThinPlate {
  public:
    /// `smoothing` is μ, with distances in kilometres.
    ThinPlate(const std::vector<SpotHeight>& spots, double smoothing);
    double height_m(double east_m, double north_m) const;

  private:
    std::vector<SpotHeight> spots_;
    double origin_east_m_ = 0.0;
    double origin_north_m_ = 0.0;
    Eigen::VectorXd weights_;  ///< one per spot, then constant, east and north slope
};

}  // namespace gineste::terrain
