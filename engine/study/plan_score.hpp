// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <vector>

#include "course/course.hpp"
#include "field/field.hpp"
#include "forecast/forecast.hpp"
#include "observers/record.hpp"
#include "study/plan_space.hpp"

namespace gineste {

/// What a search makes little, as programs and readers see it.
struct ObjectiveName {
    std::string key;
    std::string unit;
    std::string label;
};
std::vector<ObjectiveName> objective_names(const OptimiseSpec& spec);

/// A bound that every plan keeps to, and what a plan comes to.
struct KeptBound {
    std::string key;
    double most = 0.0;
    double found = 0.0;  ///< NaN: not known here
    double scale = 1.0;  ///< by which an excess counts
    bool is_kept() const { return !(found > most); }
};

struct PlanScore {
    std::vector<double> objectives;  ///< less is better, in the order of the study
    std::vector<KeptBound> bounds;
    /// How far over its bounds; 0: keeps to all.
    double excess() const;
};

/// Scores plans by the forecast, on the runners of one seed. May be asked from several threads.
class ForecastJudge {
  public:
    ForecastJudge(const PlanSpace& space, const Course& course);
    PlanScore score(const Scenario& plan) const;

  private:
    const PlanSpace& space_;
    const Course& course_;
    Field drawn_;
    RaceForecaster forecaster_;
    std::vector<double> marks_m_;
};

/// The same of a race that the agents have run.
PlanScore score_of(const OptimiseSpec& spec, const Scenario& plan, const Record& record);

}  // namespace gineste
