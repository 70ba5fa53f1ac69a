// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>

namespace gineste {

/// What a plan has to keep to; none of those that are not given. As in scenario.hpp, every field is
/// one row of the table of keys.
struct ThresholdsSpec {
    std::optional<double> peak_density_per_m2;  ///< anywhere, over a segment and an interval
    std::optional<double> lost_p95_s;           ///< to other runners, by one finisher in twenty
    std::optional<double> wait_p95_s;         ///< at the station where one in twenty waits longest
    std::optional<double> unserved_share;     ///< of all who want something at a station
    std::optional<double> finishers_per_min;  ///< in the busiest minute
    std::optional<double> last_start_s;       ///< by when all are over the line, after midnight
    std::optional<double> last_finish_s;      ///< by when all are in, after midnight
};

}  // namespace gineste
