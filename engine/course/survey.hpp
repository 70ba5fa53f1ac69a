// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <filesystem>
#include <vector>

#include "course/course.hpp"

namespace gineste {

/// Who says how wide a surveyed line is.
enum class WidthSource {
    sections,  ///< its own, without which it is refused
    legs,      ///< what is cut from it, where it has no sections; until then it is 1 m wide
};

/// Reads line and terrain model of one course, and gives the road as one leg. `file` is where its
/// sections stand if they have no file of their own. @throws InputError, MissingInput
Course survey_line(const CourseSpec& spec, const std::filesystem::path& file,
                   WidthSource widths = WidthSource::sections);

/// What survey_line reads: line, terrain model, the .prj beside it where there is one, sections.
std::vector<std::filesystem::path> line_files(const CourseSpec& spec);

}  // namespace gineste
