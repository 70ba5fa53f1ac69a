// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <vector>

#include "study/intervals.hpp"

namespace gineste {

/// A curve over replications, point by point.
struct CurveBand {
    std::vector<double> mean;
    std::vector<double> p5;  ///< of the replications, quantiles of type 7
    std::vector<double> p95;
    std::vector<double> mean_low;   ///< between these two lies the whole true mean curve at once,
    std::vector<double> mean_high;  ///< with the confidence asked for
};

/// The band of curves of one kind, one per replication; shorter ones are zero from their end on.
/// The band of the mean is Student's at each point, but with a factor that bounds the largest
/// deviation over the curve: its quantile under sign changes of the residuals, studentised anew
/// each time (multiplier-t bootstrap, Telschow and Schwartzman 2022, J. Statist. Plann. Inference
/// 216:70). The signs are fixed: the same curves give the same band.
CurveBand curve_band(std::vector<std::vector<double>> curves, double confidence = kConfidence);

}  // namespace gineste
