// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <vector>

#include "course/course.hpp"
#include "scenario/scenario.hpp"

namespace gineste {

/// A picture of the terrain around the course, north up, rows from the north. Columns are even in
/// longitude and rows in latitude, in such steps that a pixel is square half-way between.
struct Relief {
    static constexpr std::uint8_t kUnknown = 0;  ///< the terrain model does not reach there
    static constexpr std::uint8_t kWater = 1;    ///< at the level of the sea or under it
    static constexpr std::uint8_t kDarkest = 2;  ///< to 255: lit ground

    int columns = 0;
    int rows = 0;
    double pixel_m = 0.0;
    double west_deg = 0.0;  ///< outer edges
    double east_deg = 0.0;
    double south_deg = 0.0;
    double north_deg = 0.0;
    std::vector<std::uint8_t> tone;  ///< row-major; none where there is no terrain model
};

/// The scenario's terrain model, lit from the north-west at 45° as maps are (Horn 1981, Proc. IEEE
/// 69:14-47), over the course's own extent and a margin; `columns_most` on the longer side. Without
/// such a model (heights come with the line) it has its frame and no tones; it is empty where the
/// course has no places on Earth.
/// @throws InputError, MissingInput as survey_course
Relief draw_relief(const Scenario& scenario, const Course& course, int columns_most = 1400);

}  // namespace gineste
