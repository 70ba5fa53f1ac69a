// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <vector>

#include "scenario/after_line.hpp"
#include "services/medical_record.hpp"

namespace gineste {

/// Time spent on the road by segment and interval, segment-major, and each segment's mean rise
/// over run.
struct Exposure {
    double segment_m = 100.0;
    double interval_s = 60.0;
    std::size_t intervals = 0;
    double course_length_m = 0.0;
    const std::vector<double>& runner_s;
    std::vector<double> grade;
};

/// When each runner was there, in seconds after the first gun; NaN: never. Same order in all.
struct Presence {
    const std::vector<double>& start_s;
    std::vector<double> off_course_s;  ///< finished or withdrawn; NaN: still there
    std::vector<double> away_s;        ///< from the finish area; NaN: still there
};

MedicalRecord medical_cover(const MedicalSpec& spec, const Exposure& exposure,
                            const Presence& presence);

/// The largest number between `from_s` and `to_s` (NaN in `from_s`: never there; in `to_s`: stays).
/// Who goes at the moment another comes is not counted with that one.
LargestNumber largest_number(const std::vector<double>& from_s, const std::vector<double>& to_s);

/// @param persons present at one time
RescuerRatio rescuer_ratio(const MedicalSpec& spec, double persons);

/// The smallest n that a Poisson number of that mean does not exceed with probability `level`.
int poisson_quantile(double mean, double level);

}  // namespace gineste
