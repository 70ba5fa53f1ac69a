// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <vector>

#include "observers/record.hpp"
#include "report/congestion.hpp"
#include "scenario/scenario.hpp"

namespace gineste {

/// One figure of a race by which plans are judged: of all of them, less is better.
struct Measure {
    std::string key;     ///< for programs: letters, digits and _, the unit at its end
    std::string unit;    ///< "1/m2", "s", "runner min"
    std::string label;   ///< for readers
    double value = 0.0;  ///< NaN: did not happen
};

/// Time spent past what the model knows (report/trust.hpp): a plan that has any collapses.
inline constexpr const char* kBeyondModelKey = "beyond_model_runner_min";

/// The measures of one race, in an order that depends on its waves and stations alone. A cell of
/// road and time counts as crowded from `threshold_per_m2` on.
std::vector<Measure> measures_of(const Record& record, double threshold_per_m2 = kRestrictedPerM2);

/// Those that every race of a scenario has, without their values: key, unit and label.
std::vector<Measure> planned_measures(const Scenario& scenario,
                                      double threshold_per_m2 = kRestrictedPerM2);

/// The measure of that key, none where the race has no such one.
const Measure* find_measure(const std::vector<Measure>& measures, const std::string& key);

}  // namespace gineste
