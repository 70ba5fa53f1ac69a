// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <vector>

#include "calibration/calibrate.hpp"

namespace gineste {

/// What the crowd adds to a net time. Results have it in them, and a race run with them as
/// undisturbed times adds it once more: by as much, at each quantile, as that race is behind them.
class CrowdLoss {
  public:
    /// Net times of the same runners, any order: as observed, and of a race run with those.
    CrowdLoss(std::vector<double> observed_s, std::vector<double> simulated_s);
    /// The undisturbed time of somebody with this observed one.
    double undisturbed_s(double time_s) const;

  private:
    std::vector<double> time_s_;  ///< observed, rising
    std::vector<double> ratio_;   ///< observed over simulated
};

/// Takes the crowd out of every law of times, wave by wave, given a race run with this fit.
void take_out_crowd(const Results& observed, const Results& simulated, double length_m,
                    Calibration& found);

}  // namespace gineste
