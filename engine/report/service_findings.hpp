// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>

#include "services/service_record.hpp"

namespace gineste {

/// What a service after the line had to bear. Times are seconds after the first gun; NaN stands
/// for what did not happen.
struct ServiceFindings {
    std::size_t arrivals = 0;
    std::size_t served = 0;
    double wait_median_s = 0.0;
    double wait_p95_s = 0.0;
    double wait_most_s = 0.0;
    double stay_mean_s = 0.0;    ///< from arrival to leaving
    double present_most = 0.0;   ///< runners there, mean of the fullest interval
    double utilisation = 0.0;    ///< of servers, from the first arrival to the last served; of
                                 ///< coaches, of the seats that went; NaN of an open service
    double blocked_s = 0.0;      ///< servers held up for lack of room further on, all together
    std::size_t coaches = 0;     ///< that went
    std::size_t seats_used = 0;  ///< in them
    double last_coach_s = 0.0;
};

ServiceFindings service_findings(const ServiceRecord& service, double interval_s);

/// Finishers who stood behind the line for lack of room.
struct HeldFindings {
    std::size_t runners = 0;
    double median_s = 0.0;
    double most_s = 0.0;
};

HeldFindings held_findings(const HeldRecord& held);

}  // namespace gineste
