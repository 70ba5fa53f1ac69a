// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <vector>

#include "calibration/estimate.hpp"
#include "course/course.hpp"
#include "results/results.hpp"
#include "scenario/scenario.hpp"

namespace gineste {

/// How runners' own pace changes along the way; the keys of `field`.
struct PacingFit {
    Estimate drift;
    Estimate drift_by_time;
    Estimate drift_from;
    Estimate drift_to;
    Estimate drift_sooner;
    Estimate drift_sd;
    Estimate noise_sd;
    double noise_length_m = 0.0;
    double misfit = 0.0;      ///< root mean square over groups and stretches, share of the pace
    std::size_t runners = 0;  ///< who have a time at every mark

    /// The field with these in place of its own.
    FieldSpec applied_to(FieldSpec field) const;
};

/// Fits the fade (motion/fade.hpp) to the mean paces of twenty groups of runners, fast to slow,
/// over the stretches between marks, hills taken out by the pacing law. The first stretch is left
/// out: there the crowd sets the pace. How a runner's own slope differs from that of the group is
/// the spread of the drift, what is left of it the noise, which cannot be seen if it is shorter
/// than the road between two marks: its length is taken as half of that. Needs five marks; else all
/// is NaN.
PacingFit fit_pacing(const Results& results, const std::vector<double>& finish_s,
                     const Scenario& scenario, const Course& course, double median_s);

}  // namespace gineste
