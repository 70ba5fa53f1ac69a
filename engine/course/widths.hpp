// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <filesystem>
#include <vector>

#include "core/error.hpp"
#include "scenario/scenario.hpp"

namespace gineste {

/// Sections of a course from a CSV with columns from_m, to_m, width_m and, if any, name.
/// @throws InputError, MissingInput
std::vector<SectionSpec> read_sections(const std::filesystem::path& file);

/// What is wrong with the sections of a course of this length: they must follow one another from
/// 0 to the end without hole or overlap, and be at least 1 m wide. The last may end up to 50 m off
/// the length of the course.
std::vector<Problem> section_problems(const std::vector<SectionSpec>& sections, double length_m,
                                      const std::filesystem::path& file);

/// Usable width at each chainage. Around each border, half of `taper_m` before and half after, one
/// width passes linearly into the next; a section shorter than that is its own taper.
std::vector<double> widths_along(const std::vector<double>& at_m,
                                 const std::vector<SectionSpec>& sections, double taper_m);

}  // namespace gineste
