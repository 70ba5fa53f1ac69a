// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <vector>

#include "scenario/settings.hpp"
#include "scenario/study_spec.hpp"

namespace gineste {

/// One point of a study: the value of each of its factors, in their order.
struct DesignPoint {
    std::vector<std::string> texts;  ///< as a scenario has them
    std::vector<double> values;      ///< in the unit of the key's kind; of words and texts of a
                                     ///< list the index in it, from 0
};

/// The points of a study, the same for the same study on any machine. In a grid the last factor
/// varies fastest. @throws InputError where there are more than a million
std::vector<DesignPoint> design_points(const StudySpec& study);

/// What a point puts into the scenario.
std::vector<ScenarioSetting> settings_of(const StudySpec& study, const DesignPoint& point);

}  // namespace gineste
