// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <optional>
#include <vector>

#include "core/ids.hpp"
#include "course/course.hpp"
#include "scenario/scenario.hpp"

namespace gineste {

enum class Sex : std::uint8_t { woman, man };

/// Who runs: one array per trait, index = RunnerId. Nothing here changes during a race.
struct Field {
    std::vector<std::uint32_t> bib;
    std::vector<Sex> sex;
    std::vector<std::uint16_t> wave;      ///< WaveId
    std::vector<std::uint32_t> pen_rank;  ///< place in the pen, 0 = front; runners present only
    std::vector<std::uint8_t> present;    ///< 0: entered and did not come
    std::vector<double> predicted_s;      ///< finishing time told to the organiser, on this course
    std::vector<double> ideal_s;          ///< undisturbed net time over this course, on the day
    std::vector<float> flat_speed_mps;    ///< that gives ideal_s; weather_factor is in it
    std::vector<float> weather_factor;    ///< share of the flat speed that heat and rain leave
    std::vector<float> hill_response;     ///< exponent of the grade factor
    std::vector<float> drift;             ///< speed lost on the way, share of the mean
    std::vector<double> withdraws_at_m;   ///< chainage; infinity for those who finish
    std::vector<RunnerId> party;          ///< first of those who go together; empty: nobody does
    std::vector<RunnerId> named;          ///< in the order of Scenario::named
    /// When the start line lets each one go, s after the first gun; NaN for the absent and for
    /// those who walk up to the line from their pens. Empty where all do.
    std::vector<double> line_due_s;

    std::size_t size() const { return bib.size(); }
};

/// Whether the line lets this runner go at a time of their own.
bool is_due_at_line(const Field& field, RunnerId id);

/// Draws the field of a scenario from its distributions and `scenario.seed`, or reads its entrants.
/// @throws InputError, MissingInput where the entrants' file is wrong or absent
Field draw_field(const Scenario& scenario, const Course& course);

/// The same runners in other waves: what draw_field would give for a plan that differs from the
/// scenario drawn in its waves and start alone, their sum included, without drawing anew. None
/// where waves have times of their own or a file says who runs: there the waves are part of the
/// drawing.
std::optional<Field> with_waves(const Field& drawn, const Scenario& plan);

}  // namespace gineste
