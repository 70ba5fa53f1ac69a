// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include "observers/record.hpp"
#include "report/cause.hpp"
#include "report/congestion.hpp"

namespace gineste {

/// A crowded stretch of road: neighbouring segments that all reach the threshold.
struct CrowdedPlace {
    double from_m = 0.0;
    double to_m = 0.0;
    std::string name;  ///< of the section of the course
    double least_width_m = 0.0;
    double grade = 0.0;    ///< mean
    double begin_s = 0.0;  ///< first interval at or over the threshold
    double end_s = 0.0;    ///< end of the last
    double peak_density_per_m2 = 0.0;
    double peak_at_m = 0.0;         ///< middle of the densest segment
    double peak_s = 0.0;            ///< beginning of the densest interval
    double peak_speed_share = 0.0;  ///< of the free speed, in the densest cell
    std::size_t delayed = 0;     ///< runners held up at the segment that held up most, begin to end
    double lost_runner_s = 0.0;  ///< by all runners together, begin to end
    Cause cause = Cause::density;
};

/// Crowded places, the worst first: by level of crowding at the peak, within a level by runners
/// delayed, then by peak density. Neighbouring segments whose peak reaches `threshold_per_m2` make
/// one place; it is cut where the course's section changes its name, and in the trough between two
/// peaks where the density falls under 70 % of the lower one.
std::vector<CrowdedPlace> crowded_places(const Record& record, double threshold_per_m2);

}  // namespace gineste
