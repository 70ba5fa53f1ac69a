// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <vector>

#include "observers/record.hpp"

namespace gineste {

struct Findings;

/// Whether a plan keeps to one of the thresholds of its scenario.
struct ThresholdFindings {
    Threshold what = Threshold::peak_density_per_m2;
    double most = 0.0;   ///< asked for
    double found = 0.0;  ///< NaN: it did not come to that
    bool met = true;     ///< `found` is at most `most`; where nothing was found, it is met
    std::string place;   ///< where it is worst; empty: not a matter of place
    double at_m = 0.0;   ///< chainage of that place; NaN where there is none
    double at_s = 0.0;   ///< when it is worst, s after the first gun; NaN: no such moment
};

/// In the order of Record::thresholds. `findings`: everything else must have been found.
std::vector<ThresholdFindings> threshold_findings(const Record& record, const Findings& findings);

/// The name of the threshold in summary.json: "peak_density_per_m2".
std::string to_text(Threshold what);

}  // namespace gineste
