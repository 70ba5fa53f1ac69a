// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <vector>

#include "core/ids.hpp"
#include "scenario/after_line.hpp"
#include "services/service_record.hpp"

namespace gineste {

/// A runner over the finish line.
struct Finisher {
    RunnerId runner;
    double time_s = 0.0;  ///< after the first gun
};

/// Sends finishers through a network of queues, event by event, until everybody has gone away or a
/// day after the last finisher. `first_s` of a service counts from the first gun here.
/// The specs are those of a checked scenario: names known, shares sum to one, no way round through
/// limited room.
/// @param finishers in order of time
/// @param seed what service times, routes and entries are drawn from
/// @param interval_s of the lists in the record
ServicesRecord serve_finishers(const std::vector<ServiceSpec>& services,
                               const std::vector<Finisher>& finishers, std::uint64_t seed,
                               double interval_s);

}  // namespace gineste
