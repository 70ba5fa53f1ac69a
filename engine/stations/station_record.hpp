// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <string>
#include <vector>

namespace gineste {

/// What a station was and what it had to bear.
struct StationRecord {
    std::string name;
    std::string kind;  ///< "refreshment" or "sponge"
    std::string side;
    double at_m = 0.0;
    double length_m = 0.0;
    int tables = 0;                ///< on all sides together
    int volunteers = 0;            ///< at all tables together
    double cups_per_minute = 0.0;  ///< that all of them can hand out
    bool after_line = false;
    // by interval of ObserveSpec::interval_s
    std::vector<std::uint32_t> arrivals;  ///< runners who come to the station
    std::vector<std::uint32_t> takers;    ///< of them, those who want something
    std::vector<std::uint32_t> served;
    std::vector<std::uint32_t> unserved;  ///< wanted something and went on without
    std::vector<std::uint32_t> cups;
    std::vector<std::uint32_t> peak_queue;  ///< most runners waiting at one time
    std::vector<float> wait_s;              ///< one per served runner, in order of service
};

}  // namespace gineste
