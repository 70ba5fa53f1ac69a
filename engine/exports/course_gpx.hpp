// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

#include "observers/record.hpp"
#include "report/page.hpp"

namespace gineste {

/// course.gpx: GPX 1.1, the course as a track, and as waypoints its start, finish, kilometres,
/// sections, stations and narrowings (where it loses a tenth of its width within 100 m). Empty
/// where the course has no position on Earth.
std::string course_gpx(const Record& record, Language language);

}  // namespace gineste
