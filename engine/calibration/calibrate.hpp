// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <vector>

#include "calibration/estimate.hpp"
#include "calibration/fit_pacing.hpp"
#include "calibration/fit_release.hpp"
#include "course/course.hpp"
#include "results/results.hpp"
#include "scenario/scenario.hpp"

namespace gineste {

/// The law of times of some runners, and how well it describes them.
struct TimesFit {
    std::size_t runners = 0;  ///< with a time; too few of them, and there is no law
    Estimate median_s;
    Estimate spread;
    Estimate shift;
    double distance = 0.0;  ///< Kolmogorov's, of the law of those three
    std::vector<TimeQuantile> quantiles = {};

    bool is_fitted() const { return runners >= 30; }
    /// Of those three; the quantiles say more.
    TimeDistribution law() const { return {median_s.value, spread.value, shift.value, {}}; }
};

struct WaveFit {
    std::size_t started = 0;
    Estimate women_share;    ///< NaN where the table has no sexes
    TimesFit men;            ///< of all where the table has no sexes, as are ...
    TimesFit women;          ///< ... these
    Estimate correlation;    ///< of normal scores of start and time
    Estimate prediction_sd;  ///< that gives it
    Estimate flow_share;     ///< over the density of all waves
    LineUse line;
    double first_s = 0.0;            ///< from the gun to the first over the line
    double share_error = 0.0;        ///< of the share over the line, mean
    std::vector<double> crossed_s;   ///< after the gun, rising
    std::vector<double> released_s;  ///< by the law
    std::vector<double> times_s;     ///< net, of all; for the picture
};

/// What a results table tells of a race; standard errors by bootstrap over runners.
struct Calibration {
    std::vector<WaveFit> waves;
    TimesFit men;
    TimesFit women;
    Estimate women_share;
    Estimate density_per_m2;
    Estimate decay;
    double flow_sd = 0.0;  ///< of the logarithm of the flow between waves; 0 for a single one
    PacingFit pacing;
    Estimate withdraw_share;  ///< NaN where the table has finishers only
    Estimate no_show_share;   ///< of those entered in the scenario
    bool has_release = false;
    bool has_times = false;
};

/// Fits field and start of `scenario` to `results`. What the table does not tell stays NaN.
Calibration calibrate(const Results& results, const Scenario& scenario, const Course& course);

/// Net time over the whole course: from the finish, or from the last mark after four fifths of it
/// at the pace of the stretch before; NaN where neither is known.
std::vector<double> finish_times_s(const Results& results, double length_m);

}  // namespace gineste
