// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "scenario/scenario.hpp"

namespace gineste {

// Every law here takes the gradient as rise over run (0.05 = 5 % uphill in the running direction).

/// Energy cost of running, J/kg/m, for |gradient| <= 0.45 and held constant beyond.
/// Minetti et al. 2002, J Appl Physiol 93:1039-1046.
double minetti_running_cost(double gradient);

/// Energy cost of walking at the speed where it is least, J/kg/m; same range and source.
double minetti_walking_cost(double gradient);

/// Pace on the gradient over pace on the level, for |gradient| <= 0.30 and held constant beyond.
/// Kay 2012, Loughborough report 11-38, elite hill-race records.
double kay_pace_ratio(double gradient);

/// Speed on the level over speed on the gradient at equal heart rate, for |gradient| <= 0.45 and
/// held constant beyond; linear between the measured nodes. Robb 2017, 6 million runs.
double equal_effort_ratio(double gradient);

/// Speed on the level over speed on the gradient by the law chosen: v = v_flat / ratio.
/// Minetti is taken at constant power: its ratio is cost over level cost, of running or, for events
/// that are walked, of walking.
double grade_ratio(GradeLaw law, double gradient);

}  // namespace gineste
