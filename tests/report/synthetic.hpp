// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>

#include "observers/record.hpp"

namespace gineste {

/// A straight road in 100 m segments, nobody on it, one section called "Road", first gun at
/// 09:00 in Paris on 27 October 2024, cells of one minute.
Record empty_record(std::size_t segments, double width_m, std::size_t intervals);

struct CellContent {
    double density_per_m2 = 0.0;
    double speed_share = 1.0;
    std::uint32_t delayed = 0;
    std::uint32_t wave_mask = 1;
};
/// Puts runners of 3 m/s free speed in one cell.
void fill_cell(Record& record, std::size_t segment, std::size_t interval,
               const CellContent& content);

/// Adds one runner who starts, and finishes after `net_s` (NaN: still runs).
void add_runner(Record& record, std::uint16_t wave, double start_s, double net_s, float lost_s);

/// A race of 18,000 by ten waves on a 20 km course with seven stations: large enough to look at.
Record large_record();

/// Adds two services, finishers held, medical cover and a roster.
void add_finish_area(Record& record);

}  // namespace gineste
