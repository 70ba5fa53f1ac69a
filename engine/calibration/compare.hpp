// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <vector>

#include "calibration/curves.hpp"
#include "field/field.hpp"
#include "observers/record.hpp"
#include "results/results.hpp"

namespace gineste {

/// A race as the timer would have seen it, with mats at these marks: of those who started, starts
/// and net times. What never happened is NaN. Without a field nobody's sex is known.
Results timed(const Record& record, const Field& field, const std::vector<double>& marks_m);

/// One thing that was measured and predicted: a curve over some axis.
struct Agreement {
    std::string group;              ///< "start", "count", "pace", "finish"
    std::string where;              ///< wave, mat or decile
    std::vector<double> at;         ///< s after the first gun, m of the course or s of net time
    std::vector<double> observed;   ///< share of the field, or pace over the mean pace
    std::vector<double> predicted;  ///< mean over the runs
    std::vector<double> sd;         ///< between runs
    CurveError error;               ///< of the mean over the runs
    double error_of_one = 0.0;      ///< mean absolute error of a single run, mean over them ...
    double error_sd = 0.0;          ///< ... and its standard deviation
};

struct CompareOptions {
    double every_s = 600.0;  ///< between two looks at a mat
};

/// Start-line crossings by wave, counts at every mat, pace by decile and stretch, finish: those
/// that both sides can tell. Shares are of those who started on each side.
std::vector<Agreement> compare(const Results& observed, const std::vector<Results>& runs,
                               const Scenario& scenario, const CompareOptions& options = {});

/// All measures of a group as one: every point counts alike.
Agreement pooled(const std::vector<Agreement>& measures, const std::string& group);

}  // namespace gineste
