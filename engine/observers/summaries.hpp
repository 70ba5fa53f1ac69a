// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <vector>

#include "course/course.hpp"
#include "observers/record.hpp"

namespace gineste {

/// The road in pieces of `segment_m`, with what a report says of each.
std::vector<SegmentRecord> segment_records(const Course& course, double segment_m);

/// The road every 20 m.
ProfileRecord profile_record(const Course& course);

/// First and last runner at each kilometre and at the finish, read off the passages.
std::vector<RoadRecord> road_records(const PassageRecord& passages, const RunnerRecord& runners,
                                     double length_m);

/// Fills what a wave's record takes from its runners: numbers, first and last over the line, flow.
/// `waves` come with name, gun and line width.
void count_waves(const RunnerRecord& runners, std::vector<WaveRecord>& waves);

}  // namespace gineste
